package xuncha.crawler.manners;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// The `Retry-After` header: seconds or an HTTP date (RFC 9110, 10.2.3).
final class RetryAfter {
  /// Ten years of seconds are as good as for ever, and do not overflow.
  private static final int DIGITS = 9;

  private RetryAfter() {}

  /// How long from now; empty when the header says nothing that can be understood. A date gone by
  /// is no time at all.
  static Optional<Duration> parse(String header, Instant now) {
    var text = header.strip();
    if (!text.isEmpty() && text.length() <= DIGITS && text.chars().allMatch(RetryAfter::digit)) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      var until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
      return Optional.of(until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO);
    } catch (DateTimeException _) {
      return Optional.empty(); // free text, the old date forms, an empty header
    }
  }

  private static boolean digit(int character) {
    return character >= '0' && character <= '9';
  }
}
