package xuncha.checks.consult;

import static java.util.stream.Collectors.groupingBy;

import com.google.auto.service.AutoService;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xuncha.checks.Check;
import xuncha.checks.Examination;
import xuncha.findings.Beijing;
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
import xuncha.findings.visit.OwnLetters;
import xuncha.findings.visit.OwnLetters.Taken;

/// One message a person and day is too few (D-15). Read from notices: whether a second message is
/// taken could only be seen by sending one.
@AutoService(Check.class)
public final class ConsultDailyLimit implements Check {
  /// Nothing stated is not nothing enforced.
  private static final double UNSAID = 0.5;

  private static final double MET = 0.95;

  @Override
  public String id() {
    return "consult-daily-limit";
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
    var consultation = visit.the(Consultation.class);
    var forms = OwnForms.of(consultation);
    if (forms.isEmpty()) {
      return Outcome.inconclusive(OwnForms.unseen(consultation));
    }
    var strictest =
        forms.stream()
            .filter(form -> perDay(form).isPresent())
            .min(Comparator.comparingInt(form -> perDay(form).map(Stated::value).orElseThrow()));
    var stated = met(visit).or(() -> strictest.flatMap(ConsultDailyLimit::perDay));
    var limit = visit.rule().count("limit");
    var tooFew = stated.filter(one -> one.value() <= limit);
    var measured =
        Measured.of("perDay", stated.map(Stated::value).orElse(null))
            .and("source", stated.map(one -> one.from().id()).orElse(null));
    return new Outcome.Conclusive(
        forms.size(),
        tooFew
            .map(one -> finding(visit, strictest.orElse(forms.getFirst()), one, measured, limit))
            .stream()
            .toList(),
        measured,
        sentence(stated),
        stated.map(Stated::confidence).orElse(UNSAID),
        false,
        List.of());
  }

  /// The limit that our own letters met: so many were taken on a day, and the next was refused for
  /// being one too many.
  private static Optional<Stated> met(Examination visit) {
    var own = visit.attempt(OwnLetters.class).found();
    var days =
        own.stream()
            .flatMap(one -> one.letters().stream())
            .collect(
                groupingBy(letter -> Beijing.day(letter.at()), TreeMap::new, Collectors.toList()));
    return days.descendingMap().values().stream()
        .filter(day -> day.stream().anyMatch(letter -> letter.taken() == Taken.TOO_MANY))
        .filter(day -> day.stream().noneMatch(letter -> letter.taken() == Taken.UNCLEAR))
        .map(day -> {
          var refused =
              day.stream().filter(one -> one.taken() == Taken.TOO_MANY).findFirst().orElseThrow();
          var taken =
              day.stream()
                  .filter(one -> one.taken() == Taken.ACCEPTED && one.at().isBefore(refused.at()))
                  .count();
          return new Stated(
              Limit.PER_DAY,
              (int) taken,
              From.PROBE,
              MET,
              refused.quote(),
              own.orElseThrow().source());
        })
        .filter(one -> one.value() > 0)
        .findFirst();
  }

  private static Optional<Stated> perDay(Channel form) {
    return Stream.of(From.PROBE, From.TEXT)
        .flatMap(from -> OwnForms.stated(form, Limit.PER_DAY, from).stream())
        .findFirst();
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
