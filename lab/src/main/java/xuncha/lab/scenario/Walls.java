package xuncha.lab.scenario;

import static xuncha.lab.Truth.Expect.INCONCLUSIVE;
import static xuncha.lab.Truth.Expect.NOT_FAIL;

import com.google.auto.service.AutoService;
import java.util.List;
import xuncha.lab.http.Conduct;
import xuncha.lab.http.Reply;

/// A site that opens for people and not for us, or not for now: nothing can be said of it.
@AutoService(Scenario.class)
public final class Walls implements Scenario {
  @Override
  public String check() {
    return "reach";
  }

  @Override
  public String area() {
    return "site";
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        unseen(Variant.trap("challenge", site -> site.behaving("*", challenge()))),
        unseen(Variant.trap("login-wall", site -> site.behaving("*", login()))),
        unseen(
            Variant.trap(
                "robots",
                site ->
                    site.behaving(
                        "/robots.txt",
                        Conduct.always(
                            Reply.text("text/plain", "User-agent: *\nDisallow: /\n"))))));
  }

  /// What robots.txt forbids may still be seen where the operator says that the sites are his own.
  private static Variant unseen(Variant variant) {
    var rest = variant.name().equals("robots") ? NOT_FAIL : INCONCLUSIVE;
    for (var check :
        List.of(
            "home-freshness",
            "column-freshness",
            "column-blank",
            "link-health",
            "page-tags",
            "site-identity")) {
      variant = variant.saying(check, rest);
    }
    return variant.saying("availability", NOT_FAIL);
  }

  private static Conduct challenge() {
    return Conduct.always(
        Reply.html(
                412,
                """
                <!DOCTYPE html><html><head><meta charset="utf-8"><meta id="9DhefwqGPrzGxEp9hPaoag" content="{&amp;rfk">
                <script type="text/javascript" charset="iso-8859-1" src="/FWvZRmGMS4yq/9K1pzXk1rvGG.a670748.js" r="m"></script></head>
                <body><script>_$aO();</script></body></html>
                """)
            .with("Set-Cookie", "FSSBBIl1UgzbN7N80S=1UgzbN7N; Path=/; HttpOnly"));
  }

  private static Conduct login() {
    return (request, _, _) ->
        request.path().equals("/sso/login")
            ? Reply.html(
                """
                <html><head><meta charset="utf-8"><title>统一身份认证</title></head>
                <body><form method="post" action="/sso/login"><p>用户名：<input name="username"></p>
                <p>密　码：<input name="password" type="password"></p><p>验证码：<input name="code"></p><button>登 录</button></form></body></html>
                """)
            : Reply.redirect(302, "/sso/login?service=" + request.path());
  }
}
