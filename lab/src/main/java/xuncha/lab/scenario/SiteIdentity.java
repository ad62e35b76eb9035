package xuncha.lab.scenario;

import static xuncha.lab.Truth.Expect.NOT_FAIL;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Set;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.LabMarks;
import xuncha.lab.site.LabMarks.Mark;

/// A footer that lacks marks or shows another site's, and footers that are hard to read.
@AutoService(Scenario.class)
public final class SiteIdentity implements Scenario {
  @Override
  public String check() {
    return "site-identity";
  }

  @Override
  public String area() {
    return "marks";
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        Variant.fault("no-code", site -> without(site, Mark.SITE_CODE)),
        Variant.fault("no-icp", site -> without(site, Mark.ICP)),
        Variant.fault("no-police", site -> without(site, Mark.POLICE)),
        Variant.fault("no-party-mark", site -> without(site, Mark.PARTY)),
        Variant.fault("no-error-report", site -> without(site, Mark.ERROR_REPORT)),
        Variant.fault("nothing", site -> without(site, Mark.values())),
        Variant.fault(
            "foreign-code",
            site -> site.withMarks(new LabMarks(Set.of(), "3305000021", "", false, false))),
        Variant.fault(
            "codes-disagree",
            site -> site.withMarks(new LabMarks(Set.of(), "", other(site), false, false))),
        Variant.fault("foreign-domain", site -> site.servedAt(commercial(site))),
        Variant.twin("complete", site -> site.withMarks(LabMarks.COMPLETE)),
        Variant.trap(
                "footer-by-script",
                site -> site.withMarks(new LabMarks(Set.of(), "", "", true, false)))
            .saying("site-identity", NOT_FAIL),
        Variant.trap(
            "full-width", site -> site.withMarks(new LabMarks(Set.of(), "", "", false, true))));
  }

  private static Blueprint without(Blueprint site, Mark... marks) {
    return site.withMarks(new LabMarks(Set.of(marks), "", "", false, false));
  }

  private static String commercial(Blueprint site) {
    var body = site.body();
    return "www." + body.pinyin() + (body.isGovernment() ? "" : body.label()) + ".com";
  }

  /// The code of the neighbour in the registry.
  private static String other(Blueprint site) {
    var serial = Integer.parseInt(site.code().substring(6)) + 1;
    return site.code().substring(0, 6) + "%04d".formatted(serial);
  }
}
