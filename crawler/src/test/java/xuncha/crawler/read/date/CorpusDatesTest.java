package xuncha.crawler.read.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import xuncha.crawler.Corpus;
import xuncha.findings.visit.FoundDate;

/// The acceptance figures for dates, on real pages.
class CorpusDatesTest {
  /// After the youngest page of the corpus was saved.
  private static final Instant SEEN = Instant.parse("2026-06-01T04:00:00Z");

  private static Optional<Corpus> corpus = Optional.empty();

  @BeforeAll
  static void findsTheCorpus() {
    corpus = Corpus.found();
    assumeTrue(
        corpus.isPresent(),
        "skipped: no corpus of real pages (set XUNCHA_CORPUS, or keep shared/corpus beside the checkout)");
  }

  @Test
  void datesGovernmentPagesToTheDay() {
    var score = score("govcn-pages");

    assertThat(score.share()).as(score.toString()).isGreaterThanOrEqualTo(0.97);
    assertThat(score.invented()).isEmpty();
    assertThat(score.sureAndWrong()).isEmpty();
  }

  @Test
  void datesNewsPagesToTheDay() {
    var score = score("zh-news-pages");

    assertThat(score.share()).as(score.toString()).isGreaterThanOrEqualTo(0.95);
    assertThat(score.invented()).isEmpty();
    assertThat(score.sureAndWrong()).isEmpty();
  }

  @Test
  void datesForeignPagesToTheDay() {
    var score = score("date-gold-htmldate");

    assertThat(score.share()).as(score.toString()).isGreaterThanOrEqualTo(0.9);
    assertThat(score.sureAndWrong()).as("of 178").hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void findsTheNewestDateOfLists() {
    var wrong = new ArrayList<String>();
    for (var page : corpus.orElseThrow().pages("zh-list-pages")) {
      var gold = page.label("newest_item_date");
      var newest = newest(page);
      if (!gold.isEmpty() && !newest.map(day -> day.toString().equals(gold)).orElse(false)) {
        wrong.add(page.file() + ": " + gold + ", got " + newest);
      }
    }

    // one list is of blocks that only the page reader recognises as a list
    assertThat(wrong).hasSizeLessThanOrEqualTo(1);
  }

  private static Optional<LocalDate> newest(Corpus.Page page) {
    var lists = new LinkedHashMap<Element, List<ItemDates.Entry>>();
    for (var block : page.document().select("li, tr, .s_post")) {
      var link =
          block.select("a[href]").stream().max(Comparator.comparingInt(a -> a.text().length()));
      var parent = block.parent();
      if (parent != null && block.select("li, tr").size() <= 1 && link.isPresent()) {
        lists
            .computeIfAbsent(parent, _ -> new ArrayList<>())
            .add(new ItemDates.Entry(block, link.get().text(), link.get().attr("href")));
      }
    }
    return lists.values().stream()
        .filter(entries -> entries.size() >= 3)
        .flatMap(entries -> ItemDates.ofList(entries, SEEN).stream())
        .flatMap(Optional::stream)
        .filter(FoundDate::isTrusted)
        .map(FoundDate::day)
        .max(Comparator.naturalOrder());
  }

  private static Score score(String set) {
    int right = 0;
    int all = 0;
    var wrong = new ArrayList<String>();
    var sure = new ArrayList<String>();
    var invented = new ArrayList<String>();
    for (var page : corpus.orElseThrow().pages(set)) {
      var gold = page.label("gold_date");
      if (page.label("gold_basis").equals("ambiguous")) {
        continue;
      }
      var got = PublicationDates.of(page.document(), page.label("original_url"), SEEN);
      if (gold.isEmpty()) {
        got.ifPresent(date -> invented.add(page.file() + ": " + date));
        continue;
      }
      all++;
      var day = got.map(date -> date.day().toString()).orElse("nan");
      if (day.equals(gold)) {
        right++;
      } else {
        var story = page.file() + ": " + gold + ", got " + got;
        wrong.add(story);
        got.filter(FoundDate::isTrusted).ifPresent(_ -> sure.add(story));
      }
    }
    return new Score(right, all, wrong, sure, invented);
  }

  private record Score(
      int right, int all, List<String> wrong, List<String> sureAndWrong, List<String> invented) {
    double share() {
      return (double) right / all;
    }

    @Override
    public String toString() {
      return right + " of " + all + "\n" + String.join("\n", wrong);
    }
  }
}
