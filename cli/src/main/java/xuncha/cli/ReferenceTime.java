package xuncha.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import xuncha.findings.Beijing;

/// Reads `--as-of`: RFC 3339, or a day or a day and time in China. A day alone means its end, since
/// the whole day belongs to the window.
final class ReferenceTime implements ITypeConverter<Instant> {
  private static final int DAY = 10;
  private static final int MINUTE = 16;
  private static final int SECOND = 19;

  @Override
  public Instant convert(String text) {
    var written = text.strip().replaceFirst("(?<=\\d) +(?=\\d)", "T");
    try {
      return switch (written.length()) {
        case DAY -> endOf(LocalDate.parse(written));
        case MINUTE, SECOND -> LocalDateTime.parse(written).atZone(Beijing.ZONE).toInstant();
        default -> OffsetDateTime.parse(written).toInstant();
      };
    } catch (DateTimeParseException notATime) {
      throw new TypeConversionException(
          "not a time: '"
              + text
              + "'; write 2020-03-30, 2020-03-30 18:00 or 2020-03-30T18:00:00+08:00");
    }
  }

  /// The last second of a day in China.
  static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(Beijing.ZONE).toInstant().minusSeconds(1);
  }
}
