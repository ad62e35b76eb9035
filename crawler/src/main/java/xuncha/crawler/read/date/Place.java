package xuncha.crawler.read.date;

import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import xuncha.findings.visit.FoundDate.Provenance;

/// Where one date stands, what it is called there, and how far it is the page's for that.
final class Place {
  private static final int CLOSE = 420;
  private static final int JUST_ABOVE = 160;
  private static final int SHORT_LINE = 90;
  private static final int LONG_LINE = 500;
  private static final List<String> EVENT_WORDS = List.of("地点", "会场", "主讲", "主持人", "参加人");

  private final PageText page;
  private final String text;
  private final Headline headline;
  private final boolean inChina;
  private final Mention mention;
  private final int flags;
  final Label label;
  final boolean near;
  final boolean above;
  private final boolean afterText;
  final boolean dated;
  private final boolean companion;
  final boolean sentence;
  private final boolean weekday;
  private final boolean inHeadline;
  private final boolean inLink;
  private final boolean alone;

  /// Whether a colon stands before it: what it is has a name, be it a date's or not.
  final boolean named;

  /// Whether that name is one of another thing than dates and what stands beside them.
  private final boolean called;

  final int lineRest;

  Place(PageText page, Headline headline, boolean inChina, Mention mention) {
    this.page = page;
    this.text = page.text();
    this.headline = headline;
    this.inChina = inChina;
    this.mention = mention;
    this.flags = page.flagsAt(mention.start());
    var before = Label.before(text, mention.start());
    var beside = before == Label.NONE ? Label.after(text, mention.start(), mention.end()) : before;
    int distance = headline.distance(mention.start());
    this.afterText = headline.afterText(mention.start());
    this.above = distance < 0;
    this.inHeadline = distance == 0;
    boolean justAbove = -distance <= JUST_ABOVE && !headline.guessed();
    this.near = !afterText && (above ? justAbove : distance <= CLOSE);
    this.dated = dated();
    int lineStart = lineStart();
    int lineEnd = lineEnd();
    this.lineRest = lineEnd - lineStart - (mention.end() - mention.start());
    this.label = label(cell(beside, lineStart), lineStart, lineEnd);
    this.alone = alone();
    this.named = mention.start() > 0 && ":：".indexOf(text.charAt(mention.start() - 1)) >= 0;
    this.called = called(lineStart);
    this.companion = companion(lineStart, lineEnd);
    this.sentence = sentence(lineStart, lineEnd);
    this.weekday = weekday();
    this.inLink = has(Region.LINK) && !aloneInLink();
  }

  /// The name that its cell gives it, where the words on its own line give none.
  private Label cell(Label said, int lineStart) {
    int at = bracketsBegin(lineStart);
    if ((said != Label.NONE && at > lineStart) || headline.distance(wordBefore(at)) == 0) {
      return said;
    }
    var name = CellName.of(page.ownerAt(mention.start()), mention.raw());
    return name == Label.NONE ? said : name;
  }

  /// Where the brackets begin that are opened right before it.
  private int bracketsBegin(int lineStart) {
    int at = mention.start();
    while (at > lineStart && " [【(（".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return at;
  }

  private int wordBefore(int place) {
    int at = place - 1;
    while (at > 0 && place - at < 4 && " \n".indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    return Math.max(0, at);
  }

  /// 文件版本：2024-09-10 names no publication; an empty 来源： beside the date names nothing.
  private boolean called(int lineStart) {
    int at = bracketsBegin(lineStart);
    if (at < lineStart + 2
        || ":：".indexOf(text.charAt(at - 1)) < 0
        || !Characters.han(text.charAt(at - 2))) {
      return false;
    }
    return !Companions.in(text, Math.max(lineStart, at - 8), at - 1);
  }

  private Label label(Label said, int lineStart, int lineEnd) {
    if (said == Label.NONE && told(lineStart, lineEnd)) {
      return Label.PUBLISHED;
    }
    if (said == Label.PUBLISHED && Characters.item(text, lineStart)) {
      return Label.OTHER; // 六、采购公告发布日期：… in a notice
    }
    // an empty 发布时间： above a text that begins with a date labels nothing
    char after = mention.end() < lineEnd ? text.charAt(mention.end()) : '\n';
    boolean textBegins =
        "，、。；".indexOf(after) >= 0 || (Characters.han(after) && lineRest > SHORT_LINE);
    return mention.start() == lineStart && textBegins ? Label.OTHER : said;
  }

  boolean has(int flag) {
    return (flags & flag) != 0;
  }

  /// Whether today's date stands here for readers to know which day it is: in the page's head, and
  /// nothing on its line is said of an article.
  boolean tellsTheDay() {
    return label == Label.NONE
        && (above || !headline.found())
        && !Companions.in(text, lineStart(), mention.start())
        && !Companions.in(text, mention.end(), lineEnd());
  }

  Provenance from() {
    if (label == Label.PUBLISHED || label == Label.PLAIN || label == Label.UPDATED) {
      return Provenance.LABELLED;
    }
    if (has(Region.TIME_TAG)) {
      return Provenance.TIME_ELEMENT;
    }
    return near || dated ? Provenance.BYLINE : Provenance.TEXT;
  }

  double trust() {
    double trust =
        switch (label) {
          case PUBLISHED -> published();
          case PLAIN -> plain();
          case UPDATED -> near || companion ? 0.69 : 0.5;
          case DOCUMENT, LETTER -> 0;
          case OTHER -> 0;
          case NONE -> bare();
        };
    if (has(Region.HIDDEN)) {
      trust = label == Label.PUBLISHED || dated ? trust * 0.55 : 0;
    }
    if (has(Region.FOOT)) {
      // 最后更新 in a foot is said of the whole site
      trust *= label == Label.PUBLISHED ? 0.7 : label == Label.UPDATED ? 0 : 0.3;
    }
    if (has(Region.ASIDE)) {
      trust *= label == Label.PUBLISHED && near ? 0.95 : 0.5;
    }
    return trust;
  }

  private double published() {
    if ((sentence || !inChina) && lineRest > SHORT_LINE) {
      return 0.45;
    }
    return near ? 0.95 : has(Region.TOP) ? 0.6 : 0.85;
  }

  private double plain() {
    if (weekday && !companion && (above || !near)) {
      return 0.15;
    }
    if (event()) {
      return 0;
    }
    if (near && lineRest <= SHORT_LINE) {
      return 0.9;
    }
    if (companion || dated) {
      return 0.8;
    }
    return afterText ? 0 : 0.45;
  }

  private double bare() {
    if (sentence
        || called
        || inLink
        || (inHeadline && !dated && !closesHeadline())
        || (!companion && inEntry())) {
      return 0;
    }
    if (has(Region.TOP) && (above || !near)) {
      return 0;
    }
    if (weekday && !companion && (above || !headline.found())) {
      return 0;
    }
    double trust = near ? 0.72 : 0;
    if (dated) {
      trust = near ? 0.84 : headline.found() ? 0.48 : 0.58;
    }
    if (companion && lineRest <= SHORT_LINE) {
      trust = Math.max(trust, near ? 0.86 : 0.46);
    }
    if (trust == 0 && lineRest <= 3 && !inChina && !above && headline.found()) {
      trust = 0.38;
    }
    if (lineRest > (companion || dated ? SHORT_LINE : SHORT_LINE / 2) && !(alone && dated)) {
      trust *= 0.5;
    }
    if (has(Region.TOP) && !companion) {
      trust *= 0.65;
    }
    if (above && !companion) {
      trust =
          Math.min(trust, mention.time().isPresent() ? 0.5 : 0.45); // page heads show today's date
    }
    return mention.time().isPresent() && trust > 0 ? Math.min(0.88, trust + 0.04) : trust;
  }

  /// Blogs link their date to the article itself; a date among a link's words is another page's.
  private boolean aloneInLink() {
    var link = page.ownerAt(mention.start()).closest("a");
    return link != null && Rows.letters(link) <= mention.raw().length() + 12;
  }

  /// Whether it is set apart at the headline's end, in an element of its own.
  private boolean closesHeadline() {
    var owner = page.ownerAt(mention.start());
    var heading = owner.parent();
    if (!alone || heading == null || (Region.of(heading) & (Region.HEADING | Region.TITLED)) == 0) {
      return false;
    }
    int end = mention.end();
    while (end < text.length() && " )）]】".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    int start = mention.start();
    while (start > 0 && " (（[【".indexOf(text.charAt(start - 1)) >= 0) {
      start--;
    }
    return (end == text.length() || text.charAt(end) == '\n')
        && start > lineStart()
        && !page.ownerAt(start - 1).equals(owner);
  }

  /// Whether it stands in a list's entry beside the link to another page.
  boolean inEntry() {
    var entry = page.ownerAt(mention.start()).closest("li, tr, dd, dt");
    var linked = entry != null && entry.nameIs("dt") ? entry.nextElementSibling() : entry;
    return linked != null && Rows.mostlyLink(linked);
  }

  /// 时间：… 地点：…: when something takes place.
  private boolean event() {
    var next =
        text.substring(mention.end(), Math.min(text.length(), mention.end() + 60)).replace(" ", "");
    return EVENT_WORDS.stream().anyMatch(next::contains);
  }

  private boolean alone() {
    return page.pieceAround(mention.start()) <= mention.raw().length() + 12
        && page.ownerAt(mention.start()).childNodeSize() <= 2;
  }

  /// Lines are looked at for some hundred characters: a page may be one line.
  private int lineStart() {
    int at = mention.start();
    while (at > 0 && mention.start() - at < LONG_LINE && text.charAt(at - 1) != '\n') {
      at--;
    }
    return at;
  }

  private int lineEnd() {
    int at = mention.end();
    while (at < text.length() && at - mention.end() < LONG_LINE && text.charAt(at) != '\n') {
      at++;
    }
    return at;
  }

  /// "Dieser Beitrag wurde am … veröffentlicht", "This entry was posted on …".
  private boolean told(int lineStart, int lineEnd) {
    if (inChina || lineRest > 2 * SHORT_LINE) {
      return false;
    }
    var line = text.substring(lineStart, lineEnd).toLowerCase(Locale.ROOT);
    return LabelWords.PIECES.stream().anyMatch(line::contains)
        && LabelWords.ISSUED.stream().anyMatch(line::contains);
  }

  private boolean dated() {
    Element element = page.ownerAt(mention.start());
    for (int n = 0; n < 3; n++) {
      if ((Region.of(element) & Region.DATED) != 0) {
        return true;
      }
      var up = element.parent();
      if (up == null || up.childNodeSize() > 12) {
        return false;
      }
      element = up;
    }
    return false;
  }

  private boolean companion(int lineStart, int lineEnd) {
    // above the headline only its own line counts: the next lines may be the real byline
    int from = Math.max(above ? lineStart : 0, mention.start() - 70);
    int to = Math.min(above ? lineEnd : text.length(), mention.end() + 70);
    return Companions.in(text, from, mention.start()) || Companions.in(text, mention.end(), to);
  }

  /// Whether running text goes on right after the date, or leads up to it.
  private boolean sentence(int lineStart, int lineEnd) {
    int next = mention.end();
    char after = next < lineEnd ? text.charAt(next) : '\n';
    char before = mention.start() > lineStart ? text.charAt(mention.start() - 1) : '\n';
    if (neighbouring(lineStart)) {
      return true;
    }
    if ("，、。；起前后以至".indexOf(after) >= 0 || "于自从至到在年《".indexOf(before) >= 0) {
      return label != Label.PUBLISHED;
    }
    if (!Characters.han(after) || label != Label.NONE) {
      return false;
    }
    int end = Math.min(lineEnd, next + 6);
    return !text.startsWith("星期", next) && after != '周' && !Companions.at(text, next, end);
  }

  /// 上一篇：… 2024-09-11.
  private boolean neighbouring(int lineStart) {
    var line = text.substring(lineStart, Math.min(mention.start(), lineStart + 8));
    return line.startsWith("上一") || line.startsWith("下一");
  }

  private boolean weekday() {
    int to = Math.min(text.length(), mention.end() + 6);
    var window = mention.raw() + text.substring(mention.end(), to);
    return window.contains("星期") || window.contains("周") || window.contains("週");
  }
}
