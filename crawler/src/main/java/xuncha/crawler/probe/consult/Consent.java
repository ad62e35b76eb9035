package xuncha.crawler.probe.consult;

import java.time.LocalDate;

/// A site's owner agreed to be written to.
///
/// @param agreed who agreed, when and how, in words; goes into no letter
/// @param until the last day on which it holds
/// @param perDay letters a day at most; with 2 a second one of the day is tried
/// @param name who the letters say they are from
/// @param phone the number that forms ask for
/// @param email the address that forms ask for; may be empty
public record Consent(
    String agreed, LocalDate until, int perDay, String name, String phone, String email) {
  /// More a day measures nothing more.
  private static final int MOST = 5;

  public Consent {
    if (agreed.isBlank()) {
      throw new IllegalArgumentException("agreed: say who agreed, when and how");
    }
    if (perDay < 1 || perDay > MOST) {
      throw new IllegalArgumentException("perDay: " + perDay + " is not between 1 and " + MOST);
    }
    if (name.isBlank() || phone.isBlank()) {
      throw new IllegalArgumentException("name and phone: forms ask for them");
    }
  }

  /// Whether it holds on that day.
  boolean holds(LocalDate day) {
    return !day.isAfter(until);
  }

  /// Names nobody.
  @Override
  public String toString() {
    return "Consent[until " + until + ", " + perDay + " a day]";
  }
}
