package xuncha.checks.consult;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xuncha.checks.Check;
import xuncha.checks.Examination;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Finding;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.verdict.Severity;
import xuncha.findings.visit.Artifact;
import xuncha.findings.visit.Consultation;
import xuncha.findings.visit.Consultation.Channel;
import xuncha.findings.visit.Consultation.From;
import xuncha.findings.visit.Consultation.Limit;
import xuncha.findings.visit.Consultation.Stated;
import xuncha.findings.visit.Consultation.Tried;
import xuncha.findings.visit.Failure;

/// A demand of many characters keeps short questions out (D-15). Where notice and form demand
/// different lengths, whoever believes the milder one fails: a finding of its own.
@AutoService(Check.class)
public final class ConsultMinLength implements Check {
  private static final double UNSAID = 0.6;

  /// The form lets a single character go; what its server says to it was not tried.
  private static final double LET_GO = 0.75;

  @Override
  public String id() {
    return "consult-min-length";
  }

  @Override
  public Set<Class<? extends Artifact>> needs() {
    return Set.of(Consultation.class);
  }

  /// What one form demands.
  private record Demand(
      Channel form, Optional<Stated> least, Optional<Stated> other, Optional<Stated> most) {
    static Demand of(Channel form) {
      var known =
          Stream.of(From.PROBE, From.SCRIPT, From.ATTRIBUTE, From.TEXT)
              .flatMap(from -> OwnForms.stated(form, Limit.MIN_LENGTH, from).stream())
              .toList();
      var least = known.stream().max(Comparator.comparingInt(Stated::value));
      var other =
          known.stream()
              .filter(one -> least.isPresent() && one.value() != least.get().value())
              .findFirst();
      var most =
          Stream.of(From.PROBE, From.SCRIPT, From.ATTRIBUTE, From.TEXT)
              .flatMap(from -> OwnForms.stated(form, Limit.MAX_LENGTH, from).stream())
              .findFirst();
      return new Demand(form, least, other, most);
    }

    int value() {
      return least.map(Stated::value).orElse(0);
    }

    private @Nullable String source() {
      var lets = passed() ? From.PROBE.id() : null;
      return least.or(() -> most).map(one -> one.from().id()).orElse(lets);
    }

    /// Whether the form was tried and let a single character go.
    boolean passed() {
      return form.tried().filter(tried -> tried.why().isEmpty()).isPresent();
    }

    Measured measured() {
      return Measured.of("minLength", least.map(Stated::value).orElse(null))
          .and("maxLength", most.map(Stated::value).orElse(null))
          .and("source", source());
    }
  }

  @Override
  public Outcome examine(Examination visit) {
    var consultation = visit.the(Consultation.class);
    var worst =
        OwnForms.of(consultation).stream()
            .map(Demand::of)
            .max(Comparator.comparingInt(Demand::value));
    if (worst.isEmpty()) {
      return Outcome.inconclusive(OwnForms.unseen(consultation));
    }
    var demand = worst.get();
    var limit = visit.rule().count("limit");
    if (demand.value() <= limit
        && demand.least().isEmpty()
        && !demand.passed()
        && checksByScript(demand.form())) {
      return Outcome.inconclusive(untold(demand.form()), demand.measured());
    }
    var findings = new ArrayList<Finding>();
    if (demand.value() > limit) {
      findings.add(tooLong(visit, demand, limit));
      demand.other().ifPresent(other -> findings.add(contradiction(visit, demand, other)));
    }
    return new Outcome.Conclusive(
        1,
        findings,
        demand.measured(),
        sentence(demand, limit),
        demand.least().map(Stated::confidence).orElse(demand.passed() ? LET_GO : UNSAID),
        false,
        List.of());
  }

  private static Failure untold(Channel form) {
    return form.tried()
        .flatMap(Tried::why)
        .orElseGet(
            () -> new Failure(Failure.Kind.NEEDS_BROWSER, "the form's own checks were not tried"));
  }

  private static boolean checksByScript(Channel form) {
    return form.form().filter(Consultation.Entry::scripted).isPresent();
  }

  private static Sentence sentence(Demand demand, int limit) {
    var value = demand.value();
    if (demand.least().isEmpty()) {
      return new Sentence("未见最少字数要求", "no least number of characters is demanded");
    }
    return value > limit
        ? new Sentence(
            "留言要求不少于%d字".formatted(value),
            "messages must have at least %d characters".formatted(value))
        : new Sentence(
            "留言最少%d字，未超出限度".formatted(value),
            "messages need %d characters, within the limit".formatted(value));
  }

  private static Finding tooLong(Examination visit, Demand demand, int limit) {
    var least = demand.least().orElseThrow();
    return visit.finding(
        visit.rule().severity(),
        demand.form().url(),
        demand.measured(),
        visit.threshold("minLength", limit, "limit"),
        sentence(demand, limit),
        evidence(demand.form(), least));
  }

  private static List<Evidence> evidence(Channel form, Stated least) {
    var told = Stream.of(Evidence.of(least.source(), least.quote()));
    var seen =
        form.tried().flatMap(Tried::picture).filter(_ -> least.from() == From.PROBE).stream()
            .map(picture -> Evidence.picture(picture, least.quote()));
    return Stream.concat(told, seen).toList();
  }

  private static Finding contradiction(Examination visit, Demand demand, Stated other) {
    var least = demand.least().orElseThrow();
    return visit.finding(
        Severity.MINOR,
        demand.form().url() + "#" + other.from().id(),
        Measured.of(least.from().id(), least.value()).and(other.from().id(), other.value()),
        visit.threshold("minLength", visit.rule().count("limit"), "limit"),
        new Sentence(
            "字数要求前后不一：一处为%d字，另一处为%d字".formatted(other.value(), least.value()),
            "two demands contradict each other: %d and %d characters"
                .formatted(other.value(), least.value())),
        List.of(
            Evidence.of(other.source(), other.quote()),
            Evidence.of(least.source(), least.quote())));
  }
}
