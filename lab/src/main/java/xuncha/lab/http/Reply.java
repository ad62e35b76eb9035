package xuncha.lab.http;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What the laboratory answers.
public sealed interface Reply {
  /// A header line.
  record Header(String name, String value) {}

  /// An ordinary answer.
  ///
  /// @param status the status code
  /// @param headers besides length, date and connection, which the server adds
  /// @param body what follows, not sent to HEAD
  /// @param delay how long the server claims to think before it answers
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way out; nobody compares replies
  record Whole(int status, List<Header> headers, byte[] body, Duration delay) implements Reply {
    public Whole {
      headers = List.copyOf(headers);
    }
  }

  /// An answer that writes whatever it likes onto the connection, which is closed afterwards.
  record Wild(Script script) implements Reply {}

  /// Writes an answer byte by byte.
  @FunctionalInterface
  interface Script {
    void play(Wire wire) throws IOException, InterruptedException;
  }

  /// A page.
  static Whole html(String text) {
    return html(200, text, StandardCharsets.UTF_8, "utf-8");
  }

  /// A page with another status.
  static Whole html(int status, String text) {
    return html(status, text, StandardCharsets.UTF_8, "utf-8");
  }

  /// A page in a charset.
  ///
  /// @param named what the Content-Type says, nothing when empty
  static Whole html(int status, String text, Charset charset, String named) {
    return of(
        status, "text/html" + (named.isEmpty() ? "" : ";charset=" + named), text.getBytes(charset));
  }

  /// Bytes of a media type.
  static Whole of(int status, String type, byte[] body) {
    return new Whole(status, List.of(new Header("Content-Type", type)), body, Duration.ZERO);
  }

  /// Text of a media type, in UTF-8.
  static Whole text(String type, String text) {
    return of(200, type + ";charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /// A redirect.
  static Whole redirect(int status, String to) {
    return new Whole(status, List.of(new Header("Location", to)), new byte[0], Duration.ZERO);
  }

  /// The same answer after a delay; a wild answer has its own time.
  default Reply after(Duration delay) {
    return switch (this) {
      case Whole(var status, var headers, var body, _) -> new Whole(status, headers, body, delay);
      case Wild wild -> wild;
    };
  }

  /// The same answer with one more header; a wild answer writes its own.
  default Reply with(String name, String value) {
    return switch (this) {
      case Whole(var status, var headers, var body, var delay) -> {
        var more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        yield new Whole(status, more, body, delay);
      }
      case Wild wild -> wild;
    };
  }
}
