package xuncha.crawler.read;

/// What stands in the place for content of a page, apart from lists: how a blank page is told from
/// one that we do not understand.
///
/// @param text visible characters outside header, navigation, side boxes and footer, not counting
///   links and breadcrumbs
/// @param links links there
/// @param pictures pictures, films and embedded documents there
/// @param filling who puts the content there
/// @param additions whether scripts put entries there beside those that came with the page
/// @param scripts a digest of the addresses of the page's own scripts: pages made from one template
///   agree in it
/// @param lines the lines of the whole page's text
/// @param main what stands there beside lists and links
public record Substance(
    int text,
    int links,
    int pictures,
    Filling filling,
    Additions additions,
    int scripts,
    TextLines lines,
    MainPart main) {
  /// Nothing there.
  public static final Substance NONE =
      new Substance(0, 0, 0, Filling.STATIC, Additions.NONE, 0, TextLines.NONE, MainPart.NONE);

  /// Who puts the content of a page there.
  public enum Filling {
    /// The server: what is not in the page is not there.
    STATIC,
    /// Cannot be told from this page alone: an empty place, and scripts that might fill it.
    PERHAPS,
    /// Scripts, beyond doubt: absence proves nothing.
    SCRIPTED
  }
}
