package xuncha.crawler.read.date;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/// What an element says about everything inside it: by its tag and the words in its class and id.
/// Weighs what is written in it, and does not part the page: a wrapper may be called a foot.
final class Region {
  static final int LINK = 1;
  static final int HIDDEN = 1 << 1;
  static final int FOOT = 1 << 2;
  static final int TOP = 1 << 3;
  static final int ASIDE = 1 << 4;
  static final int COMMENTS = 1 << 5;
  static final int HEADING = 1 << 6;
  static final int DATED = 1 << 7;
  static final int TIME_TAG = 1 << 8;
  static final int ARTICLE = 1 << 9;
  static final int PARAGRAPH = 1 << 10;
  static final int TITLED = 1 << 11;

  private static final int MOST_LETTERS = 160;

  private static final Set<String> FOOT_WORDS = Set.of("copy", "friendlink", "friendlinks");

  /// Where today's date stands, or another one that is no article's.
  private static final Set<String> TOP_WORDS =
      Set.of("breadcrumb", "weather", "search", "today", "nowtime", "sitedate");

  /// Where other articles' dates stand; what is called so may well be a page's content.
  private static final Set<String> ASIDE_WORDS =
      Set.of("teaser", "widget", "prev", "next", "prevnext", "sxp", "more", "latest");

  private static final Set<String> COMMENT_WORDS =
      Set.of(
          "comment", "comments", "commentlist", "reply", "replies", "pinglun", "disqus", "respond");
  private static final Set<String> ARTICLE_WORDS =
      Set.of("article", "entry", "post", "content", "detail", "main", "title", "news", "single");
  private static final Set<String> DATE_WORDS =
      Set.of(
          "date",
          "time",
          "datetime",
          "pubdate",
          "pubtime",
          "publish",
          "published",
          "pub",
          "posted",
          "postdate",
          "posttime",
          "fbsj",
          "fbrq",
          "rq",
          "sj",
          "shijian",
          "riqi",
          "timestamp",
          "addtime",
          "createtime",
          "releasetime",
          "pubtimes",
          "created",
          "byline",
          "dateline");

  private static final Set<String> TITLE_WORDS = Set.of("title", "headline", "biaoti", "bt");

  /// The flags of every word, for names are read word by word.
  private static final Map<String, Integer> WORDS = words();

  private static final Known<Integer> NAMES = new Known<>(Region::byWords);

  private Region() {}

  private static Map<String, Integer> words() {
    var words = new HashMap<String, Integer>();
    add(words, DATE_WORDS, DATED);
    add(words, ARTICLE_WORDS, ARTICLE);
    add(words, TITLE_WORDS, TITLED);
    add(words, PartNames.FOOT, FOOT);
    add(words, FOOT_WORDS, FOOT);
    add(words, PartNames.TOP, TOP);
    add(words, PartNames.NAVIGATION, TOP);
    add(words, TOP_WORDS, TOP);
    add(words, PartNames.ASIDE, ASIDE);
    add(words, ASIDE_WORDS, ASIDE);
    add(words, COMMENT_WORDS, COMMENTS);
    return words;
  }

  private static void add(Map<String, Integer> words, Set<String> its, int flag) {
    its.forEach(word -> words.merge(word, flag, (one, other) -> one | other));
  }

  /// The flags that `element` adds.
  static int of(Element element) {
    var names = element.className();
    var id = element.id();
    return byTag(element)
        | (hidden(element) ? HIDDEN : 0)
        | (names.length() < 2 ? 0 : NAMES.of(names))
        | (id.length() < 2 ? 0 : NAMES.of(id));
  }

  /// Those that its tag adds alone.
  static int byTag(Element element) {
    return switch (element.normalName()) {
      case "a" -> element.hasAttr("href") ? LINK : 0;
      case "footer" -> FOOT;
      case "nav" -> TOP;
      case "header" -> TOP;
      case "aside" -> ASIDE;
      case "h1", "h2", "h3" -> HEADING;
      case "h4", "h5" -> TITLED;
      case "time" -> TIME_TAG | DATED;
      case "publishtime" -> DATED; // a tag of one common content system
      case "article", "main" -> ARTICLE;
      case "p" -> PARAGRAPH;
      default -> 0;
    };
  }

  private static int byWords(String names) {
    int flags = 0;
    for (var word : NameWords.of(names.substring(0, Math.min(names.length(), MOST_LETTERS)))) {
      flags |= word.length() > 1 ? word(word) : 0;
    }
    // an article's own header and footer carry its byline
    return (flags & ARTICLE) == 0 ? flags : flags & ~(TOP | FOOT | ARTICLE);
  }

  private static int word(String word) {
    return WORDS.getOrDefault(word, 0) | (datedEnd(word) ? DATED : 0);
  }

  /// newsdatum, entrydate, pubtime: one word in some class names.
  private static boolean datedEnd(String word) {
    return word.endsWith("datum")
        || word.endsWith("time")
        || (word.endsWith("date") && !word.endsWith("update") && !word.endsWith("validate"));
  }

  private static boolean hidden(Element element) {
    if (element.hasAttr("hidden")) {
      return true;
    }
    var style = element.attr("style");
    return style.length() >= 12
        && style.length() < 500
        && style.toLowerCase(Locale.ROOT).contains("display")
        && style.replace(" ", "").toLowerCase(Locale.ROOT).contains("display:none");
  }
}
