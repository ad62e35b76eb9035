package xuncha.checks.consult;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import com.google.auto.service.AutoService;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xuncha.checks.Check;
import xuncha.checks.Examination;
import xuncha.findings.Beijing;
import xuncha.findings.edition.Rule;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Finding;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Observation;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.visit.Artifact;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Letters;
import xuncha.findings.visit.Letters.Letter;
import xuncha.findings.visit.Letters.Standing;
import xuncha.findings.visit.OwnLetters;

/// People who write are to be answered: one valid letter of the last year unanswered for more than
/// three months is a veto (V-W-05b). Shares answered within one and five working days are measured
/// beside it (D-18, B-02). A letter whose page does not tell of its handling accuses nobody.
/// Whether a message is an effective one only a person can say, so every accusation is for review.
@AutoService(Check.class)
public final class ReplyTimeliness implements Check {
  @Override
  public String id() {
    return "reply-timeliness";
  }

  @Override
  public Set<Class<? extends Artifact>> needs() {
    return Set.of(Letters.class);
  }

  @Override
  public Set<Class<? extends Artifact>> wants() {
    return Set.of(OwnLetters.class);
  }

  @Override
  public Outcome examine(Examination visit) {
    var rule = visit.rule();
    var today = Beijing.day(visit.asOf());
    var all = visit.the(Letters.class);
    var counted = Correspondence.of(all.letters(), today.minus(rule.period("window")), today);
    var limit = today.minus(rule.period("overdue"));
    var overdue = counted.waitingSince(limit);
    var measured = measured(visit, counted, overdue.size());
    var told = counted.letters().stream().filter(one -> one.standing() != Standing.UNKNOWN).count();
    if (told == 0) {
      var detail = counted.letters().size() + " letters of the year, none tells of its handling";
      return Outcome.inconclusive(new Failure(Kind.TOO_LITTLE, detail), measured);
    }
    var unread = unread(all);
    if (overdue.isEmpty() && !all.complete() && unread > told) {
      var detail = unread + " letters were not read, " + told + " were";
      return Outcome.inconclusive(new Failure(Kind.BUDGET, detail), measured);
    }
    return new Outcome.Conclusive(
        (int) told,
        findings(visit, overdue, today, limit),
        measured,
        sentence(rule, counted, overdue.size()),
        confidence(overdue, told, counted.letters().size() + unread),
        !overdue.isEmpty(),
        observations(
            counted, overdue.size(), rule.count("promptWorkdays"), rule.count("workdays"), limit));
  }

  /// Letters of which neither the time nor the handling is known: their own pages were not read.
  private static long unread(Letters all) {
    return all.letters().stream()
        .filter(letter -> letter.kind() == Letters.Kind.CONSULTATION)
        .filter(letter -> letter.sent().isEmpty() && letter.standing() == Standing.UNKNOWN)
        .count();
  }

  /// Shares are told only where most answered letters could be dated.
  private static Measured measured(Examination visit, Correspondence counted, int overdue) {
    var rule = visit.rule();
    var tell = counted.countable() >= rule.share("minDatedShare");
    var measured =
        Measured.of("letters", counted.letters().size())
            .and("answered", counted.answered().size())
            .and("within1", tell ? orNull(counted.within(rule.count("promptWorkdays"))) : null)
            .and("within5", tell ? orNull(counted.within(rule.count("workdays"))) : null)
            .and("overdue", overdue)
            .and("medianWorkdays", tell ? orNull(counted.median()) : null);
    var own = ownWorkdays(visit);
    return own.isEmpty() ? measured : measured.and("ownWorkdays", own);
  }

  /// The working days that the answers to our own letters took, where any were written.
  private static List<Integer> ownWorkdays(Examination visit) {
    return visit.attempt(OwnLetters.class).found().stream()
        .flatMap(own -> own.letters().stream())
        .flatMap(letter -> Correspondence.workdays(letter).stream().boxed())
        .toList();
  }

  private static @Nullable Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  private static double confidence(List<Letter> overdue, long told, long all) {
    return overdue.stream()
        .mapToDouble(letter -> letter.confidence())
        .min()
        .orElse(0.9 * told / Math.max(told, all));
  }

  private static Sentence sentence(Rule rule, Correspondence counted, int overdue) {
    var letters = counted.letters().size();
    var answered = counted.answered().size();
    var window = rule.period("window");
    var limit = rule.period("overdue");
    return overdue == 0
        ? new Sentence(
            "近%s公开信件%d封，已答复%d封，无超期未答复".formatted(zh(window), letters, answered),
            "%d letters in %s, %d answered, none overdue".formatted(letters, en(window), answered))
        : new Sentence(
            "近%s公开信件%d封，其中%d封超过%s未答复".formatted(zh(window), letters, overdue, zh(limit)),
            "%d of %d letters in %s are unanswered for over %s"
                .formatted(overdue, letters, en(window), en(limit)));
  }

  private static String zh(Period period) {
    return part(period.getYears(), "年")
        + part(period.getMonths(), "个月")
        + part(period.getDays(), "天");
  }

  private static String en(Period period) {
    return Stream.of(
            part(period.getYears(), " years"),
            part(period.getMonths(), " months"),
            part(period.getDays(), " days"))
        .filter(part -> !part.isEmpty())
        .map(part -> part.startsWith("1 ") ? part.substring(0, part.length() - 1) : part)
        .collect(joining(" "));
  }

  private static String part(int count, String unit) {
    return count == 0 ? "" : count + unit;
  }

  /// Letters without a page of their own share their list's; the fragment tells them apart.
  private static List<Finding> findings(
      Examination visit, List<Letter> overdue, LocalDate today, LocalDate limit) {
    var pages = overdue.stream().collect(groupingBy(Letter::url, counting()));
    return overdue.stream()
        .map(letter -> {
          var shared = pages.getOrDefault(letter.url(), 1L) > 1;
          var fragment = "#" + URLEncoder.encode(letter.title(), StandardCharsets.UTF_8);
          return finding(visit, letter, letter.url() + (shared ? fragment : ""), today, limit);
        })
        .toList();
  }

  private static Finding finding(
      Examination visit, Letter letter, String subject, LocalDate today, LocalDate limit) {
    var sent = Correspondence.sent(letter);
    var days = ChronoUnit.DAYS.between(sent, today);
    return visit.finding(
        visit.rule().severity(),
        subject,
        Measured.of("title", letter.title()).and("sent", sent.toString()).and("days", days),
        visit.threshold("days", ChronoUnit.DAYS.between(limit, today), "overdue"),
        new Sentence(
            "信件“%s”（%s）%d天未答复".formatted(letter.title(), sent, days),
            "the letter “%s” of %s is unanswered for %d days"
                .formatted(letter.title(), sent, days)),
        List.of(Evidence.of(letter.source(), letter.title() + " " + sent)));
  }

  /// The series keep their names, whatever terms the edition has.
  private List<Observation> observations(
      Correspondence counted, int overdue, int prompt, int term, LocalDate limit) {
    var observations = new ArrayList<Observation>();
    observations.add(new Observation(id(), "letters", counted.letters().size(), "count"));
    observations.add(new Observation(id(), "overdue", overdue, "count"));
    observations.add(new Observation(id(), "answered-late", answeredLate(counted, limit), "count"));
    counted
        .within(prompt)
        .ifPresent(share -> observations.add(new Observation(id(), "within1", share, "ratio")));
    counted
        .within(term)
        .ifPresent(share -> observations.add(new Observation(id(), "within5", share, "ratio")));
    return observations;
  }

  /// Answered, but later than the limit: an open reading of the text, so shown and not accused.
  private static long answeredLate(Correspondence counted, LocalDate limit) {
    var allowed = limit.until(counted.today());
    return counted.answered().stream()
        .filter(letter ->
            Correspondence.day(letter.answered())
                .filter(day -> day.isAfter(Correspondence.sent(letter).plus(allowed)))
                .isPresent())
        .count();
  }
}
