package xuncha.lab.scenario;

import static xuncha.lab.Truth.Expect.NOT_FAIL;

import com.google.auto.service.AutoService;
import java.time.Duration;
import java.util.List;
import xuncha.lab.http.Conduct;
import xuncha.lab.http.Reply;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.PlantedLink;

/// Links that lead nowhere, and links that only seem to when a program tries them.
@AutoService(Scenario.class)
public final class LinkHealth implements Scenario {
  private static final List<String> TEXTS =
      List.of("主题教育专栏", "扫黑除恶专项斗争", "优化营商环境", "政务公开年度报告", "第七次全国人口普查", "创建文明城市");

  @Override
  public String check() {
    return "link-health";
  }

  @Override
  public String area() {
    return "links";
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        Variant.fault("not-found", site -> linked(site, true, true, answer(404))),
        Variant.fault("gone", site -> linked(site, true, true, answer(410))),
        Variant.fault("error", site -> linked(site, true, true, answer(500))),
        Variant.fault("dead-host", LinkHealth::deadHost),
        Variant.fault("not-found-but-200", site -> linked(site, true, true, softMissing())),
        Variant.fault("missing-attachment", LinkHealth::attachment),
        Variant.twin("working", site -> linked(site, true, false, Conduct.always(page()))),
        Variant.trap("forbidden", site -> linked(site, true, false, answer(403)))
            .saying("link-health", NOT_FAIL),
        Variant.trap(
            "no-head",
            site ->
                linked(
                    site,
                    true,
                    false,
                    (request, _, _) ->
                        request.method().equals("HEAD") ? Reply.html(405, "") : page())),
        Variant.trap(
                "slow",
                site ->
                    linked(site, true, false, Conduct.always(page().after(Duration.ofSeconds(6)))))
            .saying("link-health", NOT_FAIL),
        Variant.trap(
                "too-many",
                site ->
                    linked(
                        site,
                        true,
                        false,
                        (_, before, _) ->
                            before == 0 ? Reply.html(429, "").with("Retry-After", "1") : page()))
            .saying("link-health", NOT_FAIL),
        Variant.trap(
            "redirects",
            site ->
                linked(site, true, false, Conduct.always(Reply.redirect(301, "/portal/old/")))
                    .behaving("/portal/old/", Conduct.always(Reply.redirect(302, "/portal/new/")))
                    .behaving("/portal/new/", Conduct.always(page()))),
        Variant.trap(
                "login",
                site ->
                    linked(
                            site,
                            true,
                            false,
                            Conduct.always(Reply.redirect(302, "/user/login.do?back=1")))
                        .behaving("/user/login.do?back=1", Conduct.always(loginPage())))
            .saying("link-health", NOT_FAIL));
  }

  private static Blueprint linked(Blueprint site, boolean onHome, boolean broken, Conduct conduct) {
    var lot = site.lot("planted link");
    var path =
        "/ztzl/" + lot.one(List.of("ztjy", "shce", "yshj", "rkpc")) + "/" + lot.digits(5) + "/";
    return site.withLink(new PlantedLink(lot.one(TEXTS), path, onHome, broken))
        .behaving(path, conduct);
  }

  private static Blueprint deadHost(Blueprint site) {
    var lot = site.lot("planted link");
    return site.withLink(
        new PlantedLink(
            site.body().place() + "党建网",
            "http://dj" + lot.digits(4) + "." + site.body().parent() + "/",
            true,
            true));
  }

  private static Blueprint attachment(Blueprint site) {
    var path = "/upload/" + site.lot("planted link").digits(8) + ".xls";
    return site.withLink(new PlantedLink("附件：联系方式一览表.xls", path, false, true))
        .behaving(path, answer(404));
  }

  private static Conduct answer(int status) {
    return Conduct.always(
        Reply.html(
            status,
            "<html><head><title>%d</title></head><body><h1>%d</h1></body></html>"
                .formatted(status, status)));
  }

  private static Conduct softMissing() {
    return Conduct.always(
        Reply.html(
            """
            <!DOCTYPE html>
            <html><head><meta charset="utf-8"><title>错误提示</title></head>
            <body><div class="err"><img src="/images/err.png" alt=""><p>您访问的页面不存在或已删除</p><p><a href="/">返回首页</a></p></div></body></html>
            """));
  }

  private static Reply page() {
    return Reply.html(
        """
        <!DOCTYPE html>
        <html><head><meta charset="utf-8"><title>专题专栏</title></head>
        <body><h1>专题专栏</h1><p>%s</p></body></html>
        """
            .formatted("为深入贯彻落实上级决策部署，现开设专题，集中发布工作动态和政策解读，欢迎关注。".repeat(8)));
  }

  private static Reply loginPage() {
    return Reply.html(
        """
        <!DOCTYPE html>
        <html><head><meta charset="utf-8"><title>用户登录</title></head>
        <body><form method="post" action="/user/login.do"><label>账号 <input name="account"></label><label>密码 <input type="password" name="pwd"></label><button>登录</button></form></body></html>
        """);
  }
}
