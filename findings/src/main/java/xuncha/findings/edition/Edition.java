package xuncha.findings.edition;

import java.time.LocalDate;
import java.util.Map;
import xuncha.findings.verdict.Sentence;

/// The indicators in force from a date on.
///
/// @param id `cn-2019`, `anhui-2020`
/// @param title what the edition is called
/// @param effective the first day it is in force
/// @param rules by check id
/// @param lexicon the word lists that reading uses
public record Edition(
    String id, Sentence title, LocalDate effective, Map<String, Rule> rules, Lexicon lexicon) {
  public Edition {
    rules = Map.copyOf(rules);
  }

  /// What the edition says for that check.
  public Rule rule(String check) {
    var rule = rules.get(check);
    if (rule == null) {
      throw new IllegalStateException("edition " + id + " has no rule for " + check);
    }
    return rule;
  }
}
