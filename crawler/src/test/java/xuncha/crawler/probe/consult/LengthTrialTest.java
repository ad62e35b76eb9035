package xuncha.crawler.probe.consult;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xuncha.crawler.probe.consult.Reading.Result;
import xuncha.crawler.probe.consult.Reading.Said;
import xuncha.crawler.probe.consult.Trial.Cause;
import xuncha.crawler.probe.consult.Trial.Exact;
import xuncha.crawler.probe.consult.Trial.Why;

/// The search for the exact lengths, on forms that exist as functions alone.
class LengthTrialTest {
  /// A form that says what it does with a text of so many characters.
  private record Form(IntFunction<Reading> does, int cuts) implements LengthTrial.Tries {
    @Override
    public List<Reading> of(List<Integer> lengths, Predicate<Reading> expected) {
      var readings = new ArrayList<Reading>();
      for (var length : lengths) {
        var kept = Math.min(length, cuts);
        var did = does.apply(kept);
        var reading =
            new Reading(
                1, length, kept, did.result(), did.off(), did.bytes(), did.said(), did.counts());
        readings.add(reading);
        if (!expected.test(reading)) {
          break;
        }
      }
      return readings;
    }
  }

  private static Form form(IntFunction<Reading> does) {
    return new Form(does, Integer.MAX_VALUE);
  }

  private static Reading sent() {
    return new Reading(1, 0, 0, Result.SENT, false, 10, List.of(), List.of());
  }

  private static Reading asks(int bytes) {
    return new Reading(1, 0, 0, Result.ASKED, false, bytes, List.of(), List.of());
  }

  private static Reading off() {
    return new Reading(1, 0, 0, Result.STOPPED, true, 0, List.of(), List.of());
  }

  private static Reading says(String... words) {
    var said = List.of(words).stream().map(one -> new Said(one, false)).toList();
    return new Reading(1, 0, 0, Result.STOPPED, false, 0, said, List.of());
  }

  private static Optional<Integer> least(LengthTrial.Tries form) {
    return new LengthTrial(form, List.of()).run().least().map(Exact::value);
  }

  private static Optional<Cause> cause(LengthTrial.Tries form) {
    return new LengthTrial(form, List.of()).run().why().map(Why::cause);
  }

  @ParameterizedTest
  @CsvSource({
    "50, 内容不能少于50字",
    "50, 内容太短",
    "37, 内容太短",
    "2, 请完善留言内容",
    "463, 内容字数不足",
    "20, 长度应在20-150字之间",
    "12, ''",
    "500, 不符合要求"
  })
  void findsTheLeastLengthWhateverIsSaid(int least, String words) {
    var form = form(n -> n >= least ? sent() : words.isEmpty() ? says() : says(words));
    assertThat(least(form)).contains(least);
  }

  @Test
  void aFormThatLetsOneCharacterGoHasNoLeastLength() {
    var found = new LengthTrial(form(_ -> sent()), List.of()).run();
    assertThat(found.least()).isEmpty();
    assertThat(found.why()).isEmpty();
  }

  @Test
  void aButtonThatWakesUpTellsAsMuchAsWords() {
    assertThat(least(form(n -> n >= 15 ? sent() : off()))).contains(15);
  }

  @Test
  void aRefusalOfTheLengthThatGivesWayToAnotherTellsToo() {
    assertThat(least(form(n -> says(n < 30 ? "内容不能少于30字" : "验证码错误")))).contains(30);
    assertThat(least(form(n -> n < 30 ? says("内容至少30字", "验证码错误") : says("验证码错误")))).contains(30);
  }

  @Test
  void aTextThatIsCheckedWithTheServerHasPassedTheFormsOwnChecks() {
    assertThat(least(form(n -> n < 30 ? says("内容过短") : asks(40)))).contains(30);
  }

  @Test
  void whereSomethingElseStopsEveryTextNothingIsSaidOfItsLength() {
    assertThat(cause(form(_ -> says("验证码错误")))).contains(Cause.STOPPED_ELSEWHERE);
    assertThat(cause(form(_ -> says("请先登录")))).contains(Cause.STOPPED_ELSEWHERE);
    assertThat(cause(form(_ -> off()))).contains(Cause.STOPPED_ELSEWHERE);
    assertThat(cause(form(_ -> asks(40)))).contains(Cause.ASKS_FIRST);
  }

  @Test
  void whatLeavesDisguisedGrowsWithTheText() {
    var found = new LengthTrial(form(n -> asks(100 + 4 * n)), List.of()).run();
    assertThat(found.why()).isEmpty();
    assertThat(found.least()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"150, 内容不能超过150字", "150, 内容过长", "733, 太长", "2999, 字数超限"})
  void findsTheGreatestLength(int most, String words) {
    var form = form(n -> n > most ? says(words) : n < 10 ? says("内容不能少于10字") : sent());
    var found = new LengthTrial(form, List.of()).run();
    assertThat(found.least().map(Exact::value)).contains(10);
    assertThat(found.most().map(Exact::value)).contains(most);
  }

  @Test
  void oneSentenceForBothEndsIsUnderstood() {
    var form = form(n -> n < 20 || n > 150 ? says("留言内容应为20-150字") : sent());
    var found = new LengthTrial(form, List.of()).run();
    assertThat(found.least().map(Exact::value)).contains(20);
    assertThat(found.most().map(Exact::value)).contains(150);
  }

  @Test
  void aFieldThatCutsTextsHasAGreatestLength() {
    var found = new LengthTrial(new Form(_ -> sent(), 200), List.of(500)).run();
    assertThat(found.most().map(Exact::value)).contains(200);
  }

  @Test
  void whatIsStillMissingIsCounted() {
    assertThat(least(form(n -> n < 37 ? says("还差" + (37 - n) + "字") : sent()))).contains(37);
  }

  /// Whatever is claimed of a form that keeps to a rule is its rule; nothing is claimed of one that
  /// does as it likes.
  @Test
  void neverClaimsWhatIsNotSo() {
    for (var seed = 0; seed < 400; seed++) {
      var lot = new Random(seed);
      var least = 1 + lot.nextInt(400);
      var most = least + 1 + lot.nextInt(800);
      var whims = lot.nextInt(3) == 0;
      var form =
          form(n -> {
            if (whims && lot.nextInt(2) == 0) {
              return lot.nextBoolean() ? says("操作过于频繁") : sent();
            }
            return n < least ? says("内容太短") : n > most ? says("内容过长") : sent();
          });
      var found = new LengthTrial(form, List.of(lot.nextInt(100))).run();
      if (!whims) {
        assertThat(found.least().map(Exact::value).orElse(1)).as("seed " + seed).isEqualTo(least);
        assertThat(found.most().map(Exact::value)).as("seed " + seed).contains(most);
      } else if (found.least().isPresent()) {
        assertThat(found.least().get().value()).as("seed " + seed).isLessThanOrEqualTo(least);
      }
    }
  }
}
