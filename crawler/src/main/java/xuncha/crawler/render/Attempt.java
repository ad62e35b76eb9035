package xuncha.crawler.render;

import java.util.Map;
import java.util.Optional;
import xuncha.crawler.fetch.Body;

/// Something that a page tried to send or get while it was acted on.
///
/// @param kind what made it
/// @param headers names in lower case; only those that scripts and forms set
/// @param body what it would have sent; cut at [#LONGEST] bytes, empty where the browser does not
///   say
/// @param length of the whole body, bytes
/// @param passed whether it was made
public record Attempt(
    Kind kind,
    String method,
    String url,
    Map<String, String> headers,
    Optional<Body> body,
    int length,
    boolean passed) {
  /// Bytes of a body that are kept.
  public static final int LONGEST = 256 << 10;

  /// What makes a request.
  public enum Kind {
    /// The page itself goes on: a form, a link, a script that sets its address.
    DOCUMENT,
    /// A frame in the page does.
    FRAME,
    /// A window of its own.
    WINDOW,
    /// `fetch` or `XMLHttpRequest`.
    DATA,
    /// A beacon or ping.
    BEACON,
    SCRIPT,
    IMAGE,
    /// WebSocket or event stream.
    SOCKET,
    /// Style sheets, fonts, whatever else.
    OTHER
  }

  public Attempt {
    headers = Map.copyOf(headers);
  }
}
