package xuncha.findings.visit;

/// A link or an embedded resource as a page has it.
///
/// @param url absolute, without fragment
/// @param text what a person reads on it, whitespace folded, at most 200 characters; a picture's
///   alt text
/// @param kind what it does
/// @param region which part of the page holds it
public record Link(String url, String text, Kind kind, Region region) {
  /// What following it would do.
  public enum Kind {
    /// `a[href]`, `area[href]`.
    ANCHOR,
    /// `iframe`, `frame`.
    FRAME,
    /// `img`, `video`, `audio`.
    MEDIA,
    /// Scripts and style sheets.
    RESOURCE,
    /// A file to download: PDF, DOC, XLS, ZIP …
    DOCUMENT,
    /// An address found in a script or event handler.
    SCRIPTED
  }

  /// Which part of the page.
  public enum Region {
    HEADER,
    NAVIGATION,
    MAIN,
    ASIDE,
    FOOTER
  }
}
