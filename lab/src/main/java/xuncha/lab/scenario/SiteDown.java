package xuncha.lab.scenario;

import static xuncha.lab.Truth.Expect.FAIL;
import static xuncha.lab.Truth.Expect.INCONCLUSIVE;
import static xuncha.lab.Truth.Expect.NOT_FAIL;
import static xuncha.lab.Truth.Expect.PASS;

import com.google.auto.service.AutoService;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import xuncha.lab.Truth.Expect;
import xuncha.lab.http.Conduct;
import xuncha.lab.http.Reply;
import xuncha.lab.site.Door;

/// A site that does not open, one that is slow but opens, and one that fails once.
@AutoService(Scenario.class)
public final class SiteDown implements Scenario {
  private static final Duration TOO_SLOW = Duration.ofSeconds(16);
  private static final Duration SLOW = Duration.ofSeconds(8);
  private static final Pattern PROGRAM =
      Pattern.compile("(?i)bot|spider|crawl|curl|wget|java|python|http|xuncha");

  @Override
  public String check() {
    return "availability";
  }

  @Override
  public String area() {
    return "site";
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        Variant.fault("refused", site -> site.withDoor(Door.REFUSED)),
        Variant.fault("no-name", site -> site.withDoor(Door.NO_NAME)),
        restIs(
            Variant.fault("error", site -> site.behaving("*", Conduct.always(error(500))))
                .saying("availability", FAIL),
            INCONCLUSIVE),
        restIs(
            Variant.fault("bad-gateway", site -> site.behaving("/", Conduct.always(error(502))))
                .saying("availability", FAIL),
            NOT_FAIL),
        restIs(
            Variant.fault("too-slow", site -> site.behaving("/", Conduct.late(TOO_SLOW)))
                .saying("availability", FAIL),
            NOT_FAIL),
        Variant.twin("slow", site -> site.behaving("/", Conduct.late(SLOW)))
            .saying("availability", PASS),
        restIs(
            Variant.trap("passing-error", site -> site.behaving("/", Conduct.once(error(503))))
                .saying("availability", NOT_FAIL),
            NOT_FAIL),
        restIs(
            Variant.trap(
                    "passing-reset",
                    site -> site.behaving("/", Conduct.once(new Reply.Wild(wire -> wire.reset()))))
                .saying("availability", NOT_FAIL),
            NOT_FAIL),
        restIs(
            Variant.trap("not-for-programs", site -> site.behaving("*", notForPrograms()))
                .saying("availability", NOT_FAIL),
            NOT_FAIL));
  }

  /// The other checks of a site whose home page does not open plainly.
  private static Variant restIs(Variant variant, Expect expect) {
    for (var check :
        List.of(
            "home-freshness",
            "column-freshness",
            "column-blank",
            "link-health",
            "page-tags",
            "site-identity")) {
      variant = variant.saying(check, expect);
    }
    return variant;
  }

  private static Conduct notForPrograms() {
    return (request, _, usual) ->
        PROGRAM.matcher(request.header("user-agent") + " ").find()
                || request.header("user-agent").isEmpty()
            ? Reply.html(
                403, "<html><head><title>403 Forbidden</title></head><body>Forbidden</body></html>")
            : usual.get();
  }

  private static Reply error(int status) {
    return Reply.html(
        status,
        """
        <html><head><title>%d</title></head>
        <body><center><h1>%d</h1></center><hr><center>nginx</center></body></html>
        """
            .formatted(status, status));
  }
}
