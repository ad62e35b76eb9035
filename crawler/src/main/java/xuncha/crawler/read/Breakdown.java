package xuncha.crawler.read;

import java.util.regex.Pattern;
import xuncha.findings.edition.Lexicon;

/// Knows what an application or its database says when it fails, though the status be 200: the page
/// begins with it or is called by it, and leads nowhere.
final class Breakdown {
  /// Where a page says what it is about. Traces of calls may follow, as long as they like.
  private static final int BEGINNING = 400;

  private static final int MOST_LINKS = 6;
  private static final int MOST_PICTURES = 3;

  private static final int MOST_LETTERS = 200;
  private static final int LONGEST = 80;

  /// What begins a trace of calls: java.sql.SQLException: …, System.Data.SqlClient.SqlException, or
  /// what an Oracle database reports.
  private static final Pattern TRACE =
      Pattern.compile(
          "(?m)^(?:[^\\n]{0,40}[:：\\s])?(?:(?:[a-z_]\\w{0,40}\\.){2,8}\\w{0,60}(?:exception|error)\\b|ORA-\\d{5}:)",
          Pattern.CASE_INSENSITIVE);

  private final Words words;
  private final Pattern trouble;

  Breakdown(Lexicon lexicon) {
    words = Words.of(lexicon, "notice.fault");
    trouble =
        Pattern.compile(
            "^(?:(?:很?抱歉|对不起|提示|错误|出错)[^\\p{L}]{1,3})?"
                + Words.any(lexicon, "notice.system")
                + "(?:内部|运行)?(?:发生|出现)?(?:了|未知|内部|一个)?"
                + Words.any(lexicon, "notice.trouble")
                + "[了啦]?(?=$|[^\\p{L}])");
  }

  boolean is(StateReader.Page page) {
    return page.listed() == 0
        && page.anchors() < MOST_LINKS
        && page.pictures() < MOST_PICTURES
        && !isWritten(page)
        && (words.in(page.shortTitle()).isPresent()
            || words.in(Words.plain(beginning(page))).isPresent()
            || TRACE.matcher(beginning(page)).find()
            || saysOnlyThat(page));
  }

  /// Whether the page has nothing but a sentence by which a system says that it failed.
  private boolean saysOnlyThat(StateReader.Page page) {
    return page.letters() < MOST_LETTERS
        && !page.article()
        && page.fields() == 0
        && page.line(LONGEST, line -> trouble.matcher(line).find() && Gone.isMost(line, page))
            .isPresent();
  }

  /// An article about such faults. Traces of calls are long too, but no sentences.
  private static boolean isWritten(StateReader.Page page) {
    var text = page.sheet().text();
    return page.article() && text.chars().filter(c -> c == '。').limit(3).count() == 3;
  }

  private static String beginning(StateReader.Page page) {
    var text = page.sheet().text();
    return text.substring(0, Math.min(text.length(), BEGINNING));
  }
}
