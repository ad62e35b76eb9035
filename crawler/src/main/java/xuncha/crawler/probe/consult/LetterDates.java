package xuncha.crawler.probe.consult;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import xuncha.crawler.read.date.DateText;
import xuncha.crawler.read.date.Mention;
import xuncha.crawler.read.date.Written;
import xuncha.findings.Beijing;
import xuncha.findings.visit.FoundDate;
import xuncha.findings.visit.FoundDate.Provenance;

/// The two times of a letter. Only full dates: a month and day without a year may be of any year,
/// and nobody is late by a guess.
final class LetterDates {
  private LetterDates() {}

  /// The first date among the values of a label.
  static Optional<FoundDate> first(List<String> values, Instant seenAt) {
    return dates(values, seenAt).findFirst();
  }

  /// The earliest date on or after the letter's: the first answer counts, and an answer dated
  /// before its letter is kept when there is no other, as the page says it.
  static Optional<FoundDate> firstSince(
      List<String> values, Optional<FoundDate> sent, Instant seenAt) {
    var all = dates(values, seenAt).toList();
    return all.stream()
        .filter(date -> sent.isEmpty() || !date.day().isBefore(sent.get().day()))
        .min(Comparator.comparing(FoundDate::day))
        .or(() -> all.stream().findFirst());
  }

  private static Stream<FoundDate> dates(List<String> values, Instant seenAt) {
    var latest = Beijing.day(seenAt).plusDays(1);
    return values.stream()
        .flatMap(value -> DateText.mentions(value).stream().limit(1))
        .filter(mention -> !mention.span())
        .flatMap(mention -> date(mention, latest).stream());
  }

  private static Optional<FoundDate> date(Mention mention, LocalDate latest) {
    return mention
        .fullDay(true)
        .filter(day -> !day.isAfter(latest))
        .map(day ->
            new FoundDate(day, mention.time(), Provenance.LABELLED, sure(mention), mention.raw()));
  }

  private static double sure(Mention mention) {
    return switch (mention.written()) {
      case Written.Full(_, var how) ->
          switch (how) {
            case PLAIN -> 0.95;
            case COMPACT -> 0.8;
            case SHORT_YEAR -> 0.6;
            case EITHER_ORDER -> 0.4;
          };
      case Written.OfYear _, Written.OfMonth _, Written.Ago _ -> 0.3;
    };
  }
}
