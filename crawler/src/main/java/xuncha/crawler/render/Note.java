package xuncha.crawler.render;

/// Something that happened while a page was drawn and that its document does not show.
///
/// @param kind what sort of thing
/// @param subject whom it concerns: an address, the words of a dialog
/// @param detail why, or how
/// @param hides whether content may be missing because of it, so that emptiness proves nothing
public record Note(Kind kind, String subject, String detail, boolean hides) {
  /// What can happen.
  public enum Kind {
    /// A box that wanted an answer; it was dismissed.
    DIALOG,
    /// A second window; it was closed.
    POPUP,
    /// A file that would have been saved; it was not.
    DOWNLOAD,
    /// A request that was not made: another method than GET or HEAD, over a limit, of a kind that
    /// shows nothing.
    REFUSED,
    /// A beacon, ping or report; it was not sent.
    BEACON,
    /// A WebSocket or event stream; it was not opened.
    SOCKET,
    /// A service worker; it was not registered.
    WORKER,
    /// A request that was made and brought nothing.
    FAILED,
    /// The page went on to another address by itself.
    WENT_ON,
    /// The browser was lost over the page, and the page was tried once more.
    RETRIED,
    /// The page's scripts did not come to rest within the limit.
    RESTLESS
  }

  private static final int LONGEST = 300;

  public Note {
    subject = bounded(subject);
    detail = bounded(detail);
  }

  static Note plain(Kind kind, String subject, String detail) {
    return new Note(kind, subject, detail, false);
  }

  static Note hiding(Kind kind, String subject, String detail) {
    return new Note(kind, subject, detail, true);
  }

  private static String bounded(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
