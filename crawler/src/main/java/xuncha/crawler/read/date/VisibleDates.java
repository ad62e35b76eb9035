package xuncha.crawler.read.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import xuncha.findings.visit.FoundDate.Provenance;

/// The dates that a reader of the page sees, each judged by its label and its place.
final class VisibleDates {
  private static final int MOST = 1500;
  private static final int LONGEST_SPLIT = 14;
  private static final LocalDate WEB_BEGINS = LocalDate.of(1994, 1, 1);
  private static final LocalDate REPUBLIC_BEGINS = LocalDate.of(1949, 10, 1);

  /// What the heading above readers' own words ends in.
  private static final List<String> COMMENTING = List.of("评论", "跟帖", "留言", "回帖", "評論");

  private static final int LONGEST_HEADING = 16;
  private static final int MOST_HEADINGS = 60;
  private static final int UNKNOWN = -1;

  private final PageText page;
  private final String text;
  private final Headline headline;
  private final Instant seenAt;
  private final LocalDate today;
  private final boolean inChina;
  private final List<Mention> mentions;
  private final BitSet rows;

  /// Where the words of readers begin under the article; looked for when first asked.
  private int comments = UNKNOWN;

  VisibleDates(
      PageText page,
      Headline headline,
      Instant seenAt,
      LocalDate today,
      boolean inChina,
      boolean monthFirst) {
    this.page = page;
    this.text = page.text();
    this.headline = headline;
    this.seenAt = seenAt;
    this.today = today;
    this.inChina = inChina;
    var all = DateText.mentions(text, monthFirst);
    this.mentions = all.size() > MOST ? all.subList(0, MOST) : all;
    this.rows = Rows.among(mentions, page);
  }

  private int comments() {
    comments = comments == UNKNOWN ? findComments() : comments;
    return comments;
  }

  /// The first line under running text that is no more than 网友评论（3）, or the text's end.
  private int findComments() {
    int first = text.length();
    int left = MOST_HEADINGS;
    for (var word : COMMENTING) {
      for (int at = text.indexOf(word); at >= 0 && at < first; at = text.indexOf(word, at + 1)) {
        boolean heading = left > 0 && isHeading(at, word.length());
        left -= heading ? 1 : 0;
        first = heading && headline.distance(at) > 0 && headline.afterText(at) ? at : first;
      }
    }
    return first;
  }

  private boolean isHeading(int word, int length) {
    int start = word;
    while (start > 0 && word - start < LONGEST_HEADING && text.charAt(start - 1) != '\n') {
      if (!Characters.han(text.charAt(--start))) {
        return false;
      }
    }
    int end = word + length;
    while (end < text.length() && end - start < LONGEST_HEADING && text.charAt(end) != '\n') {
      if (Character.isLetter(text.charAt(end)) && "条区".indexOf(text.charAt(end)) < 0) {
        return false;
      }
      end++;
    }
    return end - start < LONGEST_HEADING && (page.flagsAt(word) & Region.LINK) == 0;
  }

  /// All dates that may be the page's, in the order they are seen.
  ///
  /// @param years days claimed elsewhere, which may complete a date without a year
  /// @param filed the month in the page's address, which may do so too
  List<Candidate> candidates(List<LocalDate> years, Optional<YearMonth> filed) {
    var candidates = new ArrayList<Candidate>();
    var told = new HashSet<Told>();
    for (int i = 0; i < mentions.size(); i++) {
      var mention = mentions.get(i);
      if (!mention.span() && !rows.get(i)) {
        judge(mention, years, filed)
            .filter(one -> told.add(new Told(one.day(), one.trust())))
            .ifPresent(candidates::add);
      }
    }
    return candidates;
  }

  /// One day, as sure: said twice it is worth no more.
  private record Told(LocalDate day, double trust) {}

  /// How many dates stand in lists of other pages.
  int listed() {
    return rows.cardinality();
  }

  private Optional<Candidate> judge(
      Mention mention, List<LocalDate> years, Optional<YearMonth> filed) {
    var place = new Place(page, headline, inChina, mention);
    if (place.has(Region.COMMENTS) && !(place.near && place.dated)) {
      return Optional.empty();
    }
    if (mention.start() > comments() && place.label != Label.UPDATED) {
      return Optional.empty();
    }
    return switch (mention.written()) {
      case Written.Full(_, var how) ->
          mention
              .fullDay(inChina)
              .filter(day -> believable(day, place.label))
              .flatMap(day -> full(mention, day, how, place));
      case Written.OfYear(var day) -> ofYear(mention, day, place, years, filed);
      case Written.OfMonth _ -> split(mention, place);
      case Written.Ago ago -> ago(mention, ago, place);
    };
  }

  private boolean believable(LocalDate day, Label label) {
    return !day.isAfter(today)
        && !day.isBefore(label == Label.PUBLISHED ? REPUBLIC_BEGINS : WEB_BEGINS);
  }

  private Optional<Candidate> full(
      Mention mention, LocalDate day, Written.Plainness how, Place place) {
    double trust =
        place.trust()
            * switch (how) {
              case PLAIN -> 1;
              case SHORT_YEAR -> 0.9;
              case EITHER_ORDER -> 0.8;
              case COMPACT -> place.label != Label.NONE ? 0.95 : place.named ? 0 : 0.4;
            };
    if (trust <= 0 || (day.equals(today) && place.tellsTheDay())) {
      return Optional.empty();
    }
    return Optional.of(
        new Candidate(
            day,
            inChina ? mention.timeInChina() : mention.time(),
            place.from(),
            trust,
            mention.raw()));
  }

  /// A day without a year is only believed where bylines stand, and best when the year is told
  /// elsewhere.
  private Optional<Candidate> ofYear(
      Mention mention,
      MonthDay day,
      Place place,
      List<LocalDate> years,
      Optional<YearMonth> filed) {
    boolean byline =
        place.label == Label.PUBLISHED
            || place.label == Label.PLAIN
            || (place.label == Label.NONE
                && !place.above
                && (mention.time().isPresent() || place.dated));
    double trust = place.trust();
    if (!byline || trust < 0.5 || place.sentence) {
      return Optional.empty();
    }
    var told =
        years.stream()
            .filter(year -> MonthDay.from(year).equals(day))
            .findFirst()
            .or(() ->
                filed
                    .filter(month -> month.getMonth() == day.getMonth())
                    .map(month -> day.atYear(month.getYear())));
    if (told.isPresent()) {
      return Optional.of(
          new Candidate(told.get(), mention.time(), place.from(), trust, mention.raw()));
    }
    return mention
        .written()
        .day(seenAt)
        .map(guess -> new Candidate(guess, mention.time(), place.from(), 0.45, mention.raw()));
  }

  /// A large 10 beside a small 2024-09, in a block that holds nothing else.
  private Optional<Candidate> split(Mention mention, Place place) {
    var element = page.ownerAt(mention.start());
    for (int n = 0; n < 3 && Rows.letters(element) <= LONGEST_SPLIT; n++) {
      var pieces = PageText.apart(element).text();
      if (SplitDate.inCalendar(pieces)) {
        return Optional.empty();
      }
      var date = SplitDate.in(pieces);
      if (date.isPresent() && date.get().written() instanceof Written.Full(var day, _)) {
        return believable(day, place.label) && place.trust() > 0
            ? Optional.of(
                new Candidate(day, Optional.empty(), place.from(), place.trust(), date.get().raw()))
            : Optional.empty();
      }
      var up = element.parent();
      if (up == null) {
        return Optional.empty();
      }
      element = up;
    }
    return Optional.empty();
  }

  private Optional<Candidate> ago(Mention mention, Written.Ago ago, Place place) {
    boolean stands = place.lineRest <= 24 && !place.sentence && (place.near || place.dated);
    boolean widget =
        ago.amount() == 0 && mention.time().isEmpty() && !mention.raw().startsWith("刚");
    if (place.label == Label.OTHER || place.has(Region.ASIDE) || place.inEntry()) {
      return Optional.empty();
    }
    var exact = exact(mention, place);
    if (exact.isPresent() || !stands || widget) {
      return exact;
    }
    return ago.day(seenAt)
        .filter(day -> believable(day, place.label))
        .map(day -> new Candidate(day, mention.time(), Provenance.RELATIVE, 0.5, mention.raw()));
  }

  private Optional<Candidate> exact(Mention shown, Place place) {
    if (place.trust() <= 0) {
      return Optional.empty();
    }
    var owner = page.ownerAt(shown.start());
    return ExactDate.of(owner, inChina, day -> believable(day, place.label))
        .map(mention ->
            new Candidate(
                mention.fullDay(inChina).orElseThrow(),
                inChina ? mention.timeInChina() : mention.time(),
                Provenance.TIME_ELEMENT,
                place.trust(),
                mention.raw()));
  }
}
