package xuncha.checks.consult;

import com.google.auto.service.AutoService;
import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xuncha.checks.Check;
import xuncha.checks.Examination;
import xuncha.checks.consult.SeenHours.Edge;
import xuncha.checks.consult.SeenHours.Span;
import xuncha.findings.Beijing;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Finding;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Observation;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.visit.Artifact;
import xuncha.findings.visit.Consultation;
import xuncha.findings.visit.Consultation.Access;
import xuncha.findings.visit.Consultation.Channel;
import xuncha.findings.visit.Consultation.From;
import xuncha.findings.visit.Consultation.Hours;
import xuncha.findings.visit.Consultation.Interval;
import xuncha.findings.visit.Consultation.Kind;
import xuncha.findings.visit.FormSights;
import xuncha.findings.visit.FormSights.Sight;
import xuncha.findings.visit.Source;

/// A form need not sleep (D-15). Read from what the form's own pages say (the hours of telephones
/// and halls are not the form's), else from when earlier visits found it open and shut, see
/// [SeenHours].
@AutoService(Check.class)
public final class ConsultOpenHours implements Check {
  /// The series of sights: 1 open, 0 shut.
  public static final String OPEN = "open";

  private static final int DAY = 24 * 60;
  private static final double UNSAID = 0.5;
  private static final double SEEN = 0.85;

  /// Looked at this densely round the clock, in minutes, a form that was never shut has no hours.
  private static final int DENSE = 6 * 60;

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(Beijing.ZONE);

  private static final int MOST_QUOTED = 12;

  @Override
  public String id() {
    return "consult-open-hours";
  }

  @Override
  public Set<Class<? extends Artifact>> needs() {
    return Set.of(Consultation.class);
  }

  @Override
  public Set<Class<? extends Artifact>> wants() {
    return Set.of(FormSights.class);
  }

  /// Hours as they are judged, and what they are known from.
  ///
  /// @param words as they would be quoted
  private record Known(
      Channel channel,
      Set<DayOfWeek> days,
      boolean partial,
      List<String> opens,
      List<String> closes,
      From from,
      double confidence,
      String words,
      Source source,
      Measured more) {}

  @Override
  public Outcome examine(Examination visit) {
    var consultation = visit.the(Consultation.class);
    var channels =
        consultation.channels().stream()
            .filter(one -> one.kind() == Kind.CONSULTATION)
            .filter(one -> one.form().isPresent() || one.access() == Access.CLOSED)
            .toList();
    if (channels.isEmpty()) {
      return Outcome.inconclusive(OwnForms.unseen(consultation));
    }
    var open = channels.stream().anyMatch(one -> one.form().isPresent());
    var numbers = List.of(new Observation(id(), OPEN, open ? 1 : 0, "state"));
    var sights = sights(visit, open);
    var slack = (int) visit.rule().duration("slack").toMinutes();
    var told =
        channels.stream()
            .flatMap(one -> told(one, slack).stream())
            .max(Comparator.comparing(Known::partial));
    var known =
        told.filter(Known::partial)
            .or(() -> seen(visit, channels.getFirst(), sights))
            .or(() -> told);
    if (known.isEmpty() && !open) {
      return Outcome.inconclusive(OwnForms.unseen(consultation), Measured.NOTHING, numbers);
    }
    var measured = measured(known);
    return new Outcome.Conclusive(
        channels.size(),
        known.filter(Known::partial).map(one -> finding(visit, one, measured)).stream().toList(),
        measured,
        sentence(known.filter(Known::partial)),
        known.map(Known::confidence).orElse(SeenHours.unseen(sights) <= DENSE ? SEEN : UNSAID),
        false,
        numbers);
  }

  // what is said

  /// What is surely said of that form: the surest; of equally sure ones one that is always open.
  private static Optional<Known> told(Channel channel, int slack) {
    return channel.hours().stream()
        .filter(hours -> OwnForms.isSure(hours.confidence()))
        .max(
            Comparator.comparingDouble(Hours::confidence)
                .thenComparing(hours -> always(hours, slack)))
        .map(hours ->
            new Known(
                channel,
                hours.days(),
                !always(hours, slack),
                hours.intervals().stream().map(Interval::opens).toList(),
                hours.intervals().stream().map(Interval::closes).toList(),
                From.TEXT,
                hours.confidence(),
                hours.quote(),
                hours.source(),
                Measured.NOTHING));
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

  // what was seen

  /// The earlier sights that still count, and this one.
  private static List<Sight> sights(Examination visit, boolean open) {
    var since = visit.asOf().minus(visit.rule().duration("remembered"));
    var sights = new ArrayList<Sight>();
    visit
        .attempt(FormSights.class)
        .found()
        .ifPresent(earlier ->
            earlier.sights().stream()
                .filter(one -> one.at().isAfter(since) && one.at().isBefore(visit.at()))
                .forEach(sights::add));
    sights.add(new Sight(visit.at(), open));
    return sights;
  }

  private static Optional<Known> seen(Examination visit, Channel channel, List<Sight> sights) {
    var source =
        visit.attempt(FormSights.class).found().map(FormSights::source).orElse(channel.source());
    return SeenHours.of(sights, visit.rule().count("dates"))
        .map(hours ->
            new Known(
                channel,
                hours.days(),
                true,
                hours.intervals().stream().map(span -> opening(span.opens())).toList(),
                hours.intervals().stream().map(span -> closing(span.closes())).toList(),
                From.PROBE,
                SEEN,
                quote(sights),
                source,
                Measured.of("opensBetween", edges(hours.intervals(), Span::opens))
                    .and("closesBetween", edges(hours.intervals(), Span::closes))
                    .and("sights", sights.size())));
  }

  /// The mark between the sights; where there is none the hour that is mildest for the site.
  private static String opening(Edge edge) {
    return time(edge.mark().orElse(edge.after()));
  }

  private static String closing(Edge edge) {
    return time(edge.mark().orElse(edge.by()));
  }

  private static List<List<String>> edges(
      List<Span> spans, java.util.function.Function<Span, Edge> which) {
    return spans.stream()
        .map(which)
        .map(edge -> List.of(time(edge.after()), time(edge.by())))
        .toList();
  }

  private static String time(int minute) {
    return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
  }

  private static String quote(List<Sight> sights) {
    var last = sights.subList(Math.max(0, sights.size() - MOST_QUOTED), sights.size());
    var each =
        last.stream()
            .map(one -> MOMENT.format(one.at()) + (one.open() ? " open" : " shut"))
            .toList();
    return "%d sights, the latest: %s".formatted(sights.size(), String.join(", ", each));
  }

  // what is said of it

  private static Measured measured(Optional<Known> known) {
    var measured =
        Measured.of("opens", one(known.map(Known::opens)))
            .and("closes", one(known.map(Known::closes)))
            .and("days", known.map(one -> days(one.days())).orElse(null))
            .and("source", known.map(one -> one.from().id()).orElse(null));
    for (var more : known.map(one -> one.more().values()).orElse(java.util.Map.of()).entrySet()) {
      measured = measured.and(more.getKey(), more.getValue());
    }
    return measured;
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

  private static Sentence sentence(Optional<Known> shut) {
    return shut.map(known ->
            known.from() == From.TEXT
                ? new Sentence(
                    "咨询表单仅部分时间开放：“%s”".formatted(known.words()),
                    "the form is open only part of the time: “%s”".formatted(known.words()))
                : new Sentence(
                    "咨询表单仅部分时间开放：多日多次访问发现%s".formatted(span(known, "、", "部分日期不开放", "至")),
                    "the form is open only part of the time: found open %s over several days"
                        .formatted(span(known, ", ", "on some days", " to "))))
        .orElse(new Sentence("未见开放时间限制", "no opening hours are stated or were seen"));
  }

  private static String span(Known known, String and, String some, String to) {
    if (known.opens().isEmpty()) {
      return some;
    }
    var spans = new ArrayList<String>();
    for (var at = 0; at < known.opens().size(); at++) {
      spans.add(known.opens().get(at) + to + known.closes().get(at));
    }
    return String.join(and, spans);
  }

  private static Finding finding(Examination visit, Known known, Measured measured) {
    return visit.finding(
        visit.rule().severity(),
        known.channel().url(),
        measured,
        visit.threshold("closedMinutes", visit.rule().duration("slack").toMinutes(), "slack"),
        sentence(Optional.of(known)),
        List.of(Evidence.of(known.source(), known.words())));
  }
}
