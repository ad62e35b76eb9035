package xuncha.crawler.fetch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Source;

/// What became of one request: exactly one hop, whatever the answer was.
public sealed interface Exchange {
  Ask ask();

  /// When the request was sent.
  Instant at();

  /// Until the last byte taken, or until it failed. Time spent waiting for manners is not in it.
  Duration took();

  /// Where it is archived.
  Source source();

  /// An answer came, of whatever status.
  ///
  /// @param address the IP address that answered, without port
  /// @param status the HTTP status
  /// @param headers in wire order
  /// @param body the entity body, content coding removed
  /// @param cut why the body is not whole, empty when it is (budget, truncation, bad coding)
  /// @param source where it is archived
  record Answered(
      Ask ask,
      Instant at,
      Duration took,
      String address,
      int status,
      List<Header> headers,
      Body body,
      Optional<Failure> cut,
      Source source)
      implements Exchange {
    private static final Set<Kind> EARLY_ENDS = Set.of(Kind.BODY_TRUNCATED, Kind.CONNECTION_RESET);

    /// What may follow a document's end: comments, and what caches and counters append.
    private static final int LONGEST_TAIL = 1024;

    public Answered {
      headers = List.copyOf(headers);
    }

    /// The first header of that name.
    public Optional<String> header(String name) {
      for (var header : headers) {
        if (header.name().equalsIgnoreCase(name)) {
          return Optional.of(header.value());
        }
      }
      return Optional.empty();
    }

    /// The same answer as one to that question.
    public Answered to(Ask question) {
      return new Answered(question, at, took, address, status, headers, body, cut, source);
    }

    /// The same answer, archived there.
    public Answered archived(Source where) {
      return new Answered(ask, at, took, address, status, headers, body, cut, where);
    }

    /// Why readers miss something of the page; empty when they do not. A body that ends early,
    /// after the end of its document, has all that browsers show: its length was announced wrong,
    /// or its last chunk forgotten.
    public Optional<Failure> lacking() {
      return cut.filter(why -> !EARLY_ENDS.contains(why.kind()) || !endsItsDocument());
    }

    private boolean endsItsDocument() {
      var bytes = body.bytes();
      var from = Math.max(0, bytes.length - LONGEST_TAIL);
      var tail = new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
      return tail.toLowerCase(Locale.ROOT).contains("</html>");
    }

    /// Whether the answer sends us elsewhere by status and Location.
    public boolean redirects() {
      return status >= 300 && status < 400 && status != 304 && header("location").isPresent();
    }

    /// The media type in lower case without parameters, empty when there is none.
    public String mediaType() {
      var type = header("content-type").orElse("");
      var end = type.indexOf(';');
      return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
  }

  /// No answer came.
  ///
  /// @param source where that is archived
  record Failed(Ask ask, Instant at, Duration took, Failure why, Source source)
      implements Exchange {
    /// A failure as it happens, not yet archived.
    public Failed(Ask ask, Instant at, Duration took, Failure why) {
      this(ask, at, took, why, Source.UNARCHIVED);
    }
  }

  /// One response header.
  record Header(String name, String value) {}
}
