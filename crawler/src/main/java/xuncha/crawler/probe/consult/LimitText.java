package xuncha.crawler.probe.consult;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// The limits that a form's page or notice states in words, in simplified or traditional Chinese,
/// with numerals of every kind. Statements about telephones, halls, answers and other fields are
/// not limits of the form and are left out; advice is no limit.
///
/// @param lengths stated lengths of title and content
/// @param frequencies stated limits of how often one may write
/// @param hours stated times outside of which one may not write
public record LimitText(List<Length> lengths, List<Frequency> frequencies, List<OpenHours> hours) {

  /// Which field a length belongs to. Lengths of other fields are read, so that they are not taken
  /// for the content's, and dropped.
  public enum Part {
    TITLE,
    CONTENT,
    OTHER
  }

  /// Whether a length is the least or the most that is allowed.
  public enum Bound {
    LEAST,
    MOST
  }

  /// A stated length.
  ///
  /// @param part the field
  /// @param bound least or most
  /// @param characters how many, inclusive
  /// @param quote the sentence as written
  /// @param confidence 0 to 1
  public record Length(Part part, Bound bound, int characters, String quote, double confidence) {}

  /// A stated limit of how often one person may write.
  ///
  /// @param times how often
  /// @param per within which time
  /// @param quote the sentence as written
  /// @param confidence 0 to 1
  public record Frequency(int times, Duration per, String quote, double confidence) {
    /// How often that is on one day at most; empty when the limit is for so short a time that a day
    /// is not really limited.
    public OptionalInt perDay() {
      var hours = per.toHours();
      if (hours >= 24) {
        return OptionalInt.of(times);
      }
      return hours >= 6 ? OptionalInt.of((int) (times * 24L / hours)) : OptionalInt.empty();
    }
  }

  /// Stated times at which the form is open.
  ///
  /// @param days on which days of the week
  /// @param workdaysOnly whether public holidays are left out
  /// @param intervals at which times of the day, in order; empty means the whole day
  /// @param quote the sentence as written
  /// @param confidence 0 to 1
  public record OpenHours(
      Set<DayOfWeek> days,
      boolean workdaysOnly,
      List<Interval> intervals,
      String quote,
      double confidence) {
    public OpenHours {
      days = Set.copyOf(days);
      intervals = List.copyOf(intervals);
    }

    /// Open at any time of any day: no limit at all.
    public boolean always() {
      return days.size() == 7 && !workdaysOnly && intervals.isEmpty();
    }
  }

  /// A part of the day, minutes from midnight; `closes` may be 1440, and lies before `opens` when
  /// the interval goes over midnight.
  public record Interval(int opens, int closes) {
    /// `08:00`.
    public String from() {
      return clock(opens);
    }

    /// `19:00`, or `24:00`.
    public String to() {
      return clock(closes);
    }

    /// The rest of the day: what is open when this is shut.
    Interval rest() {
      var from = closes;
      var until = opens;
      return new Interval(from, until);
    }

    private static String clock(int minutes) {
      return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
    }
  }

  public LimitText {
    lengths = lengths.stream().filter(length -> length.part() != Part.OTHER).toList();
    frequencies = List.copyOf(frequencies);
    hours = List.copyOf(hours);
  }

  /// What a visible text states. Lines end fields and sentences, so keep them.
  public static LimitText read(String text) {
    var cut = ChineseText.of(text);
    return new LimitText(LengthText.read(cut), FrequencyText.read(cut), HoursText.read(cut));
  }

  /// The surest stated length; the mildest among equally sure ones, so that nobody is accused by
  /// the stricter of two statements.
  public Optional<Length> length(Part part, Bound bound) {
    var mildest = Comparator.comparingInt(Length::characters);
    return lengths.stream()
        .filter(length -> length.part() == part && length.bound() == bound)
        .max(
            Comparator.comparingDouble(Length::confidence)
                .thenComparing(bound == Bound.LEAST ? mildest.reversed() : mildest));
  }

  /// The least number of characters that the content must have; empty when none is stated.
  public OptionalInt minLength() {
    return characters(length(Part.CONTENT, Bound.LEAST));
  }

  /// The greatest number of characters that the content may have; empty when none is stated.
  public OptionalInt maxLength() {
    return characters(length(Part.CONTENT, Bound.MOST));
  }

  /// How often a person may write on one day; empty when no limit is stated.
  public OptionalInt perDay() {
    return frequencies.stream()
        .sorted(Comparator.comparingDouble(Frequency::confidence).reversed())
        .map(Frequency::perDay)
        .filter(OptionalInt::isPresent)
        .mapToInt(OptionalInt::getAsInt)
        .findFirst();
  }

  /// When the form is open; empty when nothing is stated.
  public Optional<OpenHours> openHours() {
    return hours.stream().max(Comparator.comparingDouble(OpenHours::confidence));
  }

  private static OptionalInt characters(Optional<Length> length) {
    return length.map(known -> OptionalInt.of(known.characters())).orElse(OptionalInt.empty());
  }
}
