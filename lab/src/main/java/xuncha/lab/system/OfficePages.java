package xuncha.lab.system;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xuncha.lab.http.Reply;
import xuncha.lab.http.Request;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.ConsultManner.Way;

/// What a site whose letters are really taken answers to one who writes, and to one who looks a
/// letter up, in the site system's own frame or as the script that such systems answer with.
public final class OfficePages {
  private static final List<String> FIELDS =
      List.of("token", "xm", "dh", "bt", "content", "gk", "yzm");

  private static final List<String> TAKEN =
      List.of(
          "提交成功！您的信件编号：%s，查询码：%s，请牢记。",
          "您的来信已成功提交。信件编号为%s，查询码为%s，您可以凭编号和查询码查询办理情况。",
          "来信提交成功，我们会尽快办理。编号：%s 查询码：%s",
          "留言成功！请记住信件编号：%s 查询码：%s");

  private static final List<String> TOO_MANY =
      List.of(
          "您今天已经提交过信件，每人每天只能提交%d封！",
          "今日提交次数已达上限（%d次），请明日再来。", "同一手机号码24小时内只能写信%d封，请明天再试。", "对不起，每位用户每日限提交%d封来信。");

  private final SiteSystem system;
  private final Blueprint site;

  public OfficePages(Blueprint site) {
    this.system = Systems.of(site.system());
    this.site = site;
  }

  /// The field by which a site knows that its own form was sent.
  static String hidden(Blueprint site) {
    return "<input type=\"hidden\" name=\"token\" value=\"" + token(site) + "\">\n";
  }

  /// What that field holds.
  public static String token(Blueprint site) {
    return Long.toHexString(site.lot("letters", "token").bits());
  }

  /// What was written into the form, by the fields' names, in the site's charset.
  public Map<String, String> read(Request request) {
    var fields = new HashMap<String, String>();
    for (var name : FIELDS) {
      request.parameter(name, system.charset()).ifPresent(value -> fields.put(name, value.strip()));
    }
    return fields;
  }

  /// What the site answers as long as its form stands so.
  public Reply standing(Request request, Way way) {
    return system.answer(site.consulting(site.consult().by(way)), request);
  }

  /// The letter was taken.
  ///
  /// @param number by which it can be looked up; empty where none is given
  public Reply taken(Request request, String number, String code) {
    return number.isEmpty()
        ? page(request, "提交成功", "<p>提交成功，感谢您的来信！</p>\n")
        : page(request, "提交成功", "<p>" + pick(TAKEN).formatted(number, code) + "</p>\n");
  }

  /// The person sent as many as they may on a day.
  public Reply tooMany(Request request, int perDay) {
    return refused(request, pick(TOO_MANY).formatted(perDay));
  }

  /// The letter was not taken; in a box before the form, or on a page of its own.
  public Reply refused(Request request, String why) {
    return site.consult().layout() % 2 == 0
        ? system.page(
            "<html><head><title>提示</title></head><body><script>alert('"
                + why
                + "');history.back();</script></body></html>")
        : page(request, "提示", "<p>" + why + "</p><p><a href=\"/xiexin.html\">返回</a></p>\n");
  }

  /// There is no letter of that number and code.
  public Reply unknown(Request request) {
    return page(request, "信件查询", "<p>没有查到信件，请核对信件编号和查询码。</p>\n");
  }

  /// A letter, and the reply to it once there is one.
  public Reply shown(
      Request request,
      String number,
      String title,
      String text,
      LocalDate asked,
      Optional<LocalDate> answered) {
    return page(
        request,
        "信件查询",
        LetterPage.own(site, number, escaped(title), escaped(text), asked, answered));
  }

  private Reply page(Request request, String title, String content) {
    var page = system.page(system.framed(site, title, "<h2>" + title + "</h2>\n" + content));
    return SpacePages.dressed(system, site, request, page);
  }

  private String pick(List<String> words) {
    return words.get(site.consult().layout() % words.size());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
