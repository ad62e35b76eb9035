package xuncha.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xuncha.lab.Truth.Expect;
import xuncha.lab.scenario.Scenario;
import xuncha.lab.scenario.Variant.Role;

/// What holds for every scenario that registers itself.
class ScenarioTest {
  static List<Scenario> scenarios() {
    return Scenario.all();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void hasAHealthySideToEveryFault(Scenario scenario) {
    assertThat(scenario.variants()).extracting(variant -> variant.name()).doesNotHaveDuplicates();
    assertThat(scenario.variants()).anyMatch(variant -> variant.role() != Role.FAULT);
  }

  @Test
  void countsTheLettersThatItPlants() {
    var province = Province.ofScenarios(4, Province.AS_OF, "reply-timeliness");
    for (var host : province.hosts()) {
      var truth = host.truths().getLast();
      if (truth.expect() == Expect.FAIL) {
        assertThat(truth.measured()).containsEntry("overdue", 1);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void makesTrueWhatItsRoleSays(Scenario scenario) {
    var province =
        scenario.overDays()
            ? Province.ofDays(2, Province.AS_OF, scenario.check())
            : Province.ofScenarios(2, Province.AS_OF, scenario.check());
    for (var variant : scenario.variants()) {
      var id = scenario.check() + "/" + variant.name();
      var host = province.carrying(id).getFirst();
      var truths =
          host.truths().stream().filter(truth -> truth.check().equals(scenario.check())).toList();
      for (var truth : truths) {
        assertThat(truth.scenario()).isEqualTo(id);
        assertThat(truth.expect() == Expect.FAIL).as(id).isEqualTo(variant.role() == Role.FAULT);
      }
      if (variant.role() != Role.FAULT) {
        assertThat(host.truths()).as(id).noneMatch(truth -> truth.expect() == Expect.FAIL);
      }
    }
  }
}
