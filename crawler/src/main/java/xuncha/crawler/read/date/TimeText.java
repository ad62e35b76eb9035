package xuncha.crawler.read.date;

import static xuncha.crawler.read.date.Characters.digit;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The time of day that follows a date: " 09:24", "T09:24:00+08:00", " 星期二 下午3:05", "16时20分".
///
/// @param time the time as written
/// @param offset its zone, where one is written
/// @param end where it ends in the text
record TimeText(LocalTime time, Optional<ZoneOffset> offset, int end) {
  private static final int LOOK_AHEAD = 24;

  /// Reads the time that begins at `from`, after at most a weekday and a few spaces.
  static @Nullable TimeText read(char[] text, int from) {
    return new Reader(text, from).read();
  }

  private static final class Reader {
    private final char[] text;
    private final int limit;
    private int at;

    Reader(char[] text, int from) {
      this.text = text;
      this.at = from;
      this.limit = Math.min(text.length, from + LOOK_AHEAD);
    }

    @Nullable TimeText read() {
      skipBetween();
      boolean later = afternoon();
      int hour = number(2);
      if (hour < 0 || !(peek() == ':' || peek() == '时' || peek() == '時' || peek() == '点')) {
        return null;
      }
      at++;
      int minute = number(2);
      if (minute < 0 || minute > 59) {
        return null;
      }
      int second = 0;
      if (peek() == '分') {
        at++;
      } else if (peek() == ':' && digit(charAt(at + 1))) {
        at++;
        second = number(2);
        fraction();
      }
      if (later && hour < 12) {
        hour += 12;
      }
      if (hour > 23 || second < 0 || second > 59) {
        return null;
      }
      var time = LocalTime.of(hour, minute, second);
      int end = at;
      var offset = offset();
      return new TimeText(time, offset, offset.isPresent() ? at : end);
    }

    /// Spaces, one comma, a T, a weekday in brackets or not.
    private void skipBetween() {
      int spaces = 0;
      while (at < limit) {
        char c = text[at];
        if (c == '星' && charAt(at + 1) == '期') {
          at += 3;
        } else if (c == '周' || c == '週') {
          at += 2;
        } else if (c == ' ' || c == ',' || c == 'T' || c == 't' || c == '(' || c == ')' || c == '-'
            || c == '|') {
          at++;
          if (++spaces > 8) {
            return;
          }
        } else {
          return;
        }
      }
    }

    private boolean afternoon() {
      char first = peek();
      if ((first == '上' || first == '下' || first == '中') && charAt(at + 1) == '午') {
        at += 2;
        return first == '下';
      }
      if (first == '晚') {
        at += charAt(at + 1) == '上' ? 2 : 1;
        return true;
      }
      return false;
    }

    private void fraction() {
      if (peek() == '.' && digit(charAt(at + 1))) {
        at++;
        for (int n = 0; n < 9 && digit(peek()); n++) {
          at++;
        }
      }
    }

    private Optional<ZoneOffset> offset() {
      if (peek() == 'Z') {
        at++;
        return Optional.of(ZoneOffset.UTC);
      }
      if (peek() == ' ') {
        at++;
      }
      boolean named = named("GMT") || named("UTC");
      char sign = peek();
      if (sign != '+' && !(sign == '-' && digit(charAt(at + 1)) && digit(charAt(at + 2)))) {
        return named ? Optional.of(ZoneOffset.UTC) : Optional.empty();
      }
      at++;
      int hours = number(2);
      if (peek() == ':') {
        at++;
      }
      int minutes = digit(peek()) ? number(2) : 0;
      if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) {
        return Optional.empty();
      }
      int seconds = (hours * 60 + minutes) * 60;
      return Optional.of(ZoneOffset.ofTotalSeconds(sign == '-' ? -seconds : seconds));
    }

    private boolean named(String zone) {
      if (at + zone.length() > text.length || !new String(text, at, zone.length()).equals(zone)) {
        return false;
      }
      at += zone.length();
      return true;
    }

    private int number(int most) {
      int start = at;
      int value = 0;
      while (at - start < most && digit(peek())) {
        value = value * 10 + (text[at++] - '0');
      }
      return at == start ? -1 : value;
    }

    private char peek() {
      return charAt(at);
    }

    private char charAt(int i) {
      return i >= 0 && i < text.length ? text[i] : '\n';
    }
  }
}
