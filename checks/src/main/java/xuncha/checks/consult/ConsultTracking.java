package xuncha.checks.consult;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xuncha.checks.Check;
import xuncha.checks.Examination;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.visit.Artifact;
import xuncha.findings.visit.Consultation;
import xuncha.findings.visit.Consultation.Access;
import xuncha.findings.visit.Consultation.Tracking;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.OwnLetters;

/// Whoever wrote must be able to learn what became of it (D-15). That there is no way is said only
/// where the form is open to all and every page was looked at; a number may still be given after
/// sending, so it is for a person to confirm.
@AutoService(Check.class)
public final class ConsultTracking implements Check {
  private static final double SURE = 0.8;
  private static final double SURE_OF_NONE = 0.5;

  @Override
  public String id() {
    return "consult-tracking";
  }

  @Override
  public Set<Class<? extends Artifact>> needs() {
    return Set.of(Consultation.class);
  }

  @Override
  public Set<Class<? extends Artifact>> wants() {
    return Set.of(OwnLetters.class);
  }

  @Override
  public Outcome examine(Examination visit) {
    var lookedUp = lookedUp(visit);
    if (lookedUp.isPresent()) {
      return new Outcome.Conclusive(
          1, List.of(), BY_QUERY, found(lookedUp.get()), SURE, false, List.of());
    }
    var consultation = visit.the(Consultation.class);
    var forms = OwnForms.of(consultation);
    if (!consultation.tracking().isEmpty()) {
      var way = consultation.tracking().getFirst();
      return new Outcome.Conclusive(
          1, List.of(), measured(way), found(way.quote()), SURE, false, List.of());
    }
    var elsewhere =
        consultation.channels().stream()
            .anyMatch(
                one -> one.kind() == Consultation.Kind.CONSULTATION && one.access() != Access.OPEN);
    if (forms.isEmpty()) {
      return Outcome.inconclusive(OwnForms.unseen(consultation), NONE);
    }
    if (consultation.doubt().isPresent()) {
      return Outcome.inconclusive(consultation.doubt().get(), NONE);
    }
    if (elsewhere) {
      var why = new Failure(Failure.Kind.TOO_LITTLE, "not every channel could be seen");
      return Outcome.inconclusive(why, NONE);
    }
    var form = forms.getFirst();
    var sentence = new Sentence("未见查询办理情况的途径", "no way to look up the handling was found");
    var finding =
        visit.finding(
            visit.rule().severity(),
            form.url(),
            NONE,
            Measured.of("found", true).and("official", false),
            sentence,
            List.of(Evidence.of(form.source(), "no query by number, link or notice")));
    return new Outcome.Conclusive(
        1, List.of(finding), NONE, sentence, SURE_OF_NONE, true, List.of());
  }

  private static final Measured NONE = Measured.of("found", false).and("by", null);

  private static final Measured BY_QUERY = Measured.of("found", true).and("by", "query");

  /// A letter of our own that the site knew by its number.
  private static Optional<String> lookedUp(Examination visit) {
    return visit.attempt(OwnLetters.class).found().stream()
        .flatMap(own -> own.letters().stream())
        .flatMap(letter -> letter.lookup().stream())
        .filter(OwnLetters.Lookup::found)
        .map(OwnLetters.Lookup::quote)
        .findFirst();
  }

  private static Measured measured(Tracking way) {
    return Measured.of("found", true).and("by", way.by());
  }

  private static Sentence found(String quote) {
    return new Sentence(
        "可查询办理情况：“%s”".formatted(quote), "the handling can be looked up: “%s”".formatted(quote));
  }
}
