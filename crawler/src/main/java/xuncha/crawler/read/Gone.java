package xuncha.crawler.read;

import java.util.Optional;
import java.util.regex.Pattern;
import xuncha.findings.edition.Lexicon;

/// Knows the pages that say, with status 200, that what was asked for is not there. On a page with
/// the site's frame one of the usual sentences must stand alone; on one that has nothing but a
/// sentence it is enough that a thing is named and that it is gone.
final class Gone {
  private static final Pattern TITLE_404 =
      Pattern.compile(
          "^(?:error|http|错误|提示)?[\\s:-]*404(?:[^0-9].{0,30})?$", Pattern.CASE_INSENSITIVE);
  private static final Pattern ERROR_TITLE =
      Pattern.compile(
          "^(?:错误|出错|error|提示|系统提示|信息提示|温馨提示|错误提示|错误页面|出错啦)[^\\u4e00-\\u9fff]{0,10}$",
          Pattern.CASE_INSENSITIVE);

  /// The status as a server writes it, in a text without white space.
  private static final Pattern STATUS =
      Pattern.compile("^(?:http)?(?:status|error|错误|状态)[:：]?404(?:$|[^0-9].{0,60}$)");

  /// How notices about missing things are called; a missing page is not announced.
  private static final Pattern ANNOUNCED =
      Pattern.compile("^关于|(?:公告|通告|通知|公示|通报|说明|声明|启事|决定|办法|须知)$");

  /// What others are said to have said or seen.
  private static final Pattern QUOTED = Pattern.compile("“[^“”]*”|‘[^‘’]*’|「[^「」]*」|\"[^\"]*\"");

  private static final Pattern ALERT =
      Pattern.compile("\\balert\\s*\\(\\s*(?:\"([^\"]{4,80})\"|'([^']{4,80})')");

  /// Where servers send whoever asks for what is missing.
  private static final Pattern ERROR_ADDRESS =
      Pattern.compile(
          "/(?:[\\w-]{1,30}/)?(?:error|err|notfound|not-found|page)?[-_/]?404(?:\\.[a-z]{2,5})?/?"
              + "|/(?:[\\w-]{1,30}/)?(?:error|err|exception)(?:\\.[a-z]{2,5})?/?\\?[\\w-]{1,20}=404",
          Pattern.CASE_INSENSITIVE);

  /// A script that has nothing to do but to say it and to send its reader back.
  private static final int MOST_CODE = 1_000;

  private static final int LONGEST = 80;
  private static final int MOST_LETTERS = 200;
  private static final int MOST_LINKS = 6;

  /// How far behind the thing it may be said that it is gone.
  private static final int NEAR = 10;

  private final Words sentences;
  private final Words things;
  private final Words missing;
  private final Words notFound;

  Gone(Lexicon lexicon) {
    sentences = Words.of(lexicon, "notice.not-found");
    things = Words.of(lexicon, "notice.thing");
    missing = Words.of(lexicon, "notice.missing");
    notFound = Words.of(lexicon, "notice.unfound");
  }

  /// Whether it is said on a page that may have the site's frame.
  boolean is(StateReader.Page page) {
    var named = TITLE_404.matcher(page.title().strip()).find() || isSentence(page.shortTitle());
    if ((named || isSentToError(page.reading())) && page.mainText() < 400) {
      return true;
    }
    if (page.mainText() >= 200) {
      return false;
    }
    var said = page.line(60, this::isSentence);
    return said.isPresent()
        && (page.anchors() < 40 || hasErrorTitle(page) || said.get().length() >= 8);
  }

  /// Whether the page has nothing but a sentence that says so.
  boolean isBare(StateReader.Page page) {
    return page.letters() < MOST_LETTERS
        && page.anchors() < MOST_LINKS
        && page.listed() == 0
        && !page.article()
        && page.pictures() < 3
        && page.line(LONGEST, line -> isSaid(line, page) && isMost(line, page)).isPresent()
        && page.fields() == 0;
  }

  /// Whether a page shows nothing, and its script says so.
  boolean saysSoByScript(StateReader.Page page) {
    if (page.letters() > 10 || page.anchors() > 1 || page.sheet().scripts().size() > 2) {
      return false;
    }
    return page.sheet().codes().stream()
        .filter(code -> code.length() < MOST_CODE)
        .flatMap(code -> ALERT.matcher(code).results())
        .map(said -> Words.plain(Optional.ofNullable(said.group(1)).orElseGet(() -> said.group(2))))
        .anyMatch(said -> isSaid(said, page));
  }

  private boolean isSentence(String plain) {
    return sentences.in(plain).isPresent()
        && !ANNOUNCED.matcher(plain).find()
        && sentences.in(unquoted(plain)).isPresent();
  }

  /// A line without what it quotes; a line that is one quotation is what the page says.
  private static String unquoted(String line) {
    var own = QUOTED.matcher(line).replaceAll("");
    return own.codePoints().anyMatch(Character::isLetterOrDigit) ? own : line;
  }

  private static boolean isSentToError(Reading reading) {
    return isErrorAddress(reading.finalUrl()) && !isErrorAddress(reading.askedUrl());
  }

  private static boolean isErrorAddress(String url) {
    return ERROR_ADDRESS.matcher(Addresses.path(url)).matches();
  }

  private boolean isSaid(String line, StateReader.Page page) {
    if (ANNOUNCED.matcher(line).find()) {
      return false;
    }
    return STATUS.matcher(line.replace(" ", "")).find()
        || thingIs(missing, line)
        || (hasErrorTitle(page) && thingIs(notFound, line));
  }

  /// Whether a thing of the site's is named, and that it is so right behind or before.
  private boolean thingIs(Words gone, String line) {
    var how = gone.in(line);
    if (how.isEmpty()) {
      return false;
    }
    var at = line.indexOf(how.get());
    var end = at + how.get().length();
    return things
        .in(line.substring(Math.max(0, at - NEAR), Math.min(line.length(), end + NEAR)))
        .isPresent();
  }

  /// Whether there is little else on the page.
  static boolean isMost(String line, StateReader.Page page) {
    return line.replace(" ", "").length() * 2 >= page.loose() || hasErrorTitle(page);
  }

  private static boolean hasErrorTitle(StateReader.Page page) {
    return ERROR_TITLE.matcher(page.title().strip()).find();
  }
}
