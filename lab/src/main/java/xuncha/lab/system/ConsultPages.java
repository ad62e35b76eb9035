package xuncha.lab.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import xuncha.lab.http.Reply;
import xuncha.lab.http.Request;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.ConsultManner;
import xuncha.lab.site.ConsultManner.Way;
import xuncha.lab.site.Office;

/// The pages through which one writes to a body, as good as its manner says. Whatever is sent to
/// them is answered like a message; nothing should be, unless the site has an office for it.
final class ConsultPages {
  private static final List<String> LINKS = List.of("我要写信", "网上咨询", "咨询留言", "我要咨询");
  private static final List<String> TITLES = List.of("写信", "网上咨询", "在线留言", "咨询建言");

  private ConsultPages() {}

  /// Whether that is where letters go, and questions after them.
  static boolean takes(String path) {
    return path.equals("/xiexin.do") || path.equals("/xinjiancx.do");
  }

  /// The link in the header.
  static String entry(SiteSystem system, Blueprint site) {
    var manner = site.consult();
    return switch (manner.way()) {
      case OPEN, AGREEMENT, WIZARD, FRAME, LOGIN, CLOSED, PAUSED, BROKEN ->
          link("/xiexin.html", LINKS.get(manner.layout()));
      case OTHER_HOST ->
          link("http://" + system.consultHost(site) + "/xiexin.html", LINKS.get(manner.layout()));
      case PETITION -> link("/xinfang.html", "网上信访");
      case REPORTING -> link("/jubao.html", "纪检监察举报");
      case HOTLINE -> link("http://12345.jianghuai.gov.cn/", "12345政务服务热线");
      case MAIL ->
          "<span>邮箱：<a href=\"mailto:bgs@"
              + site.domain()
              + "\">bgs@"
              + site.domain()
              + "</a></span>";
      case PHONE -> "<span>政策咨询电话：0550-3021234（工作日8:00-12:00，14:30-17:30）</span>";
      case NONE -> "";
    };
  }

  private static String link(String url, String name) {
    return "<div class=\"xiexin\"><a href=\"" + url + "\">" + name + "</a></div>\n";
  }

  static Optional<Reply> answer(SiteSystem system, Blueprint site, Request request) {
    var way = site.consult().way();
    var title = TITLES.get(site.consult().layout());
    return switch (request.path()) {
      case "/xiexin.html" -> first(system, site, title);
      case "/xiexin2.html" ->
          behind(way) ? Optional.of(page(system, site, title, form(site))) : Optional.empty();
      case "/xiexinbd.html" ->
          way == Way.FRAME
              ? Optional.of(
                  system.page(
                      "<html><head><title>写信</title></head><body>" + form(site) + "</body></html>"))
              : Optional.empty();
      case "/xinjiancx.html" ->
          site.consult().tracking()
              ? Optional.of(
                  page(
                      system,
                      site,
                      "信件查询",
                      "<form action=\"/xinjiancx.do\" method=\"post\"><p>信件编号：<input type=\"text\" name=\"no\"></p><p>查询码：<input type=\"text\" name=\"code\"></p><input type=\"submit\" value=\"查询\"></form>\n"))
              : Optional.empty();
      case "/xinfang.html" ->
          way == Way.PETITION
              ? Optional.of(page(system, site, "网上信访", form(site)))
              : Optional.empty();
      case "/jubao.html" ->
          way == Way.REPORTING
              ? Optional.of(page(system, site, "纪检监察举报", form(site)))
              : Optional.empty();
      case "/xiexin.do" -> Optional.of(page(system, site, title, "<p>提交成功！</p>\n"));
      default -> Optional.empty();
    };
  }

  private static boolean behind(Way way) {
    return way == Way.AGREEMENT || way == Way.WIZARD;
  }

  private static Optional<Reply> first(SiteSystem system, Blueprint site, String title) {
    var notices = notices(site.consult());
    return switch (site.consult().way()) {
      case OPEN, OTHER_HOST -> Optional.of(page(system, site, title, form(site)));
      case AGREEMENT ->
          Optional.of(
              page(
                  system,
                  site,
                  "写信须知",
                  notices
                      + "<p>请如实填写，遵守国家法律法规。</p><p><input type=\"checkbox\" id=\"ok\">我已阅读并同意以上内容</p><p><a href=\"/xiexin2.html\">同意并写信</a> <a href=\"/\">返回首页</a></p>\n"));
      case WIZARD ->
          Optional.of(
              page(
                  system,
                  site,
                  title,
                  "<p>第一步：请选择来信类别。咨询是指就政策、办事流程等提出疑问，建议是指对本单位工作提出意见和改进办法，求助是指请求帮助解决生活、生产中遇到的困难。请按照实际情况选择，以便及时转交有关科室办理答复。</p><select name=\"lb\"><option>咨询</option><option>建议</option></select><a href=\"/xiexin2.html\">下一步</a>\n"));
      case FRAME ->
          Optional.of(
              page(
                  system,
                  site,
                  title,
                  "<iframe src=\"/xiexinbd.html\" width=\"100%\" height=\"600\"></iframe>\n"));
      case LOGIN ->
          Optional.of(
              page(
                  system,
                  site,
                  title,
                  "<p>请先登录后再提交留言。</p><p>账号：<input type=\"text\" name=\"u\"> 密码：<input type=\"password\" name=\"p\"> <button type=\"button\">登录</button></p>\n"));
      case CLOSED ->
          Optional.of(page(system, site, title, notices + "<p>现在不在受理时间内，请在开放时间内提交。</p>\n"));
      case PAUSED -> Optional.of(page(system, site, title, "<p>系统升级维护，暂停受理来信，给您带来不便，敬请谅解。</p>\n"));
      case PETITION, REPORTING, HOTLINE, MAIL, PHONE, BROKEN, NONE -> Optional.empty();
    };
  }

  private static Reply page(SiteSystem system, Blueprint site, String title, String content) {
    return system.page(system.framed(site, title, "<h2>" + title + "</h2>\n" + content));
  }

  private static String form(Blueprint site) {
    var manner = site.consult();
    var hint = manner.hint().isEmpty() ? "" : " placeholder=\"" + manner.hint() + "\"";
    var text =
        "<textarea name=\"content\" id=\"content\" rows=\"8\" cols=\"60\" "
            + manner.attributes()
            + hint
            + "></textarea>";
    var names = new ArrayList<>(List.of("姓名", "联系电话", "标题", "内容"));
    var fields =
        new ArrayList<>(
            List.of(
                "<input type=\"text\" name=\"xm\" maxlength=\"20\">",
                "<input type=\"text\" name=\"dh\" maxlength=\"11\">",
                "<input type=\"text\" name=\"bt\" maxlength=\"50\">",
                text));
    if (manner.office().isPresent()) {
      names.add("是否公开");
      fields.add(
          "<input type=\"radio\" name=\"gk\" value=\"1\" checked>公开<input type=\"radio\" name=\"gk\" value=\"0\">不公开");
    }
    if (manner.office().map(Office::picture).orElse(true)) {
      names.add("验证码");
      fields.add(
          "<input type=\"text\" name=\"yzm\" size=\"4\"><img src=\"/images/logo.png\" alt=\"验证码\">");
    }
    return (behind(manner.way()) && manner.way() == Way.AGREEMENT ? "" : notices(manner))
        + "<form action=\"/xiexin.do\" method=\"post\">\n"
        + manner.office().map(_ -> OfficePages.hidden(site)).orElse("")
        + rows(manner.layout(), names, fields)
        + ConsultScripts.before(manner.checking())
        + "<input type=\"submit\" value=\"提交\">\n</form>\n"
        + ConsultScripts.after(manner.checking())
        + (manner.tracking() ? "<p><a href=\"/xinjiancx.html\">信件查询</a></p>\n" : "");
  }

  private static String notices(ConsultManner manner) {
    return manner.notices().stream()
        .map(notice -> "<p>" + notice + "</p>\n")
        .collect(Collectors.joining());
  }

  private static String rows(int layout, List<String> names, List<String> fields) {
    return IntStream.range(0, names.size())
        .mapToObj(at -> row(layout, names.get(at), fields.get(at)))
        .collect(
            Collectors.joining(
                "",
                layout == 0 ? "<table>" : layout == 2 ? "<dl>" : "",
                layout == 0 ? "</table>" : layout == 2 ? "</dl>" : ""));
  }

  private static String row(int layout, String name, String field) {
    return switch (layout) {
      case 0 -> "<tr><th>" + name + "：</th><td>" + field + "</td></tr>\n";
      case 1 -> "<div class=\"row\"><label>" + name + "</label>" + field + "</div>\n";
      case 2 -> "<dt>" + name + "</dt><dd>" + field + "</dd>\n";
      default -> "<p><span class=\"red\">*</span>" + name + "：<br>" + field + "</p>\n";
    };
  }
}
