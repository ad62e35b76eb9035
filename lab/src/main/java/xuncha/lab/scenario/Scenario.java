package xuncha.lab.scenario;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/// Something that can be wrong with a site, in several variants: faults, healthy twins and traps.
public interface Scenario {
  /// The check that it is about.
  String check();

  /// What it changes: `site`, `columns`, `links`, `tags`, `marks`, …; a site carries no two
  /// scenarios that change the same.
  String area();

  /// Its variants, at least one of them a fault and one healthy.
  List<Variant> variants();

  /// Whether it shows only in several visits on several days; sites visited on one night do not
  /// carry such a scenario.
  default boolean overDays() {
    return false;
  }

  /// All scenarios there are, in the order of their class names.
  static List<Scenario> all() {
    return ServiceLoader.load(Scenario.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(scenario -> scenario.getClass().getName()))
        .toList();
  }
}
