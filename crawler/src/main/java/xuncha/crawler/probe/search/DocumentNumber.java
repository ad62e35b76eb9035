package xuncha.crawler.probe.search;

import java.util.Optional;
import java.util.regex.Pattern;
import xuncha.crawler.Inquiry.Sought;
import xuncha.crawler.read.PageReader;

/// The number of a document, as its page gives it: 皖政办〔2020〕12号.
final class DocumentNumber {
  private static final int LONGEST = 60_000;
  private static final Pattern NUMBER =
      Pattern.compile(
          "[\\u4e00-\\u9fff]{1,12}[〔\\[（(【]\\s*(?:19|20)\\d{2}\\s*[〕\\]）)】]\\s*(?:第)?\\s*\\d{1,4}\\s*号");
  private static final Pattern LABELLED =
      Pattern.compile("(?:发文字号|发文号|文\\s*号|文件编号)\\s*[:：]?\\s*(" + NUMBER.pattern() + ")");

  private DocumentNumber() {}

  /// The number after its label, else one in the title; one that the text merely speaks of is
  /// another document's.
  static Optional<String> in(Sought.Page page, String title) {
    var own = NUMBER.matcher(title);
    if (own.find()) {
      return Optional.of(own.group());
    }
    var text = PageReader.tree(page.answer()).text();
    var labelled = LABELLED.matcher(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    return labelled.find()
        ? Optional.of(labelled.group(1).replaceAll("\\s+", ""))
        : Optional.empty();
  }
}
