package xuncha.crawler.read;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How the body that keeps a site can be reached: a telephone number in the footer, near it or in
/// the page's head, else a mailbox there, else a link that is called so. A fax is no telephone, but
/// whoever gives nothing else can be reached by it.
final class ContactReader {
  private static final String HYPHEN = "\\s?[-—－]?\\s?";
  private static final String LOCAL = "\\d{3,4}[\\s-]?\\d{4}(?!\\d)";

  /// +86 551 6260 1234, (086)-0795-3270639, 86-551-62601234.
  private static final String FROM_ABROAD =
      "(?:\\(?(?:\\+|00)86\\)?|\\(0?86\\)|0?86(?=[-—－\\s]))"
          + HYPHEN
          + "(?:\\(0\\))?\\(?0?[1-9]\\d{1,2}\\)?"
          + HYPHEN
          + LOCAL;

  private static final String NUMBER =
      FROM_ABROAD
          + "|\\(?0\\d{2,3}\\)?"
          + HYPHEN
          + LOCAL
          + "|1[3-9]\\d{9}|400-?\\d{3,4}-?\\d{3,4}|\\d{7,8}(?!\\d)|(?:0\\d{2,3}-?)?123\\d{2}(?!\\d)";

  /// Between a label and its number no other label stands, and no other kind of number.
  private static final String GAP = "(?:(?!传\\s?真|fax|备|标识)[^\\d]){0,12}?";

  static final Pattern TELEPHONE =
      Pattern.compile(
          "(?:电\\s?话(?:\\s?[/、及(]?\\s?传\\s?真)?|热线|联系(?:方式|我们)|(?<![a-z])tel)"
              + GAP
              + "("
              + NUMBER
              + ")",
          Pattern.CASE_INSENSITIVE);

  /// In a footer a number needs no label, unless it has another one.
  private static final Pattern BARE_NUMBER =
      Pattern.compile(
          "(?<![\\d+(-])(?=[\\d+(])(?<!(?:传\\s?真|fax)[^\\d]{0,8})("
              + FROM_ABROAD
              + "|\\(?0\\d{2,3}\\)?\\s?[-—－]\\s?"
              + LOCAL
              + ")",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FAX =
      Pattern.compile("(?:传\\s?真|fax)[^\\d]{0,12}?(" + NUMBER + ")", Pattern.CASE_INSENSITIVE);

  private static final Pattern MAIL =
      Pattern.compile(
          "(?:邮\\s?箱|邮件|E-?mail)[^A-Za-z0-9]{0,6}([\\w.-]{1,40}@[\\w.-]{4,60})",
          Pattern.CASE_INSENSITIVE);

  /// Where the site speaks of itself, on a page without a block that is its footer.
  private static final Pattern SITE_LINE =
      Pattern.compile("(?m)^.*?(?:版权所有|copyright|ICP|网安备|标识码)", Pattern.CASE_INSENSITIVE);

  /// Characters before the footer among which a way to reach the body is its own.
  private static final int NEAR_END = 600;

  private final MarkText text;
  private final boolean home;

  /// @param home whether it is the home page; others speak of many matters, and whom to call about
  ///   one of them stands in their last lines
  ContactReader(MarkText text, boolean home) {
    this.text = text;
    this.home = home;
  }

  Optional<String> telephone() {
    return inFooters(TELEPHONE, BARE_NUMBER).or(() -> near(TELEPHONE));
  }

  Optional<String> mailbox() {
    return text.text().indexOf('@') < 0 ? Optional.empty() : inFooters(MAIL).or(() -> near(MAIL));
  }

  Optional<String> fax() {
    return inFooters(FAX);
  }

  private Optional<String> inFooters(Pattern... ways) {
    return text.footers().stream()
        .flatMap(footer -> Stream.of(ways).map(way -> MarkReader.first(way, footer)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> near(Pattern way) {
    return MarkReader.first(way, end()).or(() -> MarkReader.first(way, text.head()));
  }

  private String end() {
    if (home) {
      return text.end(NEAR_END);
    }
    var end = text.footers().isEmpty() ? text.end(NEAR_END) : "";
    var site = SITE_LINE.matcher(end);
    return site.find() ? end.substring(site.start()) : "";
  }
}
