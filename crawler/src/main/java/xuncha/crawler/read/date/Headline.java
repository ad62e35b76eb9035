package xuncha.crawler.read.date;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/// Where a page shows its headline, and where the text under it begins. Bylines stand between.
final class Headline {
  private static final String PARTING = "-_|—–";
  private static final String MORE_PARTING = "-_|—–»·<>";
  private static final List<String> TITLES = List.of("articletitle", "og:title", "twitter:title");
  private static final int LONGEST_KEY = 200;

  /// Characters that a line may have beside the title.
  private static final int MORE = 60;

  private static final int MOST = 40;
  private static final int LEAST_TITLE = 6;

  /// Where no headline of an article stands.
  static final int AWAY = Region.LINK | Region.TOP | Region.FOOT | Region.ASIDE;

  /// One line of the page's text.
  record Line(int start, int end) {}

  private final List<Line> places;
  private final boolean guessed;
  private final PageText page;
  private final String text;

  private Headline(List<Line> places, boolean guessed, PageText page, String text) {
    this.places = places;
    this.guessed = guessed;
    this.page = page;
    this.text = text;
  }

  static Headline of(PageText page) {
    var text = page.text();
    var title = page.tags().title();
    var keys = keys(page.tags().metas(), title);
    var names = SiteNames.of(page);
    keys.removeIf(names::contain);
    var tail = tail(title);
    int shortest = keys.isEmpty() ? 0 : Integer.MAX_VALUE / 2;
    int longest = 0;
    for (var key : keys) {
      shortest = Math.min(shortest, key.length());
      longest = Math.max(longest, key.length());
    }
    // a line with more letters than that is no title
    var letters = new char[Math.min(LONGEST_KEY, longest + MORE + 1)];
    var exact = new ArrayList<Line>();
    var inHead = new ArrayList<Line>(); // a site's name in its logo, in most cases
    List<Line> headings = new ArrayList<>();
    int highest = Integer.MAX_VALUE;
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      int length = end - start;
      if (length >= 2 && length <= 300 && exact.size() + inHead.size() + headings.size() < MOST) {
        int flags = page.flagsAt(start);
        boolean heading = (flags & (Region.HEADING | Region.TITLED)) != 0;
        boolean may = length * 2 >= shortest && (heading || (flags & Region.LINK) == 0);
        int many = may ? letters(text, start, end, letters) : 0;
        // most lines are too short for any of the keys, or too long
        boolean fits = many * 2 >= shortest && many <= longest + MORE;
        var key = fits ? new String(letters, 0, many) : "";
        if ((flags & Region.FOOT) == 0 && titles(keys, key, heading) && !names.contain(key)) {
          boolean siteName = (flags & Region.TOP) != 0 && key.equals(tail);
          (siteName ? inHead : exact).add(new Line(start, end));
        } else if ((flags & Region.HEADING) != 0
            && (flags & AWAY) == 0
            && length >= 4
            && !leadsOn(text, end)) {
          int level = level(page.ownerAt(start));
          if (level < highest) {
            headings.clear(); // the headings of lower levels are those of blocks beside the text
            highest = level;
          }
          if (level == highest) {
            headings.add(new Line(start, end));
          }
        }
      }
      start = end + 1;
    }
    if (highest > 1) {
      headings = withoutBlocks(headings, page);
    }
    if (exact.isEmpty() && headings.isEmpty()) {
      var over = UnmarkedHeadline.in(page, names);
      return new Headline(over.map(List::of).orElse(inHead), over.isPresent(), page, text);
    }
    return new Headline(exact.isEmpty() ? headings : exact, false, page, text);
  }

  /// Whether the line ends in 更多: a block's heading.
  private static boolean leadsOn(String text, int end) {
    int at = end;
    while (at > 0 && !Character.isLetter(text.charAt(at - 1)) && text.charAt(at - 1) != '\n') {
      at--;
    }
    return text.startsWith("更多", at - 2) || text.regionMatches(true, at - 4, "more", 0, 4);
  }

  /// Without headings of blocks: under them links begin, and no running text follows before the
  /// next.
  private static List<Line> withoutBlocks(List<Line> headings, PageText page) {
    var text = page.text();
    var over = new ArrayList<Line>();
    for (int i = 0; i < headings.size(); i++) {
      int from = headings.get(i).end() + 1;
      int to = i + 1 < headings.size() ? headings.get(i + 1).start() : text.length();
      boolean links = from < text.length() && (page.flagsAt(from) & Region.LINK) != 0;
      if (!links || RunningText.within(page, from, to)) {
        over.add(headings.get(i));
      }
    }
    return over;
  }

  /// 1 for what stands in an h1.
  private static int level(Element element) {
    var heading = element.closest("h1, h2, h3");
    return heading == null ? 4 : heading.normalName().charAt(1) - '0';
  }

  /// What may be the article's title word for word.
  List<String> titles() {
    var title = page.tags().title();
    var titles = new ArrayList<String>();
    titles.add(title.strip());
    titles.add(parts(title, PARTING, 2).getFirst().strip());
    places.forEach(line -> titles.add(text.substring(line.start(), line.end()).strip()));
    titles.removeIf(one -> one.length() < LEAST_TITLE);
    return titles;
  }

  boolean found() {
    return !places.isEmpty();
  }

  /// Whether it is only told by where it stands.
  boolean guessed() {
    return guessed;
  }

  /// How many characters lie between `place` and the nearest headline: positive after it, negative
  /// before it; the greatest number when there is no headline.
  int distance(int place) {
    int nearest = Integer.MAX_VALUE;
    for (var line : places) {
      int distance = place >= line.end() ? place - line.end() : Math.min(0, place - line.start());
      if (place >= line.start() && place < line.end()) {
        return 0;
      }
      if (nearest == Integer.MAX_VALUE || Math.abs(distance) < Math.abs(nearest)) {
        nearest = distance;
      }
    }
    return nearest;
  }

  /// Whether running text stands between the nearest headline above and `place`.
  boolean afterText(int place) {
    Line above = null;
    for (var line : places) {
      if (line.start() <= place) {
        above = line;
      }
    }
    int start = above == null ? 0 : Math.min(above.end(), place);
    int limit = Math.max(start, place - 4000);
    int lineStart = limit;
    for (int i = limit; i < place; i++) {
      if (text.charAt(i) == '\n') {
        if (RunningText.is(page, lineStart, i)) {
          return true;
        }
        lineStart = i + 1;
      }
    }
    return false;
  }

  private static List<String> keys(List<Element> metas, String title) {
    var keys = new ArrayList<String>();
    for (var meta : metas) {
      if ((isTitle(meta.attr("name")) || isTitle(meta.attr("property"))) && inHead(meta)) {
        add(keys, meta.attr("content"));
      }
    }
    add(keys, title);
    add(keys, parts(title, PARTING, 2).getFirst());
    var longest = "";
    for (var part : parts(title, MORE_PARTING, 12)) {
      longest = part.length() > longest.length() ? part : longest;
    }
    add(keys, longest);
    return keys;
  }

  private static boolean isTitle(String name) {
    for (var title : TITLES) {
      if (title.equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean inHead(Element meta) {
    var up = meta.parent();
    while (up != null && !up.nameIs("head")) {
      up = up.parent();
    }
    return up != null;
  }

  /// The last part of a title, which names the site: 标题_栏目_某某市人民政府.
  private static String tail(String title) {
    var parts = parts(title, PARTING, 12);
    return parts.size() > 1 ? key(parts.getLast()) : "";
  }

  /// What stands between runs of those signs; at most so many parts, the last with all the rest.
  private static List<String> parts(String title, String signs, int most) {
    var parts = new ArrayList<String>();
    int start = 0;
    for (int i = 0; i < title.length() && parts.size() < most - 1; i++) {
      if (signs.indexOf(title.charAt(i)) >= 0) {
        parts.add(title.substring(start, i));
        while (i + 1 < title.length() && signs.indexOf(title.charAt(i + 1)) >= 0) {
          i++;
        }
        start = i + 1;
      }
    }
    parts.add(title.substring(start));
    return parts;
  }

  private static void add(List<String> keys, String title) {
    var key = key(title);
    if (key.length() >= 2 && !keys.contains(key)) {
      keys.add(key);
    }
  }

  private static boolean titles(List<String> keys, String line, boolean heading) {
    if (line.length() < 4) {
      return heading && line.length() >= 2 && keys.contains(line);
    }
    for (var key : keys) {
      if (key.equals(line)
          || (line.length() >= 6 && line.length() * 2 >= key.length() && key.contains(line))
          || (key.length() >= 6 && line.length() <= key.length() + MORE && line.contains(key))) {
        return true;
      }
    }
    return false;
  }

  /// A text as titles are compared: letters and digits alone, in lower case.
  static String key(String text) {
    var key = new char[Math.min(text.length(), LONGEST_KEY)];
    return new String(key, 0, letters(text, 0, text.length(), key));
  }

  /// Letters and digits alone, in lower case.
  ///
  /// @param into takes them, as many as it has room for
  /// @return how many
  private static int letters(String text, int start, int end, char[] into) {
    int length = 0;
    for (int i = start; i < end && length < into.length; i++) {
      char c = text.charAt(i);
      if (c >= 0x4E00 && c <= 0x9FFF) {
        into[length++] = c; // nearly all of them
      } else if (c < 0x80) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
          into[length++] = c;
        } else if (c >= 'A' && c <= 'Z') {
          into[length++] = (char) (c + ('a' - 'A'));
        }
      } else if (Character.isLetterOrDigit(c)) {
        into[length++] = Character.toLowerCase(c);
      }
    }
    return length;
  }
}
