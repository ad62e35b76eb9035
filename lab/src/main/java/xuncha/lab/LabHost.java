package xuncha.lab;

import java.util.List;
import xuncha.findings.site.Site;
import xuncha.lab.site.Blueprint;
import xuncha.lab.system.Systems;

/// A site of the province with what was planted on it.
///
/// @param plan what it is made of
/// @param planted the scenarios it carries, `check/variant`
/// @param truths what is true of it, one for each check
public record LabHost(Blueprint plan, List<String> planted, List<Truth> truths) {
  public LabHost {
    planted = List.copyOf(planted);
    truths = List.copyOf(truths);
  }

  /// As the registry lists it.
  public Site site() {
    return plan.site();
  }

  /// The id of its site system.
  public String system() {
    return plan.system();
  }

  /// The host names it is served at, its own first.
  public List<String> hosts() {
    return Systems.of(plan.system()).hosts(plan);
  }
}
