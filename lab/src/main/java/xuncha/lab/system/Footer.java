package xuncha.lab.system;

import static xuncha.lab.site.LabMarks.Mark.CONTACT;
import static xuncha.lab.site.LabMarks.Mark.ERROR_REPORT;
import static xuncha.lab.site.LabMarks.Mark.ICP;
import static xuncha.lab.site.LabMarks.Mark.ORGANISER;
import static xuncha.lab.site.LabMarks.Mark.PARTY;
import static xuncha.lab.site.LabMarks.Mark.POLICE;
import static xuncha.lab.site.LabMarks.Mark.SITEMAP;
import static xuncha.lab.site.LabMarks.Mark.SITE_CODE;

import xuncha.lab.site.Blueprint;
import xuncha.lab.site.LabMarks.Mark;

/// The marks of a footer, each as a piece of HTML that a system puts where it likes; a mark that
/// the site lacks is an empty piece.
final class Footer {
  private final Blueprint site;
  private final String mapUrl;

  Footer(Blueprint site, String mapUrl) {
    this.site = site;
    this.mapUrl = mapUrl;
  }

  /// The whole footer in lines, or the script that writes it.
  ///
  /// @param open what begins a line
  /// @param close what ends it
  String lines(String open, String close) {
    if (site.marks().scripted()) {
      return "<script type=\"text/javascript\" src=\"/js/foot.js\"></script>\n";
    }
    return open
        + join("　", map(), organiser(), contact())
        + close
        + "\n"
        + open
        + join("　", code(), icp(), police())
        + close
        + "\n"
        + open
        + join(" ", party(), errorReport())
        + close
        + "\n";
  }

  /// The script that writes the footer of a site whose pages leave it to one.
  static String script(Blueprint site, String mapUrl) {
    var shown = new Footer(site.withMarks(plain(site)), mapUrl).lines("<p>", "</p>");
    var out = new StringBuilder("var h='';\n");
    shown
        .lines()
        .forEach(line -> out.append("h+='").append(line.replace("'", "\\'")).append("';\n"));
    return out.append("document.write(h);\n").toString();
  }

  String organiser() {
    return shows(ORGANISER) ? "主办单位" + colon() + site.body().name() : "";
  }

  String contact() {
    return shows(CONTACT)
        ? "联系电话" + colon() + site.body().areaCode() + "-" + site.lot("phone").digits(7)
        : "";
  }

  String map() {
    return shows(SITEMAP) ? "<a href=\"" + mapUrl + "\">网站地图</a>" : "";
  }

  String code() {
    var shown = site.marks().code().isEmpty() ? site.code() : site.marks().code();
    return shows(SITE_CODE) ? "网站标识码" + colon() + wide(shown) : "";
  }

  String icp() {
    return shows(ICP)
        ? "<a href=\"http://beian.miit.gov.cn/\" target=\"_blank\">皖ICP备"
            + wide(site.lot("icp").digits(8))
            + "号-1</a>"
        : "";
  }

  String police() {
    var number = site.body().adcode() + "02" + site.lot("police").digits(6);
    return shows(POLICE)
        ? "<a href=\"http://www.beian.gov.cn/portal/registerSystemInfo?recordcode="
            + number
            + "\" target=\"_blank\"><img src=\"/images/ghs.png\" alt=\"\" />皖公网安备 "
            + wide(number)
            + "号</a>"
        : "";
  }

  String party() {
    return shows(PARTY)
        ? "<a href=\"http://bszs.conac.cn/sitename?method=show&amp;id="
            + site.lot("conac").hex(32)
            + "\" target=\"_blank\"><img src=\"/images/red.png\" alt=\"党政机关\" width=\"60\" /></a>"
        : "";
  }

  String errorReport() {
    var code = site.marks().reportCode().isEmpty() ? site.code() : site.marks().reportCode();
    return shows(ERROR_REPORT)
        ? "<a href=\"http://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code="
            + code
            + "\" target=\"_blank\"><img src=\"/images/jiucuo.png\" alt=\"我为政府网站找错\" /></a>"
        : "";
  }

  private boolean shows(Mark mark) {
    return site.marks().shows(mark);
  }

  private String colon() {
    return site.marks().wide() ? "：" : site.lot("colon").chance(70) ? "：" : ":";
  }

  private String wide(String digits) {
    if (!site.marks().wide()) {
      return digits;
    }
    var out = new StringBuilder();
    digits.chars().forEach(c -> out.append((char) (c >= '0' && c <= '9' ? c - '0' + '０' : c)));
    return out.toString();
  }

  private static xuncha.lab.site.LabMarks plain(Blueprint site) {
    var marks = site.marks();
    return new xuncha.lab.site.LabMarks(
        marks.missing(), marks.code(), marks.reportCode(), false, marks.wide());
  }

  private static String join(String between, String... pieces) {
    return java.util.Arrays.stream(pieces)
        .filter(piece -> !piece.isEmpty())
        .collect(java.util.stream.Collectors.joining(between));
  }
}
