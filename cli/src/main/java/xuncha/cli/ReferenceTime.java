package xuncha.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import xuncha.findings.Beijing;

/// Reads `--as-of`: RFC 3339, or a day or a day and time in China. A day alone means its end, since
/// the whole day belongs to the window.
final class ReferenceTime implements ITypeConverter<Instant> {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  @Override
  public Instant convert(String text) {
    try {
      if (text.length() == 10) {
        return LocalDate.parse(text)
            .plusDays(1)
            .atStartOfDay(Beijing.ZONE)
            .toInstant()
            .minusSeconds(1);
      }
      if (text.length() == 16) {
        return LocalDateTime.parse(text.replace('T', ' '), MINUTES)
            .atZone(Beijing.ZONE)
            .toInstant();
      }
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException notATime) {
      throw new TypeConversionException(
          "not a time: '"
              + text
              + "'; write 2020-03-30, 2020-03-30 18:00 or 2020-03-30T18:00:00+08:00");
    }
  }
}
