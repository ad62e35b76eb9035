package xuncha.checks.consult;

import com.google.auto.service.AutoService;
import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import xuncha.findings.visit.Consultation.Hours;
import xuncha.findings.visit.Consultation.Interval;

/// A form need not sleep (D-15). Read from what the form's own pages say; the hours of telephones
/// and halls are not the form's.
@AutoService(Check.class)
public final class ConsultOpenHours implements Check {
  private static final int DAY = 24 * 60;
  private static final double UNSAID = 0.5;

  @Override
  public String id() {
    return "consult-open-hours";
  }

  @Override
  public Set<Class<? extends Artifact>> needs() {
    return Set.of(Consultation.class);
  }

  /// A form, or a page that stands in its place while it is shut, and its hours.
  private record Said(Channel channel, Hours hours) {}

  @Override
  public Outcome examine(Examination visit) {
    var consultation = visit.the(Consultation.class);
    var channels =
        consultation.channels().stream()
            .filter(one -> one.kind() == Consultation.Kind.CONSULTATION)
            .filter(one -> one.form().isPresent() || one.access() == Consultation.Access.CLOSED)
            .toList();
    if (channels.isEmpty()) {
      return Outcome.inconclusive(OwnForms.unseen(consultation));
    }
    var slack = (int) visit.rule().duration("slack").toMinutes();
    var said = channels.stream().flatMap(one -> said(one, slack).stream()).toList();
    var shut = said.stream().filter(one -> !always(one.hours(), slack)).findFirst();
    var told = shut.or(() -> said.stream().findFirst());
    if (told.isEmpty() && channels.stream().allMatch(one -> one.form().isEmpty())) {
      return Outcome.inconclusive(OwnForms.unseen(consultation));
    }
    var measured = measured(told.map(Said::hours));
    return new Outcome.Conclusive(
        channels.size(),
        shut.map(one -> finding(visit, one, measured)).stream().toList(),
        measured,
        sentence(shut.map(Said::hours)),
        told.map(one -> one.hours().confidence()).orElse(UNSAID),
        false,
        List.of());
  }

  /// What is surely said of that form: the surest; of equally sure ones one that is always open.
  private static Optional<Said> said(Channel channel, int slack) {
    return channel.hours().stream()
        .filter(hours -> OwnForms.isSure(hours.confidence()))
        .max(
            Comparator.comparingDouble(Hours::confidence)
                .thenComparing(hours -> always(hours, slack)))
        .map(hours -> new Said(channel, hours));
  }

  private static boolean always(Hours hours, int slack) {
    var open =
        hours.intervals().isEmpty()
            ? DAY
            : hours.intervals().stream().mapToInt(ConsultOpenHours::minutes).sum();
    return hours.days().size() == 7 && !hours.workdaysOnly() && DAY - open <= slack;
  }

  private static int minutes(Interval interval) {
    var from = clock(interval.opens());
    var to = clock(interval.closes());
    return to > from ? to - from : DAY - from + to;
  }

  private static int clock(String time) {
    return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
  }

  private static Measured measured(Optional<Hours> hours) {
    var opens = hours.map(one -> one.intervals().stream().map(Interval::opens).toList());
    var closes = hours.map(one -> one.intervals().stream().map(Interval::closes).toList());
    return Measured.of("opens", one(opens))
        .and("closes", one(closes))
        .and("days", hours.map(one -> days(one.days())).orElse(null))
        .and("source", hours.map(_ -> From.TEXT.id()).orElse(null));
  }

  private static @Nullable Object one(Optional<List<String>> times) {
    return times
        .filter(all -> !all.isEmpty())
        .<Object>map(all -> all.size() == 1 ? all.getFirst() : all)
        .orElse(null);
  }

  /// Numbers from 1 for Monday.
  private static List<Integer> days(Set<DayOfWeek> days) {
    return days.stream().map(DayOfWeek::getValue).sorted().toList();
  }

  private static Sentence sentence(Optional<Hours> shut) {
    return shut.map(hours ->
            new Sentence(
                "咨询表单仅部分时间开放：“%s”".formatted(hours.quote()),
                "the form is open only part of the time: “%s”".formatted(hours.quote())))
        .orElse(new Sentence("未见开放时间限制", "no opening hours are stated"));
  }

  private static Finding finding(Examination visit, Said shut, Measured measured) {
    return visit.finding(
        visit.rule().severity(),
        shut.channel().url(),
        measured,
        visit.threshold("closedMinutes", visit.rule().duration("slack").toMinutes(), "slack"),
        sentence(Optional.of(shut.hours())),
        List.of(Evidence.of(shut.hours().source(), shut.hours().quote())));
  }
}
