package xuncha.findings.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkCalendarTest {
  private final WorkCalendar china = WorkCalendar.china();

  @ParameterizedTest(name = "sent {0}: due {1} and {2}")
  @CsvSource(
      textBlock =
          """
          2020-04-03, 2020-04-07, 2020-04-13
          2020-04-24, 2020-04-26, 2020-04-30
          2023-01-20, 2023-01-28, 2023-02-01
          2020-01-23, 2020-02-03, 2020-02-07
          2020-04-04, 2020-04-07, 2020-04-13
          """)
  void theDayOfTheMessageIsNeverCounted(LocalDate sent, LocalDate one, LocalDate five) {
    assertThat(china.deadline(sent, 1)).contains(one);
    assertThat(china.deadline(sent, 5)).contains(five);
  }

  @ParameterizedTest(name = "{0} has {1} working days")
  @CsvSource({
    "2019,250",
    "2020,249",
    "2021,250",
    "2022,249",
    "2023,249",
    "2024,251",
    "2025,248",
    "2026,248"
  })
  void everyYearHasItsWorkingDays(int year, long expected) {
    var days = LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1));

    assertThat(days.filter(day -> china.isWorkday(day).orElseThrow()).count()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: worked {1}")
  @CsvSource(
      textBlock =
          """
          2020-01-31, false
          2020-02-01, false
          2023-01-03, true
          2020-04-26, true
          2020-10-01, false
          2020-06-15, true
          2020-06-20, false
          """)
  void holidaysAndWorkedWeekendsAreKnown(LocalDate day, boolean worked) {
    assertThat(china.isWorkday(day)).contains(worked);
  }

  @ParameterizedTest(name = "sent {0}, answered {1}: {2} working days")
  @CsvSource(
      textBlock =
          """
          2020-06-15, 2020-06-15, 0
          2020-06-15, 2020-06-16, 1
          2020-06-12, 2020-06-13, 1
          2020-06-12, 2020-06-15, 1
          2020-06-11, 2020-06-13, 2
          2020-06-12, 2020-06-19, 5
          2020-06-13, 2020-06-15, 1
          2020-04-03, 2020-04-07, 1
          """)
  void countsTheTermThatWasKept(LocalDate sent, LocalDate answered, int taken) {
    assertThat(china.taken(sent, answered)).hasValue(taken);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2018-12-31", "2027-01-01", "1999-06-01"})
  void saysNothingAboutYearsThatItDoesNotKnow(LocalDate day) {
    assertThat(china.isWorkday(day)).isEmpty();
    assertThat(china.taken(day, day.plusDays(3))).isEmpty();
    assertThat(china.deadline(day, 1)).isEmpty();
  }

  @Test
  void aTermThatEndsInAnUnknownYearIsUnknown() {
    assertThat(china.deadline(LocalDate.of(2026, 12, 30), 1)).contains(LocalDate.of(2026, 12, 31));
    assertThat(china.deadline(LocalDate.of(2026, 12, 30), 2)).isEmpty();
    assertThat(china.taken(LocalDate.of(2026, 12, 30), LocalDate.of(2027, 1, 4))).isEmpty();
  }

  @Test
  void anAnswerBeforeTheQuestionIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> china.taken(LocalDate.of(2020, 6, 2), LocalDate.of(2020, 6, 1)));
  }

  @Test
  void theTermTakenIsTheSmallestWhoseDeadlineIsKept() {
    var random = new Random(20200403);
    for (var round = 0; round < 500; round++) {
      var sent = LocalDate.of(2019, 1, 1).plusDays(random.nextInt(2500));
      var done = sent.plusDays(1 + random.nextInt(40));
      var taken = china.taken(sent, done).orElseThrow();

      assertThat(china.deadline(sent, taken).orElseThrow()).isAfterOrEqualTo(done);
      if (taken > 1) {
        assertThat(china.deadline(sent, taken - 1).orElseThrow()).isBefore(done);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "day,kind\n2020-01-01,holiday",
        "date,kind\n2020-01-01,free",
        "date,kind\n2020-02-30,holiday",
        "date,kind\n2020-01-01,holiday\n2020-01-01,workday",
        "date,kind\n2020-01-01,holiday\n2022-01-01,holiday",
        "date,kind\n2020-01-01"
      })
  void aBrokenTableIsRefusedWithTheRow(String table) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WorkCalendar.read("own.csv", table))
        .withMessageStartingWith("own.csv:");
  }

  @Test
  void anOperatorMayAddAYear() {
    var own = WorkCalendar.read("own.csv", "date,kind\n2027-01-01,holiday\n2027-02-06,workday\n");

    assertThat(own.isWorkday(LocalDate.of(2027, 2, 6))).contains(true);
    assertThat(own.isWorkday(LocalDate.of(2027, 1, 1))).contains(false);
    assertThat(own.taken(LocalDate.of(2027, 2, 5), LocalDate.of(2027, 2, 6)))
        .isEqualTo(OptionalInt.of(1));
    assertThat(LocalDate.of(2027, 2, 6).getDayOfWeek()).isEqualTo(DayOfWeek.SATURDAY);
    assertThat(own.last()).isEqualTo(LocalDate.of(2027, 12, 31));
  }
}
