package xuncha.crawler.read;

/// Where a page sends its reader on, without being asked: the page itself is no content.
///
/// @param url absolute
/// @param how by what means
public record Onward(String url, How how) {
  /// By what means a page sends on.
  public enum How {
    META_REFRESH,
    /// A script whose whole purpose is `location = …`.
    SCRIPT,
    /// A frameset, or a page that is nothing but one frame.
    FRAME
  }
}
