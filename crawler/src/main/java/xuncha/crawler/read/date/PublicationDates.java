package xuncha.crawler.read.date;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import xuncha.findings.Beijing;
import xuncha.findings.visit.FoundDate;
import xuncha.findings.visit.FoundDate.Provenance;

/// When an article page says that it was published.
///
/// What readers see comes first: a labelled date (发布时间), then one in the byline. What only machines
/// see (JSON-LD, meta tags, script variables) counts less, because it is rewritten when a site
/// moves; the address counts least. Agreement between unlike sources raises confidence,
/// contradiction lowers it. 成文日期, deadlines, events, today's date, footers, comments and lists of
/// other pages are never taken.
public final class PublicationDates {
  private static final int MOST_SCRIPTS = 60;
  private static final int ARTICLE_LETTERS = 60;

  /// With such a date in sight scripts are not searched.
  private static final double PLAIN_TO_SEE = 0.84;

  /// How far a script's record is believed that has the page's title: like a meta tag.
  private static final double OWN_RECORD = 0.66;

  private PublicationDates() {}

  /// The publication date of one article page.
  ///
  /// @param page the parsed page; it is not changed
  /// @param url the page's address, empty when unknown
  /// @param seenAt when it was fetched; no date after it is believed
  /// @return the best supported date; empty where the page has none (home, list and profile pages,
  ///   fragments)
  public static Optional<FoundDate> of(Document page, String url, Instant seenAt) {
    return weighed(candidates(page, url, seenAt));
  }

  /// All answers that the page offers, unweighed.
  static List<Candidate> candidates(Document page, String url, Instant seenAt) {
    var text = PageText.of(page);
    boolean inChina = inChina(text.text());
    var tags = text.tags();
    boolean monthFirst = tags.language().equalsIgnoreCase("en-US");
    var today = Beijing.day(seenAt);
    var candidates = new ArrayList<Candidate>();
    addMetas(tags, inChina, candidates);
    addTimeElements(tags, inChina, candidates);
    addAttributes(tags, inChina, candidates);
    var headline = Headline.of(text);
    var visible = new VisibleDates(text, headline, seenAt, today, inChina, monthFirst);
    var filed = UrlDates.of(url);
    var month = UrlDates.month(url);
    var seen = visible.candidates(years(candidates, filed), month);
    if (seen.stream().noneMatch(candidate -> candidate.trust() >= PLAIN_TO_SEE)) {
      int before = candidates.size();
      addScripts(tags, headline::titles, inChina, candidates);
      seen =
          candidates.size() == before ? seen : visible.candidates(years(candidates, filed), month);
    }
    candidates.addAll(seen);
    if (headline.found() && text.text().length() > ARTICLE_LETTERS) {
      filed.ifPresent(
          day -> candidates.add(new Candidate(day, Optional.empty(), Provenance.URL, 0.38, url)));
    }
    candidates.removeIf(candidate -> candidate.day().isAfter(today));
    return candidates;
  }

  private static Optional<FoundDate> weighed(List<Candidate> candidates) {
    FoundDate best = null;
    for (var candidate : candidates) {
      var found = candidate.found(confidence(candidate, candidates));
      if (best == null || found.confidence() > best.confidence()) {
        best = found;
      }
    }
    return Optional.ofNullable(best);
  }

  private static double confidence(Candidate candidate, List<Candidate> all) {
    double confidence = candidate.trust();
    boolean agreed =
        all.stream()
            .anyMatch(
                other -> other.independentOf(candidate) && other.day().equals(candidate.day()));
    if (agreed) {
      confidence += (1 - confidence) * 0.4;
    }
    boolean contradicted =
        all.stream()
            .anyMatch(other ->
                other.trust() >= 0.6
                    && !other.day().equals(candidate.day())
                    && other.trust() + 0.2 > candidate.trust());
    return contradicted ? confidence * 0.92 : confidence;
  }

  /// The days that complete a date without a year.
  private static List<LocalDate> years(List<Candidate> candidates, Optional<LocalDate> filed) {
    var days = new ArrayList<LocalDate>(candidates.size() + 1);
    candidates.forEach(candidate -> days.add(candidate.day()));
    filed.ifPresent(days::add);
    return days;
  }

  /// Whether the page speaks to readers in China, who read instants by Beijing time.
  private static boolean inChina(String text) {
    int han = 0;
    int letters = 0;
    for (int i = 0; i < text.length() && i < 20_000; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        letters += Characters.latin(c) ? 1 : 0;
      } else {
        han += Characters.han(c) ? 1 : 0;
      }
    }
    return han * 4 >= letters;
  }

  private static void addMetas(Tags tags, boolean inChina, List<Candidate> candidates) {
    for (var meta : tags.metas()) {
      MetaDates.of(meta)
          .ifPresent(tag ->
              tag.mention()
                  .fullDay(inChina)
                  .ifPresent(day ->
                      candidates.add(
                          new Candidate(
                              day,
                              tag.mention().time(),
                              Provenance.META,
                              switch (tag.claim()) {
                                case PUBLISHED -> 0.66;
                                case CREATED -> 0.56;
                                case UPDATED -> 0.45;
                              },
                              tag.mention().raw()))));
    }
  }

  private static void addTimeElements(Tags tags, boolean inChina, List<Candidate> candidates) {
    int left = 40;
    for (var time : tags.timed()) {
      if (left-- == 0) {
        return;
      }
      addTimeElement(time, inChina, candidates);
    }
  }

  /// `<abbr class="published" title="…">` and microdata beside their visible form.
  private static void addAttributes(Tags tags, boolean inChina, List<Candidate> candidates) {
    int left = 60;
    for (var abbreviation : tags.abbreviations()) {
      if (left-- > 0 && (Region.of(abbreviation) & Region.DATED) != 0) {
        addAttribute(abbreviation.attr("title"), inChina, candidates);
      }
    }
    for (var property : tags.published()) {
      if (left-- > 0 && !property.normalName().equals("meta")) {
        addAttribute(property.attr("content"), inChina, candidates);
      }
    }
  }

  private static void addAttribute(String value, boolean inChina, List<Candidate> candidates) {
    if (value.length() < 8 || value.length() > 40) {
      return;
    }
    DateText.mentions(value).stream()
        .findFirst()
        .flatMap(mention ->
            mention
                .fullDay(inChina)
                .map(day ->
                    new Candidate(day, mention.time(), Provenance.TIME_ELEMENT, 0.62, value)))
        .ifPresent(candidates::add);
  }

  private static void addTimeElement(Element time, boolean inChina, List<Candidate> candidates) {
    var attribute = time.attr("datetime");
    if (attribute.length() > 60) {
      return;
    }
    boolean published =
        time.hasAttr("pubdate")
            || (time.attr("itemprop") + ' ' + time.className())
                .toLowerCase(Locale.ROOT)
                .contains("publish");
    DateText.mentions(attribute).stream()
        .findFirst()
        .flatMap(mention ->
            mention
                .fullDay(inChina)
                .map(day ->
                    new Candidate(
                        day,
                        mention.time(),
                        Provenance.TIME_ELEMENT,
                        published ? 0.7 : 0.49,
                        attribute)))
        .ifPresent(candidates::add);
  }

  private static void addScripts(
      Tags tags, Supplier<List<String>> titles, boolean inChina, List<Candidate> candidates) {
    int left = MOST_SCRIPTS;
    for (var script : tags.scripts()) {
      if (left-- == 0) {
        return;
      }
      var source = script.data();
      boolean structured = script.attr("type").toLowerCase(Locale.ROOT).contains("json");
      var said = ScriptDates.keyed(source, inChina);
      var own = said.isEmpty() ? null : ScriptDates.beside(titles.get(), source, said).orElse(null);
      boolean first = true;
      for (var one : said) {
        double trust = one.published() ? (structured ? 0.68 : 0.55) : one.updated() ? 0.42 : 0.46;
        if (one.equals(own)) {
          trust = OWN_RECORD;
        } else if (!first) {
          trust -= 0.2;
        }
        candidates.add(
            new Candidate(
                one.day(),
                Optional.empty(),
                structured ? Provenance.STRUCTURED : Provenance.SCRIPT,
                trust,
                one.raw()));
        first = false;
      }
    }
  }
}
