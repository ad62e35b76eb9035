package xuncha.checks.reach;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.HomeAttempts.Attempt;

/// The tries of one visit, weighed. Those that failed for reasons of ours are left out.
record Tries(List<Try> all) {
  /// The word for a page that opened too late.
  static final String SLOW = "slow";

  /// One try with its weight.
  record Try(Attempt attempt, Weight weight) {
    /// Why it counts as failed: a failure's id, or `slow`.
    String cause() {
      return attempt.failure().map(why -> why.kind().id()).orElse(SLOW);
    }
  }

  static Tries of(List<Attempt> attempts, Duration slow) {
    return new Tries(
        attempts.stream()
            .map(attempt -> new Try(attempt, Weight.of(attempt, slow)))
            .filter(one -> one.weight() != Weight.OURS)
            .toList());
  }

  /// The tries that did not open the page.
  List<Try> failed() {
    return all.stream().filter(one -> one.weight() != Weight.OPENED).toList();
  }

  /// The tries that failed by the site's own doing: all of them when every one failed and none was
  /// blocked, else those that are certain, and the passing kind when it came back.
  List<Try> sure() {
    if (agree()) {
      return all;
    }
    var cameBack = all.stream().filter(one -> one.weight() == Weight.IF_REPEATED).count() >= 2;
    return all.stream()
        .filter(
            one -> one.weight() == Weight.SITE || (cameBack && one.weight() == Weight.IF_REPEATED))
        .toList();
  }

  /// Whether repetition settles what one try could not.
  boolean agree() {
    return all.size() >= 2
        && all.stream()
            .allMatch(one -> one.weight() != Weight.OPENED && one.weight() != Weight.UNKNOWN);
  }

  /// Whether every try failed, each certainly by the site's doing.
  boolean plain() {
    return !all.isEmpty() && all.stream().allMatch(one -> one.weight() == Weight.SITE);
  }

  /// The first failure that remains unsettled.
  Optional<Failure> doubt() {
    var sure = sure();
    return failed().stream()
        .filter(one -> !sure.contains(one))
        .map(one ->
            one.attempt()
                .failure()
                .orElse(new Failure(Failure.Kind.RESPONSE_TIMEOUT, SLOW + " once")))
        .findFirst();
  }

  double share(List<Try> some) {
    return all.isEmpty() ? 0 : (double) some.size() / all.size();
  }

  /// The most frequent cause of failure, the earlier one among equals.
  Optional<String> cause() {
    return failed().stream()
        .collect(groupingBy(Try::cause, LinkedHashMap::new, counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .map(Map.Entry::getKey);
  }

  /// The longest try.
  Duration slowest() {
    return all.stream()
        .map(one -> one.attempt().took())
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }
}
