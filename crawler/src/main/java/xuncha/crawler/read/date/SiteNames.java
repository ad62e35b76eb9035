package xuncha.crawler.read.date;

import java.util.ArrayList;
import java.util.List;

/// What a page calls its site and those who run it: in its SiteName tag, and in the lines at its
/// end that say who answers for it. A title that is no more than that (there are sites where every
/// page has it) is no article's, and where it stands in the page's head no headline is.
final class SiteNames {
  private static final int MOST_LINES = 20;
  private static final int MOST_LETTERS = 1200;

  /// Shorter names are words.
  private static final int LEAST = 4;

  private static final List<String> BEGIN = List.of("主办", "承办", "主管", "copyright");
  private static final List<String> HOLD =
      List.of("版权所有", "icp备", "网站标识码", "公网安备", "allrightsreserved");

  private static final List<String> ENDS = List.of("门户网站", "政府网站", "官方网站", "网站", "官网", "网");

  private final List<String> names;

  private SiteNames(List<String> names) {
    this.names = names;
  }

  static SiteNames of(PageText page) {
    var names = new ArrayList<String>();
    for (var meta : page.tags().metas()) {
      if (meta.attr("name").equalsIgnoreCase("SiteName")) {
        names.add(Headline.key(meta.attr("content")));
      }
    }
    var text = page.text();
    int end = text.length();
    for (int line = 0; line < MOST_LINES && end > 0 && text.length() - end < MOST_LETTERS; line++) {
      int start = text.lastIndexOf('\n', end - 1) + 1;
      if (mayClose(text, start, end)) {
        var said = Headline.key(text.substring(start, end));
        if (closes(said)) {
          names.add(said);
        }
      }
      end = start - 1;
    }
    return new SiteNames(names);
  }

  /// Asked first of every line: whether it has a sign that all such lines have one of.
  private static boolean mayClose(String text, int start, int end) {
    if (end - start > MOST_LETTERS) {
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean han = c == '办' || c == '管' || c == '权' || c == '备' || c == '标';
      boolean latin = c == 'g' || c == 'G'; // copyright, all rights reserved
      if (han || latin) {
        return true;
      }
    }
    return false;
  }

  /// Whether that line says who answers for the site.
  ///
  /// @param key its letters and digits in lower case
  static boolean closes(String key) {
    for (var word : BEGIN) {
      if (key.startsWith(word)) {
        return true;
      }
    }
    for (var word : HOLD) {
      if (key.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /// Whether that is the site's name, or a part of what it says of itself.
  ///
  /// @param key letters and digits in lower case
  boolean contain(String key) {
    var body = body(key);
    if (body.length() >= LEAST) {
      for (var name : names) {
        if (name.contains(body)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Those who run 某某市人民政府门户网站 are 某某市人民政府.
  private static String body(String key) {
    for (var end : ENDS) {
      if (key.endsWith(end)) {
        return key.substring(0, key.length() - end.length());
      }
    }
    return key;
  }
}
