package xuncha.crawler.probe.consult;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import xuncha.findings.visit.Letters.Kind;

/// Where a page says it stands: 当前位置：首页 > 互动交流 > 领导信箱.
///
/// @param path the sections as written, empty where the page does not say
record Crumbs(String path) {
  private static final Pattern LEAD = Pattern.compile("(?:当前|现在|所在|您的|你的|所处)?的?位置(?:是)?\\s*[:：>]");
  private static final int LONGEST = 160;

  static Crumbs of(Element page) {
    for (var line : LetterValues.lines(page)) {
      var lead = LEAD.matcher(line);
      if (lead.find() && lead.start() < 8 && line.length() <= LONGEST) {
        return new Crumbs(line.substring(lead.end()).strip());
      }
    }
    return new Crumbs("");
  }

  /// What sort of letters stand there; consultation where nothing says otherwise.
  Kind kind() {
    return LetterKind.of(path, "");
  }
}
