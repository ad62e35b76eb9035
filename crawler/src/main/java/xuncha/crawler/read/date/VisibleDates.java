package xuncha.crawler.read.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import xuncha.findings.visit.FoundDate.Provenance;

/// The dates that a reader of the page sees, each judged by its label and its place.
final class VisibleDates {
  private static final int MOST = 1500;
  private static final int CLOSE = 420;
  private static final int JUST_ABOVE = 160;
  private static final int SHORT_LINE = 90;
  private static final int LONG_LINE = 500;
  private static final int LONGEST_SPLIT = 14;
  private static final LocalDate WEB_BEGINS = LocalDate.of(1994, 1, 1);
  private static final LocalDate REPUBLIC_BEGINS = LocalDate.of(1949, 10, 1);

  private static final List<String> EVENT_WORDS = List.of("地点", "会场", "主讲", "主持人", "参加人");

  /// What the heading above readers' own words ends in.
  private static final List<String> COMMENTING = List.of("评论", "跟帖", "留言", "回帖", "評論");

  private static final int LONGEST_HEADING = 16;
  private static final int MOST_HEADINGS = 60;
  private static final int UNKNOWN = -1;

  private final PageText page;
  private final String text;
  private final Headline headline;
  private final Instant seenAt;
  private final LocalDate today;
  private final boolean inChina;
  private final List<Mention> mentions;
  private final BitSet rows;

  /// Where the words of readers begin under the article; looked for when first asked.
  private int comments = UNKNOWN;

  VisibleDates(
      PageText page,
      Headline headline,
      Instant seenAt,
      LocalDate today,
      boolean inChina,
      boolean monthFirst) {
    this.page = page;
    this.text = page.text();
    this.headline = headline;
    this.seenAt = seenAt;
    this.today = today;
    this.inChina = inChina;
    var all = DateText.mentions(text, monthFirst);
    this.mentions = all.size() > MOST ? all.subList(0, MOST) : all;
    this.rows = Rows.among(mentions, page);
  }

  private int comments() {
    comments = comments == UNKNOWN ? findComments() : comments;
    return comments;
  }

  /// The first line under running text that is no more than 网友评论（3）, or the text's end.
  private int findComments() {
    int first = text.length();
    int left = MOST_HEADINGS;
    for (var word : COMMENTING) {
      for (int at = text.indexOf(word); at >= 0 && at < first; at = text.indexOf(word, at + 1)) {
        boolean heading = left > 0 && isHeading(at, word.length());
        left -= heading ? 1 : 0;
        first = heading && headline.distance(at) > 0 && headline.afterText(at) ? at : first;
      }
    }
    return first;
  }

  private boolean isHeading(int word, int length) {
    int start = word;
    while (start > 0 && word - start < LONGEST_HEADING && text.charAt(start - 1) != '\n') {
      if (!Characters.han(text.charAt(--start))) {
        return false;
      }
    }
    int end = word + length;
    while (end < text.length() && end - start < LONGEST_HEADING && text.charAt(end) != '\n') {
      if (Character.isLetter(text.charAt(end)) && "条区".indexOf(text.charAt(end)) < 0) {
        return false;
      }
      end++;
    }
    return end - start < LONGEST_HEADING && (page.flagsAt(word) & Region.LINK) == 0;
  }

  /// All dates that may be the page's, in the order they are seen.
  ///
  /// @param years days claimed elsewhere, which may complete a date without a year
  /// @param filed the month in the page's address, which may do so too
  List<Candidate> candidates(List<LocalDate> years, Optional<YearMonth> filed) {
    var candidates = new ArrayList<Candidate>();
    var told = new HashSet<Told>();
    for (int i = 0; i < mentions.size(); i++) {
      var mention = mentions.get(i);
      if (!mention.span() && !rows.get(i)) {
        judge(mention, years, filed)
            .filter(one -> told.add(new Told(one.day(), one.trust())))
            .ifPresent(candidates::add);
      }
    }
    return candidates;
  }

  /// One day, as sure: said twice it is worth no more.
  private record Told(LocalDate day, double trust) {}

  /// How many dates stand in lists of other pages.
  int listed() {
    return rows.cardinality();
  }

  private Optional<Candidate> judge(
      Mention mention, List<LocalDate> years, Optional<YearMonth> filed) {
    var place = new Place(mention);
    if (place.has(Region.COMMENTS) && !(place.near && place.dated)) {
      return Optional.empty();
    }
    if (mention.start() > comments() && place.label != Label.UPDATED) {
      return Optional.empty();
    }
    return switch (mention.written()) {
      case Written.Full(_, var how) ->
          mention
              .fullDay(inChina)
              .filter(day -> believable(day, place.label))
              .flatMap(day -> full(mention, day, how, place));
      case Written.OfYear(var day) -> ofYear(mention, day, place, years, filed);
      case Written.OfMonth _ -> split(mention, place);
      case Written.Ago ago -> ago(mention, ago, place);
    };
  }

  private boolean believable(LocalDate day, Label label) {
    return !day.isAfter(today)
        && !day.isBefore(label == Label.PUBLISHED ? REPUBLIC_BEGINS : WEB_BEGINS);
  }

  private Optional<Candidate> full(
      Mention mention, LocalDate day, Written.Plainness how, Place place) {
    double trust =
        place.trust()
            * switch (how) {
              case PLAIN -> 1;
              case SHORT_YEAR -> 0.9;
              case EITHER_ORDER -> 0.8;
              case COMPACT -> place.label != Label.NONE ? 0.95 : place.named ? 0 : 0.4;
            };
    if (trust <= 0 || (day.equals(today) && place.tellsTheDay())) {
      return Optional.empty();
    }
    return Optional.of(
        new Candidate(
            day,
            inChina ? mention.timeInChina() : mention.time(),
            place.from(),
            trust,
            mention.raw()));
  }

  /// A day without a year is only believed where bylines stand, and best when the year is told
  /// elsewhere.
  private Optional<Candidate> ofYear(
      Mention mention,
      MonthDay day,
      Place place,
      List<LocalDate> years,
      Optional<YearMonth> filed) {
    boolean byline =
        place.label == Label.PUBLISHED
            || place.label == Label.PLAIN
            || (place.label == Label.NONE
                && !place.above
                && (mention.time().isPresent() || place.dated));
    double trust = place.trust();
    if (!byline || trust < 0.5 || place.sentence) {
      return Optional.empty();
    }
    var told =
        years.stream()
            .filter(year -> MonthDay.from(year).equals(day))
            .findFirst()
            .or(() ->
                filed
                    .filter(month -> month.getMonth() == day.getMonth())
                    .map(month -> day.atYear(month.getYear())));
    if (told.isPresent()) {
      return Optional.of(
          new Candidate(told.get(), mention.time(), place.from(), trust, mention.raw()));
    }
    return mention
        .written()
        .day(seenAt)
        .map(guess -> new Candidate(guess, mention.time(), place.from(), 0.45, mention.raw()));
  }

  /// A large 10 beside a small 2024-09, in a block that holds nothing else.
  private Optional<Candidate> split(Mention mention, Place place) {
    var element = page.ownerAt(mention.start());
    for (int n = 0; n < 3 && Rows.letters(element) <= LONGEST_SPLIT; n++) {
      var pieces = PageText.apart(element).text();
      if (SplitDate.inCalendar(pieces)) {
        return Optional.empty();
      }
      var date = SplitDate.in(pieces);
      if (date.isPresent() && date.get().written() instanceof Written.Full(var day, _)) {
        return believable(day, place.label) && place.trust() > 0
            ? Optional.of(
                new Candidate(day, Optional.empty(), place.from(), place.trust(), date.get().raw()))
            : Optional.empty();
      }
      var up = element.parent();
      if (up == null) {
        return Optional.empty();
      }
      element = up;
    }
    return Optional.empty();
  }

  private Optional<Candidate> ago(Mention mention, Written.Ago ago, Place place) {
    boolean stands = place.lineRest <= 24 && !place.sentence && (place.near || place.dated);
    boolean widget =
        ago.amount() == 0 && mention.time().isEmpty() && !mention.raw().startsWith("刚");
    if (place.label == Label.OTHER || place.has(Region.ASIDE) || place.inEntry()) {
      return Optional.empty();
    }
    var exact = exact(mention, place);
    if (exact.isPresent() || !stands || widget) {
      return exact;
    }
    return ago.day(seenAt)
        .filter(day -> believable(day, place.label))
        .map(day -> new Candidate(day, mention.time(), Provenance.RELATIVE, 0.5, mention.raw()));
  }

  private Optional<Candidate> exact(Mention shown, Place place) {
    if (place.trust() <= 0) {
      return Optional.empty();
    }
    var owner = page.ownerAt(shown.start());
    return ExactDate.of(owner, inChina, day -> believable(day, place.label))
        .map(mention ->
            new Candidate(
                mention.fullDay(inChina).orElseThrow(),
                inChina ? mention.timeInChina() : mention.time(),
                Provenance.TIME_ELEMENT,
                place.trust(),
                mention.raw()));
  }

  /// Where one date stands.
  private final class Place {
    private final Mention mention;
    private final int flags;
    private final Label label;
    private final boolean near;
    private final boolean above;
    private final boolean afterText;
    private final boolean dated;
    private final boolean companion;
    private final boolean sentence;
    private final boolean weekday;
    private final boolean inHeadline;
    private final boolean inLink;
    private final boolean alone;

    /// Whether a colon stands before it: what it is has a name, be it a date's or not.
    private final boolean named;

    /// Whether that name is one of another thing than dates and what stands beside them.
    private final boolean called;

    private final int lineRest;

    Place(Mention mention) {
      this.mention = mention;
      this.flags = page.flagsAt(mention.start());
      var before = Label.before(text, mention.start());
      var beside =
          before == Label.NONE ? Label.after(text, mention.start(), mention.end()) : before;
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
      int at = mention.start();
      while (at > lineStart && " [【(（".indexOf(text.charAt(at - 1)) >= 0) {
        at--;
      }
      if ((said != Label.NONE && at > lineStart) || headline.distance(wordBefore(at)) == 0) {
        return said;
      }
      var name = CellName.of(page.ownerAt(mention.start()), mention.raw());
      return name == Label.NONE ? said : name;
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
      int at = mention.start();
      while (at > lineStart && " [【(（".indexOf(text.charAt(at - 1)) >= 0) {
        at--;
      }
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

    /// Whether today's date stands here for readers to know which day it is: in the page's head,
    /// and nothing on its line is said of an article.
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
            Math.min(
                trust, mention.time().isPresent() ? 0.5 : 0.45); // page heads show today's date
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
      if (!alone
          || heading == null
          || (Region.of(heading) & (Region.HEADING | Region.TITLED)) == 0) {
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
    private boolean inEntry() {
      var entry = page.ownerAt(mention.start()).closest("li, tr, dd, dt");
      var linked = entry != null && entry.nameIs("dt") ? entry.nextElementSibling() : entry;
      return linked != null && Rows.mostlyLink(linked);
    }

    /// 时间：… 地点：…: when something takes place.
    private boolean event() {
      var next =
          text.substring(mention.end(), Math.min(text.length(), mention.end() + 60))
              .replace(" ", "");
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
}
