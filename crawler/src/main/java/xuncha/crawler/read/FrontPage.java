package xuncha.crawler.read;

import java.util.regex.Pattern;

/// Whether an address is that of a host's front page: its root, or the file that servers give for
/// it.
public final class FrontPage {
  private static final Pattern ROOT =
      Pattern.compile(
          "/(?:(?:index|default|home|main)(?:\\.[a-z]{2,5})?/?)?", Pattern.CASE_INSENSITIVE);

  private FrontPage() {}

  /// Whether that absolute address is one. What is asked for in a query is another page.
  public static boolean is(String url) {
    return ROOT.matcher(Addresses.path(url)).matches();
  }
}
