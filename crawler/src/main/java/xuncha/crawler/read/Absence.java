package xuncha.crawler.read;

import java.util.regex.Pattern;
import xuncha.findings.edition.Lexicon;

/// Knows sentences for "nothing here" that are put together from usual parts: a place that is being
/// worked on (栏目调整中) or waits for it (内容待补充), one without entries (此栏目下没有文章), a count of none. They
/// are believed only where a clause ends with them: 数据迁移中的安全问题 is about something.
final class Absence {
  private static final String END = "(?=$|[^\\p{L}\\p{N}])";

  private final Pattern said;
  private final Pattern counted;

  Absence(Lexicon lexicon) {
    var place = Words.any(lexicon, "notice.place");
    var work = Words.any(lexicon, "notice.work");
    var entry = Words.any(lexicon, "notice.entry");
    var worked =
        place
            + "(?:目前|现|仍|还|尚)?(?:(?:正在|正处于|处于|正)(?:W){1,2}(?:之?中)?|(?:W){1,2}之?中|待(?:W){1,2})"
                .replace("W", work);
    var without =
        "(?:^|[^\\p{L}\\p{N}]|目前|当前|这里|此处|"
            + place
            + "[下中内里]?)(?:目前|暂时|还|尚|暂)?"
            + Words.any(lexicon, "notice.none")
            + "(?:任何|相关|有关|更多|最新)?的?"
            + entry;
    said = Pattern.compile("(?:" + worked + "|" + without + ")" + END);
    counted =
        Pattern.compile(
            "共(?:(?:找|查|检索|搜索|查询)到(?:相关)?(?:E)?0[条个篇项]|有?0[条个篇项](?:相关)?的?E)".replace("E", entry));
  }

  /// Whether a plain line says so in words.
  boolean says(String plain) {
    return said.matcher(plain).find();
  }

  /// Whether it counts none, as pages do too before a script has fetched anything.
  boolean counts(String plain) {
    return plain.indexOf('0') > 0 && counted.matcher(plain).find();
  }
}
