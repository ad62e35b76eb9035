package xuncha.lab.site;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import xuncha.lab.site.ConsultManner.Way;

/// Who really takes what is written into a form: when, how much of it, and what comes of it. A form
/// without an office answers everything alike.
///
/// @param opens the time in China from which the form can be used
/// @param closes the time from which it cannot; the same as `opens` where it always can
/// @param paused evenings on which it was shut by accident, in days after the reference day
/// @param picture whether the form asks for the letters of a picture, which no letter here gets
///   right
/// @param perDay letters that a person may send on a day, 0 for any number
/// @param numbers whether a letter gets a number and a code by which it can be looked up
/// @param answersAfter days from a letter to its reply
public record Office(
    LocalTime opens,
    LocalTime closes,
    Set<Integer> paused,
    boolean picture,
    int perDay,
    boolean numbers,
    int answersAfter) {
  private static final LocalTime EVENING = LocalTime.of(18, 0);

  /// Open at all hours, to any number of letters, without a picture; replies on the next day.
  public static final Office OPEN =
      new Office(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, Set.of(), false, 0, true, 1);

  public Office {
    paused = Set.copyOf(paused);
  }

  public Office between(LocalTime from, LocalTime to) {
    return new Office(from, to, paused, picture, perDay, numbers, answersAfter);
  }

  /// The same, shut from six in the evening so many days after the reference day.
  public Office pausingOn(int day) {
    return new Office(opens, closes, Set.of(day), picture, perDay, numbers, answersAfter);
  }

  public Office withPicture() {
    return new Office(opens, closes, paused, true, perDay, numbers, answersAfter);
  }

  public Office taking(int letters) {
    return new Office(opens, closes, paused, picture, letters, numbers, answersAfter);
  }

  public Office withoutNumbers() {
    return new Office(opens, closes, paused, picture, perDay, false, answersAfter);
  }

  /// How the form stands at a moment in China; empty while it can be used.
  ///
  /// @param reference the reference day
  public Optional<Way> shutAt(LocalDateTime now, LocalDate reference) {
    if (!now.toLocalTime().isBefore(EVENING)
        && paused.stream().map(reference::plusDays).anyMatch(now.toLocalDate()::equals)) {
      return Optional.of(Way.PAUSED);
    }
    return isWithin(now.toLocalTime()) ? Optional.empty() : Optional.of(Way.CLOSED);
  }

  private boolean isWithin(LocalTime time) {
    return opens.equals(closes) || (!time.isBefore(opens) && time.isBefore(closes));
  }
}
