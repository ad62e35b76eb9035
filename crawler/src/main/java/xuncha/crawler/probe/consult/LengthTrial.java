package xuncha.crawler.probe.consult;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import xuncha.crawler.probe.consult.Reading.Result;
import xuncha.crawler.probe.consult.Trial.Cause;
import xuncha.crawler.probe.consult.Trial.Exact;
import xuncha.crawler.probe.consult.Trial.Why;

/// Finds out between which lengths a form lets a text go. Knows no browser: it says what to try and
/// is told what came of it.
///
/// A least length m is claimed only where m-1 is refused and m is not, each in a page opened anew,
/// and where what was refused then leaves, or is refused for something else than its length.
final class LengthTrial {
  /// Nobody must write less; nobody writes more.
  private static final int SHORTEST = 1;

  private static final int LONGEST = 3_000;

  /// Lengths that people set, in case the form does not say its own.
  private static final List<Integer> GROWING =
      List.of(2, 5, 10, 15, 20, 30, 50, 80, 100, 150, 200, 300, 500);

  private static final List<Integer> SHRINKING =
      List.of(2_000, 1_500, 1_000, 800, 500, 300, 200, 150, 100);

  /// Lengths between two known ones that are tried in one go.
  private static final int STEPS = 8;

  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

  private final Tries tries;
  private final List<Integer> hints;

  /// Tries texts on the form.
  @FunctionalInterface
  interface Tries {
    /// Opens the page anew and tries texts of these lengths on it, one after the other, until what
    /// came of one is not as expected. At most that one more. Fewer when the form cannot be tried
    /// any more.
    List<Reading> of(List<Integer> lengths, Predicate<Reading> expected);
  }

  /// What was found out.
  ///
  /// @param why why the least length is not known, where it is not
  record Found(Optional<Exact> least, Optional<Exact> most, Optional<Why> why) {}

  /// @param hints lengths that notices and scripts mention
  LengthTrial(Tries tries, List<Integer> hints) {
    this.tries = tries;
    this.hints = List.copyOf(hints);
  }

  Found run() {
    var first = only(SHORTEST);
    if (first.isEmpty()) {
      return unknown(new Why(Cause.BUDGET, ""));
    }
    return switch (first.get().result()) {
      case SENT -> new Found(Optional.empty(), anyMost(), Optional.empty());
      case ASKED -> asked(first.get());
      case STOPPED -> stopped(first.get());
    };
  }

  private static Found unknown(Why why) {
    return new Found(Optional.empty(), Optional.empty(), Optional.of(why));
  }

  /// What leaves may be the text in a form that cannot be read; then it grows with the text.
  private Found asked(Reading first) {
    var longer = only(GROWING.getLast());
    var grows =
        longer
            .filter(it -> it.result() == Result.ASKED && it.kept() > first.kept())
            .filter(it -> it.bytes() - first.bytes() >= it.kept() - first.kept())
            .isPresent();
    return grows
        ? new Found(Optional.empty(), Optional.empty(), Optional.empty())
        : unknown(new Why(Cause.ASKS_FIRST, first.quote()));
  }

  private Found stopped(Reading first) {
    var refusal = Refusal.of(first);
    var gap = mentioned(first, refusal).or(() -> gap(SHORTEST, GROWING, refusal));
    if (gap.isEmpty()) {
      return unknown(new Why(Cause.STOPPED_ELSEWHERE, first.quote()));
    }
    var exact = narrowed(gap.get(), refusal);
    if (exact.isEmpty()) {
      return unknown(new Why(Cause.BUDGET, first.quote()));
    }
    return confirmed(exact.get(), refusal)
        .map(least -> new Found(Optional.of(least), most(least.value()), Optional.empty()))
        .orElseGet(() -> unknown(new Why(Cause.NOISY, first.quote())));
  }

  /// A length that is refused and another, greater or smaller, that is not.
  private record Gap(int refused, int taken) {
    int width() {
      return Math.abs(taken - refused);
    }

    /// Lengths between them, beginning beside the refused one.
    List<Integer> steps() {
      var step = (width() + STEPS - 1) / STEPS * Integer.signum(taken - refused);
      return IntStream.iterate(refused + step, n -> (taken - n) * step > 0, n -> n + step)
          .boxed()
          .toList();
    }
  }

  /// Tried around the lengths that the refusal itself mentions, then those that others do.
  private Optional<Gap> mentioned(Reading first, Refusal refusal) {
    var lengths =
        Stream.concat(numbers(first), hints.stream())
            .filter(n -> n > SHORTEST && n <= LONGEST / 2)
            .distinct()
            .sorted()
            .limit(5)
            .flatMap(n -> Stream.of(n - 1, n))
            .filter(n -> n > SHORTEST)
            .distinct()
            .toList();
    return gap(SHORTEST, lengths, refusal);
  }

  private Optional<Gap> gap(int refused, List<Integer> lengths, Refusal refusal) {
    if (lengths.isEmpty()) {
      return Optional.empty();
    }
    var readings = tries.of(lengths, refusal::again);
    return readings.isEmpty() || refusal.again(readings.getLast())
        ? Optional.empty()
        : Optional.of(new Gap(before(readings, refused), readings.getLast().kept()));
  }

  private static int before(List<Reading> readings, int otherwise) {
    return readings.size() == 1 ? otherwise : readings.get(readings.size() - 2).kept();
  }

  /// The nearest to the refused lengths that is taken.
  private Optional<Integer> narrowed(Gap wide, Refusal refusal) {
    var gap = wide;
    while (gap.width() > 1) {
      var readings = tries.of(gap.steps(), refusal::again);
      if (readings.isEmpty()) {
        return Optional.empty();
      }
      var last = readings.getLast();
      var next =
          refusal.again(last)
              ? new Gap(last.kept(), gap.taken())
              : new Gap(before(readings, gap.refused()), last.kept());
      if (next.width() >= gap.width()) {
        return Optional.empty();
      }
      gap = next;
    }
    return Optional.of(gap.taken());
  }

  private Optional<Exact> confirmed(int least, Refusal refusal) {
    var below = only(least - 1).filter(refusal::again);
    var above = only(least).filter(it -> !refusal.again(it));
    if (below.isEmpty() || above.isEmpty()) {
      return Optional.empty();
    }
    var leaves = !above.get().stopped();
    var otherwise =
        refusal.ofLength() && !above.get().said().isEmpty() && !Refusal.of(above.get()).ofLength();
    return leaves || otherwise
        ? Optional.of(new Exact(least, told(below.get()) + "；" + told(above.get())))
        : Optional.empty();
  }

  // the greatest length

  /// Of a form that lets anything go a greatest length is looked for only where one is spoken of.
  private Optional<Exact> anyMost() {
    return hints.isEmpty() ? Optional.empty() : most(SHORTEST);
  }

  /// @param taken a length that is let go
  private Optional<Exact> most(int taken) {
    var longest = only(LONGEST);
    if (longest.isEmpty()) {
      return Optional.empty();
    }
    var reading = longest.get();
    if (reading.kept() < reading.tried()) {
      return cut(reading);
    }
    return reading.stopped() ? refusedAbove(taken, reading) : Optional.empty();
  }

  private Optional<Exact> cut(Reading longest) {
    return only(longest.kept() + 1)
        .filter(it -> it.kept() == longest.kept())
        .map(it -> new Exact(it.kept(), "试填%d字，只留下%d字".formatted(it.tried(), it.kept())));
  }

  private Optional<Exact> refusedAbove(int taken, Reading longest) {
    var refusal = Refusal.of(longest);
    var mentioned =
        numbers(longest)
            .filter(n -> n > taken && n < LONGEST - 1)
            .sorted(Comparator.reverseOrder())
            .flatMap(n -> Stream.of(n + 1, n))
            .distinct()
            .toList();
    var usual = Stream.concat(SHRINKING.stream().filter(n -> n > taken), Stream.of(taken)).toList();
    return gap(LONGEST, mentioned, refusal)
        .or(() -> gap(LONGEST, usual, refusal))
        .flatMap(gap -> narrowed(gap, refusal))
        .flatMap(most -> confirmedMost(most, refusal));
  }

  private Optional<Exact> confirmedMost(int most, Refusal refusal) {
    var above = only(most + 1).filter(refusal::again);
    var within = only(most).filter(it -> !it.stopped());
    return above.isPresent() && within.isPresent()
        ? Optional.of(new Exact(most, told(above.get()) + "；" + told(within.get())))
        : Optional.empty();
  }

  private Optional<Reading> only(int length) {
    return tries.of(List.of(length), _ -> true).stream().findFirst();
  }

  private static Stream<Integer> numbers(Reading reading) {
    var texts = new ArrayList<String>();
    reading.said().forEach(said -> texts.add(said.words()));
    texts.addAll(reading.counts());
    return texts.stream()
        .flatMap(text -> NUMBER.matcher(text).results())
        .map(found -> Integer.parseInt(found.group()))
        .flatMap(n -> Stream.of(n, n + reading.kept())) // "49 more" is said too
        .distinct();
  }

  private static String told(Reading reading) {
    return switch (reading.result()) {
      case SENT -> "试填%d字，表单即要发送（已拦截）".formatted(reading.kept());
      case ASKED -> "试填%d字，表单即向服务器核对（已拦截）".formatted(reading.kept());
      case STOPPED -> "试填%d字被拦下：%s".formatted(reading.kept(), reading.quote());
    };
  }
}
