package xuncha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import xuncha.checks.Examiner;
import xuncha.findings.edition.Edition;
import xuncha.findings.edition.Editions;
import xuncha.findings.site.Site;
import xuncha.findings.store.RecordedVerdict;
import xuncha.findings.verdict.Judgement;
import xuncha.findings.verdict.Verdict;
import xuncha.lab.Province;
import xuncha.lab.Truth;

/// Forms whose hours no page states, visited at several times on several days, and judged once more
/// from the archive of the last visit.
class OpenHoursTest {
  private static final Edition EDITION = Editions.shipped("cn-2019");
  private static final String CHECK = "consult-open-hours";
  private static final Examiner EXAMINER = new Examiner().only(Set.of(CHECK));

  @TempDir private static Path folder;
  private static Province province;
  private static final Map<String, List<RecordedVerdict>> VERDICTS = new HashMap<>();
  private static final Map<String, Judgement> REPLAYED = new HashMap<>();

  @BeforeAll
  static void visitEverySiteForDays() {
    province = Province.ofDays(11, Province.AS_OF, CHECK);
    try (var visits = new VisitsOverDays(province, EDITION, EXAMINER, folder)) {
      visit(visits, 1, "03:00");
      visit(visits, 1, "07:00");
      for (var day = 1; day < 4; day++) {
        for (var time : List.of("07:40", "08:20", "18:50", "19:20")) {
          // nobody comes at the same minute every day
          visit(visits, day, LocalTime.parse(time).plusMinutes(2L * day).toString());
        }
      }
      visit(visits, 4, "12:00");
      province
          .sites()
          .forEach(site ->
              REPLAYED.put(site.id(), visits.replayed(last(site.id()).run(), site).getFirst()));
    }
  }

  private static void visit(VisitsOverDays visits, int day, String time) {
    for (var verdict : visits.visit(province.sites(), day, time)) {
      VERDICTS.computeIfAbsent(verdict.target(), _ -> new ArrayList<>()).add(verdict);
    }
  }

  @TestFactory
  Stream<DynamicTest> saysWhatIsTrueAfterDays() {
    return tests(truth -> {
      var last = last(truth.target());
      assertThat(truth.allows(last.verdict().id(), false)).as("%s", last).isTrue();
      assertThat(last.measured().values()).containsAllEntriesOf(truth.measured());
    });
  }

  @TestFactory
  Stream<DynamicTest> accusesNobodyOnTheWay() {
    return tests(truth ->
        assertThat(verdicts(truth.target()))
            .hasSize(15)
            .noneMatch(one -> truth.accusesFalsely(one.verdict().id())));
  }

  @TestFactory
  Stream<DynamicTest> saysTheSameOfTheArchive() {
    return tests(truth -> {
      var last = last(truth.target());
      var again = Objects.requireNonNull(REPLAYED.get(truth.target()));
      assertThat(again.verdict()).isEqualTo(last.verdict());
      assertThat(again.outcome().summary()).isEqualTo(last.summary());
      assertThat(again.outcome().measured()).isEqualTo(last.measured());
    });
  }

  private static Stream<DynamicTest> tests(Consumer<Truth> test) {
    return truths()
        .map(truth -> DynamicTest.dynamicTest(truth.scenario(), () -> test.accept(truth)));
  }

  @Test
  void aFormFoundShutAtFirstMayBeOpenAtOtherTimes() {
    var site = site("unstated");
    assertThat(verdicts(site.id()).subList(0, 2))
        .extracting(RecordedVerdict::verdict)
        .containsOnly(Verdict.INCONCLUSIVE);
  }

  @Test
  void anEveningShutByAccidentWasSeen() {
    assertThat(verdicts(site("shut-one-evening").id()))
        .extracting(RecordedVerdict::verdict)
        .contains(Verdict.INCONCLUSIVE);
  }

  private static Site site(String variant) {
    return province.carrying(CHECK + "/" + variant).getFirst().site();
  }

  private static RecordedVerdict last(String target) {
    return verdicts(target).getLast();
  }

  private static List<RecordedVerdict> verdicts(String target) {
    return Objects.requireNonNull(VERDICTS.get(target));
  }

  private static Stream<Truth> truths() {
    return province.truths().stream().filter(truth -> truth.check().equals(CHECK));
  }
}
