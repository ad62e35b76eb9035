package xuncha.lab;

import java.util.List;
import java.util.Map;

/// What is true of one simulated site for one check, known because it was planted.
///
/// @param target the site's code, or its host name where the registry has no code
/// @param check the check's id
/// @param expect what an inspection may say
/// @param subjects the addresses at fault, absolute; for a column its page, for a link the broken
///   address; empty unless `expect` is `FAIL`
/// @param measured what a right measurement comes to, by the contract's keys, where it is certain
/// @param scenario the scenario that makes it so, `check/variant`; empty on a site without any
/// @param needsBrowser whether the page holds nothing until scripts run: without a browser
///   `inconclusive` is right too
public record Truth(
    String target,
    String check,
    Expect expect,
    List<String> subjects,
    Map<String, Object> measured,
    String scenario,
    boolean needsBrowser) {

  /// What an inspection may say without being wrong.
  public enum Expect {
    /// Healthy, and plain to see.
    PASS,
    /// At fault: a planted fault that should be found.
    FAIL,
    /// Healthy, but hard or impossible to see: `pass`, `inconclusive` and `not-applicable` are
    /// right, `fail` is a false accusation.
    NOT_FAIL,
    /// Cannot be seen at all: only `inconclusive` is right.
    INCONCLUSIVE
  }

  public Truth {
    subjects = List.copyOf(subjects);
    measured = Map.copyOf(measured);
  }

  /// Whether `verdict` (`pass`, `fail`, `inconclusive`, `not-applicable`) is right, where the
  /// inspection had a browser or not.
  public boolean allows(String verdict, boolean browser) {
    if (needsBrowser && !browser && verdict.equals("inconclusive")) {
      return true;
    }
    return switch (expect) {
      case PASS -> verdict.equals("pass");
      case FAIL -> verdict.equals("fail");
      case NOT_FAIL -> !verdict.equals("fail");
      case INCONCLUSIVE -> verdict.equals("inconclusive");
    };
  }

  /// Whether `verdict` accuses a site that is not at fault.
  public boolean accusesFalsely(String verdict) {
    return verdict.equals("fail") && expect != Expect.FAIL;
  }
}
