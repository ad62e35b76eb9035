package xuncha.crawler.read.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The whole date that an element keeps in an attribute beside the vaguer one that it shows: 2个月前,
/// and 2024-03-05 for machines and for who points at it.
final class ExactDate {
  private static final List<String> ATTRIBUTES = List.of("datetime", "title");
  private static final int SHORTEST = 8;
  private static final int LONGEST = 40;

  /// Ideographs that may stand there beside it: 发布时间, and not the words of a title.
  private static final int NAME = 4;

  private ExactDate() {}

  /// The date in the attributes of what shows a vague one.
  ///
  /// @param shown the innermost element around the vague date
  /// @param inChina whether instants are told by Beijing time
  /// @param believed which days may be taken
  /// @return a mention of such a day, places counted in the attribute
  static Optional<Mention> of(Element shown, boolean inChina, Predicate<LocalDate> believed) {
    return in(shown, inChina, believed).or(() -> in(time(shown.parent()), inChina, believed));
  }

  private static @Nullable Element time(@Nullable Element around) {
    return around != null && around.nameIs("time") ? around : null;
  }

  private static Optional<Mention> in(
      @Nullable Element element, boolean inChina, Predicate<LocalDate> believed) {
    if (element == null) {
      return Optional.empty();
    }
    for (var attribute : ATTRIBUTES) {
      var value = element.attr(attribute);
      if (value.length() >= SHORTEST && value.length() <= LONGEST) {
        for (var mention : DateText.mentions(value)) {
          if (ideographs(value) - ideographs(mention.raw()) <= NAME
              && mention.fullDay(inChina).filter(believed).isPresent()) {
            return Optional.of(mention);
          }
        }
      }
    }
    return Optional.empty();
  }

  private static long ideographs(String text) {
    return text.chars().filter(Character::isIdeographic).count();
  }

  /// Whether a day is one that a vague date may mean. Ages are rounded down: what is 89 days old is
  /// called two months old.
  static boolean agrees(LocalDate day, Written vague, Instant seenAt) {
    return switch (vague) {
      case Written.OfYear(var shown) -> MonthDay.from(day).equals(shown);
      case Written.Ago(long amount, var unit) -> {
        var latest = vague.day(seenAt);
        var earliest = new Written.Ago(amount + 1, unit).day(seenAt);
        yield latest.filter(last -> !day.isAfter(last.plusDays(1))).isPresent()
            && earliest.filter(first -> !day.isBefore(first.minusDays(1))).isPresent();
      }
      case Written.Full _, Written.OfMonth _ -> false;
    };
  }
}
