package xuncha.checks.consult;

import com.google.auto.service.AutoService;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xuncha.checks.Check;
import xuncha.checks.Examination;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Finding;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.visit.Artifact;
import xuncha.findings.visit.Consultation;
import xuncha.findings.visit.Consultation.Channel;
import xuncha.findings.visit.Consultation.From;
import xuncha.findings.visit.Consultation.Limit;
import xuncha.findings.visit.Consultation.Stated;

/// One message a person and day is too few (D-15). Read from notices: whether a second message is
/// taken could only be seen by sending one.
@AutoService(Check.class)
public final class ConsultDailyLimit implements Check {
  /// Nothing stated is not nothing enforced.
  private static final double UNSAID = 0.5;

  @Override
  public String id() {
    return "consult-daily-limit";
  }

  @Override
  public Set<Class<? extends Artifact>> needs() {
    return Set.of(Consultation.class);
  }

  @Override
  public Outcome examine(Examination visit) {
    var consultation = visit.the(Consultation.class);
    var forms = OwnForms.of(consultation);
    if (forms.isEmpty()) {
      return Outcome.inconclusive(OwnForms.unseen(consultation));
    }
    var strictest =
        forms.stream()
            .filter(form -> perDay(form).isPresent())
            .min(Comparator.comparingInt(form -> perDay(form).map(Stated::value).orElseThrow()));
    var stated = strictest.flatMap(ConsultDailyLimit::perDay);
    var limit = visit.rule().count("limit");
    var tooFew = stated.filter(one -> one.value() <= limit);
    var measured =
        Measured.of("perDay", stated.map(Stated::value).orElse(null))
            .and("source", stated.map(one -> one.from().id()).orElse(null));
    return new Outcome.Conclusive(
        forms.size(),
        tooFew.map(one -> finding(visit, strictest.orElseThrow(), one, measured, limit)).stream()
            .toList(),
        measured,
        sentence(stated),
        stated.map(Stated::confidence).orElse(UNSAID),
        false,
        List.of());
  }

  private static Optional<Stated> perDay(Channel form) {
    return OwnForms.stated(form, Limit.PER_DAY, From.TEXT);
  }

  private static Sentence sentence(Optional<Stated> stated) {
    return stated
        .map(one ->
            new Sentence(
                "每人每天限提交%d条".formatted(one.value()),
                "a person may send %d a day".formatted(one.value())))
        .orElse(new Sentence("未见每日提交次数限制", "no daily limit is stated"));
  }

  private static Finding finding(
      Examination visit, Channel form, Stated stated, Measured measured, int limit) {
    return visit.finding(
        visit.rule().severity(),
        form.url(),
        measured,
        visit.threshold("perDay", limit, "limit"),
        sentence(Optional.of(stated)),
        List.of(Evidence.of(stated.source(), stated.quote())));
  }
}
