package xuncha.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xuncha.crawler.Corpus;
import xuncha.findings.visit.FoundDate;
import xuncha.findings.visit.ItemList;
import xuncha.findings.visit.MetaTag;
import xuncha.findings.visit.PageFacts.PageState;

/// The reader on real pages with labels made by hand. They lie outside the project
/// (`XUNCHA_CORPUS`, or `shared/corpus` beside the checkout); without them these tests are skipped.
class CorpusTest {
  private static final Map<String, String> TAGS =
      Map.of(
          "site_name", "SiteName",
          "site_id_code", "SiteIDCode",
          "column_name", "ColumnName",
          "column_type", "ColumnType",
          "article_title", "ArticleTitle",
          "content_source", "ContentSource");

  private Optional<Corpus> corpus = Optional.empty();

  @BeforeEach
  void findTheCorpus() {
    corpus = Corpus.found();
    Assumptions.assumeTrue(
        corpus.isPresent(), "SKIPPED: no corpus of real pages (set XUNCHA_CORPUS to its folder)");
  }

  @Test
  void decodesEveryPageAsLabelled() {
    for (var set : List.of("govcn-pages", "zh-list-pages", "zh-news-pages")) {
      for (var row : manifest(set)) {
        var gold = row.getOrDefault("charset_actual", "");
        if (!gold.isEmpty()) {
          var decoded = Decoding.of(bytes(set, row), "");
          assertThat(family(decoded.charset())).as(row.get("file")).isEqualTo(family(gold));
        }
      }
    }
  }

  @Test
  void tellsNearlyEveryEncodingWithoutDeclaration() {
    var wrong = new ArrayList<String>();
    var asked = 0;
    for (var row : manifest("charset")) {
      var gold = row.getOrDefault("gold_encoding", "");
      if (!gold.isEmpty() && !gold.contains(" ")) {
        asked++;
        var got = Decoding.of(bytes("charset", row), "").charset();
        if (!family(got).equals(family(gold))) {
          wrong.add(row.get("file") + " " + gold + " " + got);
        }
      }
    }
    assertThat(wrong).as("of %d", asked).hasSizeLessThanOrEqualTo(asked / 50);
  }

  @Test
  void readsMarksTagsAndSearchFormsOfGovernmentPages() {
    var wrong = new ArrayList<String>();
    for (var row : manifest("govcn-pages")) {
      var facts = page("govcn-pages", row).facts();
      differs(wrong, row, "icp", facts.marks().icp());
      differs(wrong, row, "gongan", facts.marks().police());
      differs(wrong, row, "footer_site_code", facts.marks().siteCode());
      TAGS.forEach((label, tag) -> {
        if (!row.getOrDefault(label, "").isEmpty()) {
          differs(wrong, row, label, facts.meta(tag).map(MetaTag::content));
        }
      });
      var field = row.getOrDefault("search_keyword_field", "");
      if (!field.isEmpty()
          && facts.forms().stream()
              .flatMap(form -> form.fields().stream())
              .noneMatch(its -> its.name().equals(field))) {
        wrong.add(row.get("file") + " search field " + field);
      }
    }
    // one page names a second site's number beside its own
    assertThat(wrong).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void takesEveryRealPageForContent() {
    for (var set : List.of("govcn-pages", "zh-list-pages", "zh-news-pages")) {
      for (var row : manifest(set)) {
        var read = page(set, row);
        assertThat(read.facts().state()).as(row.get("file")).isEqualTo(PageState.CONTENT);
        assertThat(read.onward()).as(row.get("file")).isEmpty();
        assertThat(read.facts().notice()).as(row.get("file")).isEmpty();
      }
    }
  }

  @Test
  void findsTheNewestEntryOfListPages() {
    for (var row : manifest("zh-list-pages")) {
      var gold = row.getOrDefault("newest_item_date", "");
      if (gold.isEmpty()) {
        continue;
      }
      var newest =
          page("zh-list-pages", row).facts().lists().stream()
              .flatMap(list -> list.items().stream())
              .flatMap(item -> item.date().stream())
              .map(FoundDate::day)
              .max(LocalDate::compareTo);
      assertThat(newest).as(row.get("file")).contains(LocalDate.parse(gold));
    }
  }

  @Test
  void findsTheRowsOfANoticeList() {
    var row =
        manifest("forms").stream()
            .filter(its -> its.getOrDefault("page_kind", "").equals("list"))
            .findFirst()
            .orElseThrow();

    assertThat(page("forms", row).facts().lists()).filteredOn(ItemList::main).isNotEmpty();
  }

  private static void differs(
      List<String> wrong, Map<String, String> row, String label, Optional<String> got) {
    var gold = row.getOrDefault(label, "").replace(" ", "");
    if (!got.orElse("").replace(" ", "").equals(gold)) {
      wrong.add(row.get("file") + " " + label + ": " + gold + " ≠ " + got.orElse(""));
    }
  }

  private PageReader.Result page(String set, Map<String, String> row) {
    var type = row.getOrDefault("page_kind", "").equals("home");
    var html = bytes(set, row);
    return type ? Pages.homeBytes(html) : Pages.bytes(html, "text/html");
  }

  private List<Map<String, String>> manifest(String set) {
    return corpus.orElseThrow().rows(set);
  }

  private byte[] bytes(String set, Map<String, String> row) {
    return corpus.orElseThrow().bytes(set, row);
  }

  /// Names of one family decode alike, or are told apart by nobody.
  private static String family(String name) {
    var plain = name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "").replaceAll("sample$", "");
    if (plain.startsWith("gb")) {
      return "gb";
    }
    if (plain.startsWith("utf16") || plain.startsWith("utf32")) {
      return plain.substring(0, 5);
    }
    if (plain.startsWith("utf8")) {
      return "utf8";
    }
    return switch (plain) {
      case "cp949", "euckr" -> "euckr";
      case "euc" -> "eucjp";
      case "xeuctw", "euctw" -> "euctw";
      default -> plain;
    };
  }
}
