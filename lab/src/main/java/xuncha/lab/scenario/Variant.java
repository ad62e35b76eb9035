package xuncha.lab.scenario;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import xuncha.lab.Truth.Expect;
import xuncha.lab.site.Blueprint;

/// One way in which a scenario comes out.
///
/// @param name what it is called, unique within its scenario
/// @param role what it is there for
/// @param suits which sites it can be planted on
/// @param plant plants it
/// @param says what an inspection may say, by check, where that does not follow from the plan
public record Variant(
    String name,
    Role role,
    Predicate<Blueprint> suits,
    UnaryOperator<Blueprint> plant,
    Map<String, Expect> says) {

  /// What a variant is there for.
  public enum Role {
    /// Something is wrong and should be found.
    FAULT,
    /// As close to the fault as a healthy site comes.
    TWIN,
    /// Looks like something else than it is.
    TRAP
  }

  public Variant {
    says = Map.copyOf(says);
  }

  /// A fault; what is true follows from the plan.
  public static Variant fault(String name, UnaryOperator<Blueprint> plant) {
    return new Variant(name, Role.FAULT, _ -> true, plant, Map.of());
  }

  /// A healthy twin.
  public static Variant twin(String name, UnaryOperator<Blueprint> plant) {
    return new Variant(name, Role.TWIN, _ -> true, plant, Map.of());
  }

  /// A trap; what is true follows from the plan.
  public static Variant trap(String name, UnaryOperator<Blueprint> plant) {
    return new Variant(name, Role.TRAP, _ -> true, plant, Map.of());
  }

  /// The same, saying so of a check.
  public Variant saying(String check, Expect expect) {
    var more = new HashMap<>(says);
    more.put(check, expect);
    return new Variant(name, role, suits, plant, more);
  }

  /// The same on such sites only.
  public Variant on(Predicate<Blueprint> others) {
    return new Variant(name, role, suits.and(others), plant, says);
  }
}
