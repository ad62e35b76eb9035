package xuncha.checks.space;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xuncha.checks.Check;
import xuncha.checks.Examination;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.visit.Artifact;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.UserSpace;
import xuncha.findings.visit.UserSpace.History;
import xuncha.findings.visit.UserSpace.Kind;

/// A person's space must keep what they wrote, applied for and read (B-03); which of these the
/// edition says. That something is not kept is said only of a space that was seen whole; that a
/// history does not record, only where a page read a moment before is missing from it.
@AutoService(Check.class)
public final class SpaceHistory implements Check {
  private static final double SURE = 0.8;

  /// Where some of it is kept, the rest may be under a name that nobody thought of.
  private static final double SURE_OF_PART = 0.6;

  private static final Map<Kind, String> NAMES =
      Map.of(Kind.CONSULTATIONS, "咨询留言", Kind.SERVICES, "办事服务", Kind.BROWSING, "查阅内容");

  @Override
  public String id() {
    return "user-space";
  }

  @Override
  public Set<Class<? extends Artifact>> needs() {
    return Set.of(UserSpace.class);
  }

  @Override
  public Outcome examine(Examination visit) {
    var record = visit.the(UserSpace.class);
    if (record.space().isEmpty()) {
      var login = record.login();
      return Outcome.inconclusive(
          login.why().orElseGet(() -> new Failure(Failure.Kind.UNREADABLE, login.url())));
    }
    var space = record.space().get();
    var wanted =
        visit.rule().words("histories").stream()
            .map(word -> Kind.valueOf(word.toUpperCase(Locale.ROOT)))
            .toList();
    var missing = wanted.stream().filter(kind -> find(space, kind).isEmpty()).toList();
    var measured = measured(space);
    if (!missing.isEmpty()) {
      return space
          .why()
          .map(why -> Outcome.inconclusive(why, measured))
          .orElseGet(() -> lacking(visit, record, space, missing, wanted.size()));
    }
    var forgetful =
        space.histories().stream()
            .filter(history -> history.recorded().filter(kept -> !kept).isPresent())
            .findFirst();
    if (forgetful.isPresent()) {
      return forgetting(visit, record, space, forgetful.get());
    }
    var sentence = new Sentence("用户空间保留历史记录", "the user space keeps the person's history");
    return new Outcome.Conclusive(
        space.histories().size(), List.of(), measured, sentence, SURE, false, List.of());
  }

  private static Optional<History> find(UserSpace.Space space, Kind kind) {
    return space.histories().stream().filter(history -> history.kind() == kind).findFirst();
  }

  private static Outcome lacking(
      Examination visit, UserSpace record, UserSpace.Space space, List<Kind> missing, int wanted) {
    var names = missing.stream().map(NAMES::get).collect(Collectors.joining("、"));
    var english =
        missing.stream()
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    var sentence =
        new Sentence(
            "用户空间没有%s的历史记录".formatted(names),
            "the user space keeps no history of %s".formatted(english));
    var seen = new ArrayList<String>();
    space.histories().forEach(history -> seen.add(history.name()));
    var quote = seen.isEmpty() ? "no history of any kind" : "only " + String.join(", ", seen);
    return fault(
        visit, record, space, sentence, quote, missing.size() == wanted ? SURE : SURE_OF_PART);
  }

  private static Outcome forgetting(
      Examination visit, UserSpace record, UserSpace.Space space, History history) {
    var sentence =
        new Sentence(
            "用户空间“%s”不记录查阅内容".formatted(history.name()),
            "%s does not record what was read".formatted(history.name()));
    var quote = "a page read while logged in is not in " + history.name();
    return fault(visit, record, space, sentence, quote, SURE);
  }

  private static Outcome fault(
      Examination visit,
      UserSpace record,
      UserSpace.Space space,
      Sentence sentence,
      String quote,
      double sure) {
    var measured = measured(space);
    var finding =
        visit.finding(
            visit.rule().severity(),
            space.url(),
            measured,
            visit.threshold("histories", visit.rule().words("histories"), "histories"),
            sentence,
            List.of(Evidence.of(record.source(), quote)));
    return new Outcome.Conclusive(1, List.of(finding), measured, sentence, sure, true, List.of());
  }

  private static Measured measured(UserSpace.Space space) {
    return Measured.of("url", space.url())
        .and("consultations", there(space, Kind.CONSULTATIONS))
        .and("services", there(space, Kind.SERVICES))
        .and("browsing", there(space, Kind.BROWSING))
        .and(
            "recorded",
            space.histories().stream()
                .flatMap(history -> history.recorded().stream())
                .reduce(Boolean::logicalAnd)
                .orElse(null));
  }

  /// Unknown where the space was not seen whole.
  private static @Nullable Boolean there(UserSpace.Space space, Kind kind) {
    var found = find(space, kind).isPresent();
    return (!found && space.why().isPresent()) ? null : found;
  }
}
