package xuncha.lab.scenario;

import static xuncha.lab.Truth.Expect.FAIL;
import static xuncha.lab.Truth.Expect.NOT_FAIL;
import static xuncha.lab.Truth.Expect.PASS;

import com.google.auto.service.AutoService;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import xuncha.findings.visit.ColumnKind;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.LabColumn;
import xuncha.lab.site.SearchManner;
import xuncha.lab.site.SearchManner.Order;
import xuncha.lab.site.SearchManner.Way;

/// Searches that find what the site has published, however they are started, and searches that do
/// not.
@AutoService(Scenario.class)
public final class SiteSearch implements Scenario {
  private static final Set<ColumnKind> OPEN_GOVERNMENT =
      Set.of(ColumnKind.NOTICE, ColumnKind.POLICY, ColumnKind.INTERPRETATION, ColumnKind.OTHER);

  @Override
  public String check() {
    return "search";
  }

  @Override
  public String area() {
    return "search";
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        faulty("none", SearchManner.GOOD.by(Way.NONE)),
        faulty("column-first", SearchManner.GOOD.columnFirst(true)),
        faulty("column-first-by-post", SearchManner.GOOD.by(Way.POST).columnFirst(true)),
        Variant.fault(
                "open-government-left-out",
                site -> site.searching(SearchManner.GOOD.without(openGovernment(site))))
            .saying("search", FAIL),
        Variant.fault(
                "column-first-without-open-government",
                site ->
                    site.searching(
                        SearchManner.GOOD.columnFirst(true).without(openGovernment(site))))
            .saying("search", FAIL),
        faulty("column-first-by-component", SearchManner.GOOD.by(Way.COMPONENT).columnFirst(true)),
        faulty("nonsense-answered", SearchManner.GOOD.answeringNonsense()),
        // the same fault behind every other way in: where a way is not seen, no fault is
        nonsense("by-script", Way.SCRIPT),
        nonsense("in-hidden-box", Way.HIDDEN),
        nonsense("in-json-results", Way.JSON),
        nonsense("on-other-host", Way.OTHER_HOST),
        nonsense("behind-icon", Way.ICON),
        nonsense("in-new-window", Way.WINDOW),
        nonsense("by-component", Way.COMPONENT),
        nonsense("by-json", Way.COMPONENT_POST),
        nonsense("by-signed-questions", Way.SIGNED),
        nonsense("in-results-by-post", Way.RESULTS_BY_POST),
        Variant.fault(
                "oldest-first",
                site ->
                    site.changingLists(column -> column.holding(column.items() * 4))
                        .searching(SearchManner.GOOD.ordered(Order.OLDEST)))
            .saying("search", FAIL),
        healthy(Variant.Role.TWIN, "by-get", SearchManner.GOOD),
        healthy(Variant.Role.TWIN, "by-post", SearchManner.GOOD.by(Way.POST)),
        healthy(Variant.Role.TRAP, "by-script", SearchManner.GOOD.by(Way.SCRIPT)),
        healthy(Variant.Role.TRAP, "hidden-box", SearchManner.GOOD.by(Way.HIDDEN)),
        healthy(Variant.Role.TRAP, "json-results", SearchManner.GOOD.by(Way.JSON)),
        healthy(Variant.Role.TRAP, "other-host", SearchManner.GOOD.by(Way.OTHER_HOST)),
        healthy(Variant.Role.TRAP, "icon-only", SearchManner.GOOD.by(Way.ICON)),
        healthy(Variant.Role.TRAP, "new-window", SearchManner.GOOD.by(Way.WINDOW)),
        healthy(Variant.Role.TWIN, "component", SearchManner.GOOD.by(Way.COMPONENT)),
        healthy(Variant.Role.TRAP, "component-by-post", SearchManner.GOOD.by(Way.COMPONENT_POST)),
        healthy(Variant.Role.TRAP, "signed-questions", SearchManner.GOOD.by(Way.SIGNED)),
        healthy(Variant.Role.TRAP, "results-by-post", SearchManner.GOOD.by(Way.RESULTS_BY_POST)),
        Variant.trap("index-behind", site -> site.searching(SearchManner.GOOD.behind(6)))
            .saying("search", NOT_FAIL),
        Variant.trap("dead-results", site -> site.searching(SearchManner.GOOD.deadEvery(3)))
            .saying("search", NOT_FAIL),
        Variant.trap(
                "slow", site -> site.searching(SearchManner.GOOD.taking(Duration.ofSeconds(2))))
            .saying("search", NOT_FAIL));
  }

  private static Variant nonsense(String how, Way way) {
    return faulty("nonsense-answered-" + how, SearchManner.GOOD.by(way).answeringNonsense());
  }

  private static Variant faulty(String name, SearchManner manner) {
    return Variant.fault(name, site -> site.searching(manner)).saying("search", FAIL);
  }

  private static Variant healthy(Variant.Role role, String name, SearchManner manner) {
    var scripted = manner.way().scripted();
    var variant =
        role == Variant.Role.TWIN
            ? Variant.twin(name, site -> site.searching(manner))
            : Variant.trap(name, site -> site.searching(manner));
    return variant.saying("search", scripted ? NOT_FAIL : PASS);
  }

  private static Set<String> openGovernment(Blueprint site) {
    return site.lists()
        .filter(column -> OPEN_GOVERNMENT.contains(column.kind()))
        .map(LabColumn::slug)
        .collect(Collectors.toUnmodifiableSet());
  }
}
