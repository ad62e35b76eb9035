package xuncha.crawler;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import xuncha.crawler.fetch.Statuses;
import xuncha.crawler.read.PageReader;
import xuncha.crawler.read.Substance.Filling;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.PageFacts;
import xuncha.findings.visit.PageFacts.PageState;
import xuncha.findings.visit.Source;

/// What came of opening one address as a page, redirects of every kind followed.
sealed interface Looked {
  /// When the first request was sent.
  Instant at();

  /// All requests together, without the waits between them.
  Duration took();

  /// Every address on the way, the one asked for first.
  List<String> hops();

  /// The final HTTP status, 0 when there was none.
  int status();

  /// Where the final answer or failure is archived.
  Source source();

  /// Why a person would say that it does not open; empty when it does.
  Optional<Failure> trouble();

  /// A page was read, whatever it says.
  ///
  /// @param drawn whether it was read as a browser shows it, its scripts run
  record Page(Instant at, Duration took, List<String> hops, PageReader.Result read, boolean drawn)
      implements Looked {
    public Page {
      hops = List.copyOf(hops);
    }

    PageFacts facts() {
      return read.facts();
    }

    @Override
    public int status() {
      return facts().status();
    }

    @Override
    public Source source() {
      return facts().source();
    }

    /// A page that has to be drawn by scripts does open, and so does one that says nothing. What a
    /// browser shows of an error is none.
    @Override
    public Optional<Failure> trouble() {
      return switch (facts().state()) {
        case CONTENT, EMPTY_SHELL, EMPTY -> Statuses.failure(status());
        case FAULT, SOFT_404, MAINTENANCE, CHALLENGE, LOGIN_WALL, DEFAULT_PAGE, UNCLEAR ->
            facts().failure("HTTP " + status() + ": " + facts().title());
      };
    }

    /// Whether it has content to judge by.
    boolean hasContent() {
      return facts().state() == PageState.CONTENT && trouble().isEmpty();
    }

    /// Whether all of its content came with it, so that its text can be compared.
    boolean whole() {
      return hasContent() && read.substance().filling() == Filling.STATIC;
    }

    /// Why entries may be missing from it that scripts put there.
    Optional<Failure> lacking() {
      return switch (read.substance().additions()) {
        case NONE, PERHAPS -> Optional.empty();
        case LIKELY ->
            Optional.of(
                drawn
                    ? new Failure(
                        Failure.Kind.UNREADABLE, "something was kept from the page in the browser")
                    : new Failure(
                        Failure.Kind.NEEDS_BROWSER, "scripts put entries beside those sent"));
      };
    }
  }

  /// An answer came that is no page for people to read, but is no fault either: a document, a
  /// picture.
  record Other(
      Instant at, Duration took, List<String> hops, int status, String mediaType, Source source)
      implements Looked {
    public Other {
      hops = List.copyOf(hops);
    }

    @Override
    public Optional<Failure> trouble() {
      return Optional.empty();
    }
  }

  /// It did not open.
  record NoPage(
      Instant at, Duration took, List<String> hops, int status, Failure why, Source source)
      implements Looked {
    public NoPage {
      hops = List.copyOf(hops);
    }

    @Override
    public Optional<Failure> trouble() {
      return Optional.of(why);
    }
  }

  /// Why there is nothing to judge by; empty when there is.
  static Optional<Failure> unread(Looked looked) {
    return switch (looked) {
      case Page page when page.facts().state() == PageState.EMPTY_SHELL && page.drawn() ->
          Optional.of(new Failure(Failure.Kind.UNREADABLE, "the browser shows an empty page"));
      case Page page when page.facts().state() == PageState.EMPTY_SHELL ->
          Optional.of(Failure.of(Failure.Kind.NEEDS_BROWSER));
      case Page page -> page.trouble();
      case Other(_, _, _, _, var type, _) -> Optional.of(new Failure(Failure.Kind.NOT_HTML, type));
      case NoPage gone -> gone.trouble();
    };
  }
}
