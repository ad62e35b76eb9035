package xuncha.crawler.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xuncha.crawler.fetch.WebAddress;
import xuncha.findings.site.Site;
import xuncha.findings.store.Vault;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Vantage;

/// Stored captures, opened to be gone through again: ours, which say all about themselves, and
/// other programs', of which the home page and the time have to be made out.
public final class Replay implements AutoCloseable {
  private static final Failure BREAKS_OFF =
      new Failure(Kind.NOT_GATHERED, "the capture breaks off");
  private static final Failure ONLY_CITED =
      new Failure(Kind.NOT_GATHERED, "the capture holds only what findings rest on");

  private final Captures captures;
  private final Said said;

  private Replay(Captures captures, Said said) {
    this.captures = captures;
    this.said = said;
  }

  /// What a person says about captures that do not say it themselves.
  ///
  /// @param target the home page's address
  /// @param asOf the reference time; counts for our own captures too
  public record Said(Optional<String> target, Optional<Instant> asOf) {
    /// Nothing.
    public static final Said NOTHING = new Said(Optional.empty(), Optional.empty());
  }

  /// The captures cannot be used; the message says in one sentence which file and why.
  public static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusable(String message, Throwable cause) {
      super(message, cause);
    }

    Unusable(String message) {
      super(message);
    }
  }

  /// Opens WARC files, compressed or not, ours or another program's. Their blocks are unpacked into
  /// a temporary file until the replay is closed.
  ///
  /// @throws Unusable when a file is no WARC, is damaged, or holds nothing to visit
  public static Replay open(List<Path> files, Said said) {
    var captures = captures(files);
    var replay = new Replay(captures, said);
    if (replay.visits().isEmpty()) {
      captures.close();
      throw new Unusable(files + ": no web page in it");
    }
    return replay;
  }

  private static Captures captures(List<Path> files) {
    Captures captures;
    try {
      captures = new Captures();
    } catch (IOException broken) {
      throw new Unusable("no place for temporary files: " + broken.getMessage(), broken);
    }
    for (var file : files) {
      try {
        captures.read(file);
      } catch (IOException | RuntimeException broken) {
        // jwarc throws what it likes for what a hostile file holds; it all means the same.
        captures.close();
        throw new Unusable(file + ": not a WARC file that can be read: " + why(broken), broken);
      }
    }
    return captures;
  }

  private static String why(Exception broken) {
    var message = broken.getMessage();
    return message == null
        ? broken.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }

  /// The visits they hold, oldest first, each ready for one crawl; asked again, ready once more.
  public List<Recorded> visits() {
    var stored = captures.stored();
    if (captures.headings().isEmpty()) {
      return foreign(stored).stream().toList();
    }
    var visits = new ArrayList<Recorded>();
    captures.headings().entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getValue().at()))
        .forEach(entry ->
            visits.add(
                new StoredVisit(
                    asked(entry.getValue()),
                    captures,
                    stored.stream().filter(one -> one.info().equals(entry.getKey())).toList(),
                    true,
                    incomplete(entry.getKey(), entry.getValue()),
                    captures.artifacts(entry.getKey()))));
    return visits;
  }

  private Optional<Failure> incomplete(String info, Heading heading) {
    if (captures.breaksOff(info)) {
      return Optional.of(BREAKS_OFF);
    }
    return heading.retention().filter(kept -> kept == Vault.Retention.CITED).map(_ -> ONLY_CITED);
  }

  private Heading asked(Heading heading) {
    return new Heading(
        heading.target(),
        said.asOf().orElse(heading.asOf()),
        heading.at(),
        heading.vantage(),
        heading.edition(),
        heading.settings());
  }

  /// The site of the first page, as of the last answer, unless somebody says otherwise.
  private Optional<Recorded> foreign(List<Stored> stored) {
    var exchanges = stored.stream().sorted(Comparator.comparing(Stored::date)).toList();
    return said.target()
        .or(() -> firstPage(exchanges))
        .filter(_ -> !exchanges.isEmpty())
        .map(target ->
            new StoredVisit(
                new Heading(
                    Site.at(target),
                    said.asOf().orElse(exchanges.getLast().date()),
                    exchanges.getFirst().date(),
                    new Vantage("capture", false, false),
                    "",
                    Map.of()),
                captures,
                exchanges,
                false,
                captures.breaksOff() ? Optional.of(BREAKS_OFF) : Optional.empty(),
                Map.of()));
  }

  private Optional<String> firstPage(List<Stored> exchanges) {
    return exchanges.stream()
        .filter(this::page)
        .findFirst()
        .map(first -> root(first, exchanges).orElse(first.url()));
  }

  /// The root of the page's host where the capture has that too.
  private static Optional<String> root(Stored first, List<Stored> exchanges) {
    return WebAddress.resolve(first.url(), "/")
        .map(WebAddress::url)
        .filter(root -> exchanges.stream().anyMatch(one -> one.url().equals(root)));
  }

  private boolean page(Stored one) {
    try {
      return one.kind() == Stored.Kind.RESPONSE
          && HttpHead.parse(captures.block(one))
              .filter(head -> head.status() == 200)
              .flatMap(head -> head.header("content-type"))
              .filter(type -> type.toLowerCase(java.util.Locale.ROOT).contains("html"))
              .isPresent();
    } catch (IOException broken) {
      throw new Unusable("cannot read the capture: " + broken.getMessage(), broken);
    }
  }

  @Override
  public void close() {
    captures.close();
  }
}
