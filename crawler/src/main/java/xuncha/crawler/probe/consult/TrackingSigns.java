package xuncha.crawler.probe.consult;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import xuncha.findings.visit.Consultation.Tracking;
import xuncha.findings.visit.Link;
import xuncha.findings.visit.PageFacts;

/// Signs that one who wrote can look up how the message fares: a link, a form for the number, or a
/// sentence that says so.
final class TrackingSigns {
  private static final int LONGEST_NAME = 20;

  private static final Pattern LINK =
      Pattern.compile(
          "(?:信件|来信|留言|咨询|诉求|建议|受理|答复|回复|信箱|来件|问题)(?:的)?(?:办理|处理|回复|答复|受理)?(?:进度|结果|情况|状态)?(?:查询|跟踪|追踪|查看)"
              + "|查询(?:我的)?(?:信件|来信|留言|回复|答复|咨询|诉求)|我的(?:信件|留言|咨询|来信|诉求)|查信|(?:按|凭|用)?(?:编号|查询码)查询|我要查询|(?:办理|处理)(?:进度|结果|状态|情况)查询");

  private static final Pattern NUMBER =
      Pattern.compile("查询码|查询号|查询密码|(?:信件|受理|留言|咨询|办件|来信|回执|流水)(?:编?号|单号|序号)|编号|单号|回执码");

  private static final Pattern NOTICE =
      Pattern.compile(
          "(?:凭|使用|输入|牢记|记住|记下|保存|记录|保管|生成|返回|获得|得到)[^。；;]{0,14}(?:查询码|查询号|编号|受理号|查询密码|信件号|单号|回执)[^。]{0,30}"
              + "|(?:查询码|查询号|编号|受理号|查询密码|信件号)[^。；;]{0,14}(?:查询|查看|查阅)[^。]{0,20}");

  private TrackingSigns() {}

  static Optional<Tracking> link(Link link, PageFacts page) {
    var name = link.text().strip();
    return link.kind() == Link.Kind.ANCHOR
            && name.length() <= LONGEST_NAME
            && LINK.matcher(name).find()
        ? Optional.of(new Tracking("link", page.finalUrl(), name, page.source()))
        : Optional.empty();
  }

  /// Forms that ask for a number, and sentences.
  static List<Tracking> in(ConsultPage page) {
    var found = new ArrayList<Tracking>();
    var facts = page.facts();
    page.tree()
        .flatMap(TrackingSigns::form)
        .ifPresent(
            quote -> found.add(new Tracking("form", facts.finalUrl(), quote, facts.source())));
    for (var line : page.text()) {
      var notice = NOTICE.matcher(line);
      if (notice.find()) {
        found.add(new Tracking("notice", facts.finalUrl(), notice.group(), facts.source()));
        break;
      }
    }
    return found;
  }

  private static Optional<String> form(Document page) {
    return page.select("input[type=text], input:not([type]), input[type=number]").stream()
        .limit(ConsultForm.MOST_FIELDS)
        .filter(field -> field.closest("form") == null || !holdsText(field.closest("form")))
        .map(field -> (ConsultForm.label(field) + " " + field.attr("placeholder")).strip())
        .filter(label -> label.length() <= 40 && NUMBER.matcher(label).find())
        .findFirst();
  }

  /// The form that asks for a letter's number.
  static Optional<Element> numberForm(Document page) {
    return numberField(page).map(field -> field.closest("form"));
  }

  /// Whether that field is the one for the number.
  static boolean asksNumber(Element field) {
    var label = (ConsultForm.label(field) + " " + field.attr("placeholder")).strip();
    return label.length() <= 40 && NUMBER.matcher(label).find();
  }

  /// Where the page's links to look letters up lead.
  static List<String> ways(Document page) {
    return page.select("a[href]").stream()
        .filter(link -> link.text().strip().length() <= LONGEST_NAME)
        .filter(link -> LINK.matcher(link.text()).find())
        .map(link -> link.absUrl("href"))
        .filter(url -> url.startsWith("http"))
        .distinct()
        .toList();
  }

  private static Optional<Element> numberField(Document page) {
    return page.select("input[type=text], input:not([type]), input[type=number]").stream()
        .limit(ConsultForm.MOST_FIELDS)
        .filter(field -> field.closest("form") != null && !holdsText(field.closest("form")))
        .filter(TrackingSigns::asksNumber)
        .findFirst();
  }

  private static boolean holdsText(@Nullable Element form) {
    return form != null && form.selectFirst("textarea") != null;
  }
}
