package xuncha.findings.edition;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What a setting's value may be. `mistake` is empty when the value fits, else what to write.
sealed interface Shape {
  /// What is wrong with `value`, and what to write instead; empty when it fits.
  Optional<String> mistake(Object value);

  /// Whether a unit must say what the number counts.
  default boolean needsUnit() {
    return false;
  }

  /// A whole number within bounds, both included.
  record Count(int least, int most) implements Shape {
    @Override
    public Optional<String> mistake(Object value) {
      var fits =
          value instanceof BigDecimal number
              && number.stripTrailingZeros().scale() <= 0
              && number.compareTo(BigDecimal.valueOf(least)) >= 0
              && number.compareTo(BigDecimal.valueOf(most)) <= 0;
      return unless(fits, value, "a whole number from " + least + " to " + most);
    }

    @Override
    public boolean needsUnit() {
      return true;
    }
  }

  /// A decimal number from 0 to 1.
  record Share() implements Shape {
    @Override
    public Optional<String> mistake(Object value) {
      var fits =
          value instanceof BigDecimal number
              && number.signum() >= 0
              && number.compareTo(BigDecimal.ONE) <= 0;
      return unless(fits, value, "a number from 0 to 1, such as 0.05");
    }

    @Override
    public boolean needsUnit() {
      return true;
    }
  }

  /// A length of time by the clock.
  record Length(Duration least, Duration most) implements Shape {
    @Override
    public Optional<String> mistake(Object value) {
      return unless(
          value instanceof String text && fits(text),
          value,
          "a duration from " + least + " to " + most);
    }

    private boolean fits(String text) {
      try {
        var length = Duration.parse(text);
        return length.compareTo(least) >= 0 && length.compareTo(most) <= 0;
      } catch (DateTimeException notADuration) {
        return false;
      }
    }
  }

  /// A length of time on the calendar, from one day to ten years.
  record Span() implements Shape {
    private static final int TEN_YEARS = 3660;

    @Override
    public Optional<String> mistake(Object value) {
      return unless(
          value instanceof String text && fits(text),
          value,
          "a period such as P14D, P3M or P1Y, from one day to ten years");
    }

    private static boolean fits(String text) {
      try {
        var span = Period.parse(text);
        var days = span.toTotalMonths() * 30L + span.getDays();
        return Stream.of(span.getYears(), span.getMonths(), span.getDays()).allMatch(n -> n >= 0)
            && days >= 1
            && days <= TEN_YEARS;
      } catch (DateTimeException notAPeriod) {
        return false;
      }
    }
  }

  /// A list of texts; `allowed` empty means any text.
  record Words(boolean mayBeEmpty, Set<String> allowed) implements Shape {
    public Words {
      allowed = Set.copyOf(allowed);
    }

    @Override
    public Optional<String> mistake(Object value) {
      var fits =
          value instanceof List<?> list
              && (mayBeEmpty || !list.isEmpty())
              && list.stream().allMatch(this::isWord)
              && list.stream().distinct().count() == list.size();
      return unless(fits, value, "a list of different texts" + choice(allowed));
    }

    private boolean isWord(Object one) {
      return one instanceof String text
          && !text.isBlank()
          && (allowed.isEmpty() || allowed.contains(text));
    }
  }

  /// One text; `allowed` empty means any that is not blank.
  record Text(Set<String> allowed) implements Shape {
    public Text {
      allowed = Set.copyOf(allowed);
    }

    @Override
    public Optional<String> mistake(Object value) {
      var fits =
          value instanceof String text
              && !text.isBlank()
              && (allowed.isEmpty() || allowed.contains(text));
      return unless(fits, value, "a text" + choice(allowed));
    }
  }

  private static Optional<String> unless(boolean fits, Object value, String wanted) {
    return fits ? Optional.empty() : Optional.of("\"" + value + "\" is not " + wanted);
  }

  private static String choice(Set<String> allowed) {
    return allowed.isEmpty()
        ? ""
        : ", each one of " + String.join(", ", allowed.stream().sorted().toList());
  }
}
