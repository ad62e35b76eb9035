package xuncha.lab;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import xuncha.findings.site.Category;
import xuncha.findings.site.Site;
import xuncha.lab.http.Reply;
import xuncha.lab.http.Request;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.Contents;
import xuncha.lab.site.Shape;
import xuncha.lab.system.Systems;

class ProvinceTest {
  /// The pages of seed 1, hashed. When pages are changed on purpose, take the value that the
  /// failing test shows.
  private static final String PAGES_OF_SEED_ONE =
      "810e9212f16300a526423e483b2fb212f09c932b37b191b4cf05c9b924d523b1";

  private final Province whole = Province.whole(1, Province.AS_OF);

  @Test
  void hasTheSizeOfTheBulletin() {
    var byCategory = whole.sites().stream().collect(groupingBy(Site::category, counting()));
    assertThat(byCategory)
        .isEqualTo(
            Map.of(
                Category.PROVINCE_PORTAL, 1L,
                Category.CITY_PORTAL, 16L,
                Category.COUNTY_PORTAL, 104L,
                Category.DEPARTMENT, 78L,
                Category.OTHER, 636L));
  }

  @Test
  void givesEverySiteItsOwnCodeAndHosts() {
    assertThat(whole.sites()).extracting(Site::id).doesNotHaveDuplicates();
    assertThat(whole.sites()).extracting(Site::code).allMatch(code -> code.matches("34\\d{8}"));
    assertThat(whole.hosts().stream().flatMap(host -> host.hosts().stream()).toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void usesAllSystemsAndPlantsFaultsOnAboutAThird() {
    assertThat(whole.hosts().stream().map(LabHost::system).distinct())
        .containsExactlyInAnyOrderElementsOf(
            Systems.all().stream().map(system -> system.id()).toList());
    var faulty =
        whole.hosts().stream()
            .filter(host ->
                host.truths().stream().anyMatch(truth -> truth.expect() == Truth.Expect.FAIL))
            .count();
    assertThat(faulty).isBetween(835L / 4, 835L / 2);
  }

  @Test
  void leavesTheProvincePortalAloneSinceEveryoneLinksToIt() {
    assertThat(whole.hosts().getFirst().planted()).isEmpty();
  }

  @Test
  void hasPagesAtAddressesThatDiffer() {
    for (var host : Province.healthy(3, 60, 30, Province.AS_OF).hosts()) {
      var system = Systems.of(host.system());
      var seen = new HashSet<String>();
      var plan = host.plan();
      for (var column : plan.columns()) {
        assertThat(column.shape() == Shape.ELSEWHERE || seen.add(system.columnUrl(plan, column, 1)))
            .as(column.slug() + " of " + plan.domain())
            .isTrue();
      }
      for (var item : Contents.all(plan)) {
        assertThat(seen.add(system.itemUrl(plan, item))).isTrue();
      }
    }
  }

  @Test
  void hasAboutAsManyPagesAsAskedFor() {
    for (var pages : new int[] {30, 400}) {
      var plan = Province.healthy(5, 10, pages, Province.AS_OF).hosts().get(4).plan();
      assertThat(Contents.all(plan).size() + plan.columns().size() + 1)
          .isBetween(pages * 9 / 10, pages * 5 / 4);
    }
  }

  @Test
  void datesNothingAfterTheReferenceTimeUnlessItIsPlanted() {
    for (var host : Province.healthy(9, 100, 30, Province.AS_OF).hosts()) {
      for (var item : Contents.all(host.plan())) {
        assertThat(item.day()).isBeforeOrEqualTo(host.plan().today());
      }
    }
  }

  @Test
  void leavesWhatTakesDaysOutOfEveryNight() {
    var nights = new ArrayList<>(whole.hosts());
    nights.addAll(Province.ofScenarios(1, Province.AS_OF).hosts());
    assertThat(nights).allMatch(host -> host.plan().consult().office().isEmpty());
    assertThat(Province.ofDays(1, Province.AS_OF).hosts())
        .allMatch(host -> host.plan().consult().office().isPresent());
  }

  @Test
  void tellsNobodyWhatIsPlanted() {
    var all = new ArrayList<>(Province.ofScenarios(1, Province.AS_OF).hosts());
    all.addAll(Province.ofDays(1, Province.AS_OF).hosts());
    for (var host : all) {
      assertThat((page(host.plan(), "/") + page(host.plan(), "/xiexin.html")).split("[^A-Za-z]+"))
          .doesNotContain("stale", "fault", "planted", "scenario", "trap", "healthy", "xuncha");
    }
  }

  @Test
  void writesTheSamePagesForTheSameSeed() throws Exception {
    var digest = MessageDigest.getInstance("SHA-256");
    for (var host : Province.of(1, 120, 30, Province.AS_OF).hosts()) {
      var plan = host.plan();
      digest.update(page(plan, "/").getBytes(StandardCharsets.UTF_8));
      var system = Systems.of(plan.system());
      for (var item : Contents.all(plan).stream().limit(3).toList()) {
        var url = system.itemUrl(plan, item);
        digest.update(
            page(plan, url.substring(url.indexOf('/', 8))).getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(PAGES_OF_SEED_ONE);
  }

  private static String page(Blueprint plan, String target) {
    var mark = target.indexOf('?');
    var request =
        new Request(
            plan.secure(),
            "GET",
            plan.domain(),
            mark < 0 ? target : target.substring(0, mark),
            mark < 0 ? "" : target.substring(mark + 1),
            Map.of(),
            new byte[0]);
    return Systems.of(plan.system()).answer(plan, request) instanceof Reply.Whole whole
        ? new String(whole.body(), StandardCharsets.UTF_8)
        : "";
  }
}
