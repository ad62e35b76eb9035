package xuncha.lab.scenario;

import static xuncha.lab.Truth.Expect.FAIL;
import static xuncha.lab.Truth.Expect.NOT_FAIL;
import static xuncha.lab.Truth.Expect.PASS;

import java.util.function.UnaryOperator;
import xuncha.lab.Truth.Expect;
import xuncha.lab.scenario.Variant.Role;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.ConsultManner;

/// One check's variants of how one writes to a site's body. A site carries one of these at most,
/// whatever check it is about.
abstract class Consulting implements Scenario {
  private final String check;

  Consulting(String check) {
    this.check = check;
  }

  @Override
  public final String check() {
    return check;
  }

  @Override
  public final String area() {
    return "consult";
  }

  final Variant fault(String name, UnaryOperator<ConsultManner> manner) {
    return variant(Role.FAULT, name, manner, FAIL);
  }

  final Variant twin(String name, UnaryOperator<ConsultManner> manner) {
    return variant(Role.TWIN, name, manner, PASS);
  }

  /// Right to pass, and right to say that it could not be seen.
  final Variant trap(String name, UnaryOperator<ConsultManner> manner) {
    return variant(Role.TRAP, name, manner, NOT_FAIL);
  }

  private Variant variant(
      Role role, String name, UnaryOperator<ConsultManner> manner, Expect expect) {
    UnaryOperator<Blueprint> plant = site -> site.consulting(manner.apply(site.consult()));
    var variant =
        switch (role) {
          case FAULT -> Variant.fault(name, plant);
          case TWIN -> Variant.twin(name, plant);
          case TRAP -> Variant.trap(name, plant);
        };
    return variant.saying(check, expect);
  }
}
