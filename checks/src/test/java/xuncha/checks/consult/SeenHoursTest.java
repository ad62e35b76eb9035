package xuncha.checks.consult;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xuncha.checks.consult.SeenHours.Edge;
import xuncha.findings.Beijing;
import xuncha.findings.visit.FormSights.Sight;

class SeenHoursTest {
  /// A Monday.
  private static final LocalDate START = LocalDate.of(2020, 3, 2);

  private final List<Sight> sights = new ArrayList<>();

  @Test
  void hoursLieBetweenTheSights() {
    look(
        14,
        time -> within(time, "08:00", "19:00"),
        "03:10",
        "07:50",
        "08:10",
        "13:00",
        "18:50",
        "19:10");

    var hours = SeenHours.of(sights, 3).orElseThrow();

    assertThat(hours.days()).hasSize(7);
    assertThat(hours.intervals())
        .singleElement()
        .satisfies(span -> {
          assertThat(span.opens().mark()).contains(8 * 60);
          assertThat(span.closes().mark()).contains(19 * 60);
        });
  }

  @Test
  void betweenFarSightsTheHourIsUnknown() {
    look(5, time -> within(time, "08:00", "19:00"), "02:00", "12:00");

    var edge = SeenHours.of(sights, 3).orElseThrow().intervals().getFirst().opens();

    assertThat(edge).isEqualTo(new Edge(2 * 60, 12 * 60, java.util.Optional.empty()));
    assertThat(edge.width()).isEqualTo(600);
  }

  @Test
  void aBreakAtNoonIsSeenToo() {
    look(
        6,
        time -> within(time, "08:30", "12:00") || within(time, "14:30", "17:30"),
        "08:20",
        "08:40",
        "11:50",
        "12:10",
        "14:20",
        "14:40",
        "17:20",
        "17:40");

    var hours = SeenHours.of(sights, 3).orElseThrow();

    assertThat(hours.intervals())
        .extracting(
            span -> span.opens().mark().orElseThrow(), span -> span.closes().mark().orElseThrow())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(510, 720),
            org.assertj.core.groups.Tuple.tuple(870, 1050));
  }

  @Test
  void hoursMayGoPastMidnight() {
    look(
        5,
        time -> !within(time, "03:00", "06:00"),
        "00:30",
        "02:50",
        "03:10",
        "05:50",
        "06:10",
        "23:00");

    var span = SeenHours.of(sights, 3).orElseThrow().intervals().getFirst();

    assertThat(span.opens().mark()).contains(6 * 60);
    assertThat(span.closes().mark()).contains(3 * 60);
  }

  @Test
  void daysOfRestAreThoseThatAreShutWhenOthersAreOpen() {
    for (var day = 0; day < 28; day++) {
      var date = START.plusDays(day);
      var rest = date.getDayOfWeek().getValue() > 5;
      for (var time : List.of("09:00", "12:00", "20:00")) {
        see(date, time, !rest && within(time, "08:00", "18:00"));
      }
    }

    assertThat(SeenHours.of(sights, 3).orElseThrow().days())
        .isEqualTo(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
  }

  @Test
  void aNightThatWasNotLookedAtMakesNoDayOfRest() {
    look(5, _ -> true, "09:00", "15:00");
    for (var week = 0; week < 4; week++) {
      see(START.plusDays(5 + 7L * week), "03:00", false);
    }

    assertThat(SeenHours.of(sights, 3)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1", "2"})
  void anOutageIsNoRule(int days) {
    look(20, _ -> true, "09:00", "15:00", "21:00");
    look(days, _ -> false, "03:00");

    assertThat(SeenHours.of(sights, 3)).isEmpty();
  }

  @Test
  void sightsThatContradictEachOtherAreNoRule() {
    look(7, _ -> true, "09:00", "15:00", "21:00");
    look(7, _ -> false, "10:00", "16:00", "22:00");

    assertThat(SeenHours.of(sights, 3)).isEmpty();
  }

  @Test
  void aFormThatWasNeverShutHasNoHours() {
    look(10, _ -> true, "00:00", "06:00", "12:00", "18:00");

    assertThat(SeenHours.of(sights, 3)).isEmpty();
    assertThat(SeenHours.unseen(sights)).isEqualTo(6 * 60);
  }

  @Test
  void theRealHoursLieAlwaysBetweenTheEdges() {
    var random = new Random(7);
    for (var round = 0; round < 300; round++) {
      sights.clear();
      var opens = random.nextInt(1440);
      var length = 60 + random.nextInt(1200);
      for (var day = 0; day < 20; day++) {
        for (var look = 0; look < 6; look++) {
          var minute = random.nextInt(1440);
          var open = Math.floorMod(minute - opens, 1440) < length;
          sights.add(
              new Sight(
                  START
                      .plusDays(day)
                      .atTime(LocalTime.of(minute / 60, minute % 60))
                      .atZone(Beijing.ZONE)
                      .toInstant(),
                  open));
        }
      }
      SeenHours.of(sights, 3)
          .map(hours -> hours.intervals().getFirst())
          .ifPresent(span -> {
            assertThat(holds(span.opens(), opens)).isTrue();
            assertThat(holds(span.closes(), (opens + length) % 1440)).isTrue();
          });
    }
  }

  private static boolean holds(Edge edge, int minute) {
    var far = Math.floorMod(minute - edge.after(), 1440);
    return far > 0 && far <= edge.width();
  }

  private void look(int days, Predicate<String> open, String... times) {
    for (var day = 0; day < days; day++) {
      for (var time : times) {
        see(START.plusDays(day), time, open.test(time));
      }
    }
  }

  private void see(LocalDate date, String time, boolean open) {
    sights.add(
        new Sight(date.atTime(LocalTime.parse(time)).atZone(Beijing.ZONE).toInstant(), open));
  }

  private static boolean within(String time, String opens, String closes) {
    return time.compareTo(opens) >= 0 && time.compareTo(closes) < 0;
  }
}
