package xuncha.cli.bench;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Body;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.read.PageReader;
import xuncha.crawler.read.Reading;
import xuncha.findings.edition.Editions;
import xuncha.findings.visit.Form;
import xuncha.findings.visit.FoundDate;
import xuncha.findings.visit.ItemList;
import xuncha.findings.visit.MetaTag;
import xuncha.findings.visit.PageFacts;
import xuncha.findings.visit.Source;

/// Reads the labelled corpus of real pages with the product's own page reader and says how often it
/// is right: dates of articles and lists, footer marks, meta tags, search forms, charsets; and how
/// many pages made to break parsers it survives.
///
/// Every wrong answer is listed, so that it can be understood.
public final class CorpusBench {
  /// When all pages count as seen: after the youngest of them was saved.
  private static final Instant SEEN = Instant.parse("2026-06-01T04:00:00Z");

  /// Meta tags of the manifests, by column.
  private static final Map<String, String> TAGS =
      Map.of(
          "site_name", "SiteName",
          "site_id_code", "SiteIDCode",
          "column_name", "ColumnName",
          "column_type", "ColumnType",
          "article_title", "ArticleTitle",
          "content_source", "ContentSource",
          "meta_pubdate", "PubDate");

  private final PageReader reader;

  /// A bench for the newest edition that we ship.
  public CorpusBench() {
    this.reader = new PageReader(Editions.shipped(Editions.shippedIds().getLast()).lexicon());
  }

  /// Scores every set of the corpus.
  ///
  /// @param corpus its root, the folder with `govcn-pages` and the others
  /// @param out where the scores are printed
  /// @throws UncheckedIOException when a set cannot be read
  public void run(Path corpus, PrintStream out) {
    out.println("Publication dates, right to the day");
    articles(corpus, "govcn-pages", "government pages").forEach(tally -> tally.print(out));
    articles(corpus, "zh-news-pages", "news, university and chat pages")
        .forEach(tally -> tally.print(out));
    lists(corpus).print(out);
    articles(corpus, "date-gold-htmldate", "htmldate's own set (German, English)")
        .forEach(tally -> tally.print(out));
    out.println("Identification");
    marks(corpus).forEach(tally -> tally.print(out));
    out.println("Meta tags and forms");
    tags(corpus).print(out);
    searchForms(corpus).print(out);
    out.println("Charsets");
    pageCharsets(corpus).print(out);
    bareCharsets(corpus).print(out);
    out.println("Robustness");
    survived(corpus).print(out);
  }

  private List<Tally> articles(Path corpus, String set, String name) {
    var dated = new Tally(name + ", dated");
    var undated = new Tally(name + ", without a date");
    var humble = new Tally(name + ", wrong ones below 0.5");
    for (var row : Manifest.of(corpus, set).rows()) {
      if (row.get("gold_basis").equals("ambiguous")) {
        continue;
      }
      var gold = row.get("gold_date").equals("nan") ? "" : row.get("gold_date");
      var got = read(row).published();
      boolean right = got.map(date -> date.day().toString()).orElse("").equals(gold);
      (gold.isEmpty() ? undated : dated).count(right, told(row.file(), gold, got));
      if (!right && got.isPresent()) {
        humble.count(!got.get().isTrusted(), told(row.file(), gold, got));
      }
    }
    return List.of(dated, undated, humble);
  }

  private Tally lists(Path corpus) {
    var tally = new Tally("lists, newest entry");
    for (var row : Manifest.of(corpus, "zh-list-pages").rows()) {
      var gold = row.get("newest_item_date");
      if (!gold.isEmpty()) {
        var newest =
            read(row).lists().stream()
                .filter(ItemList::main) // as columns are judged
                .flatMap(list -> list.items().stream())
                .flatMap(item -> item.date().stream())
                .filter(FoundDate::isTrusted)
                .max(Comparator.comparing(FoundDate::day));
        boolean right = newest.map(date -> date.day().toString()).orElse("").equals(gold);
        tally.count(right, told(row.file(), gold, newest));
      }
    }
    return tally;
  }

  private static String told(String file, String gold, Optional<FoundDate> got) {
    var expected = gold.isEmpty() ? "none" : gold;
    return file
        + ": expected "
        + expected
        + ", got "
        + got.map(date ->
                String.format(
                    Locale.ROOT,
                    "%s (%s, %.2f, \"%s\")",
                    date.day(),
                    date.from(),
                    date.confidence(),
                    date.raw()))
            .orElse("none");
  }

  private List<Tally> marks(Path corpus) {
    var icp = new Tally("ICP备案号");
    var police = new Tally("公安备案号");
    var code = new Tally("网站标识码 in the footer");
    for (var row : chinesePages(corpus)) {
      var marks = read(row).marks();
      count(icp, row, row.get("icp"), marks.icp());
      count(police, row, row.get("gongan"), marks.police());
      count(code, row, row.get("footer_site_code"), marks.siteCode());
    }
    return List.of(icp, police, code);
  }

  private static void count(Tally tally, Manifest.Row row, String gold, Optional<String> got) {
    if (!gold.isEmpty() || got.isPresent()) {
      boolean right = squeezed(got.orElse("")).equals(squeezed(gold));
      tally.count(right, row.file() + ": expected \"" + gold + "\", got \"" + got.orElse("") + '"');
    }
  }

  private Tally tags(Path corpus) {
    var tally = new Tally("standard meta tags");
    for (var row : chinesePages(corpus)) {
      var facts = read(row);
      TAGS.forEach((column, name) -> {
        var gold = row.get(column);
        if (!gold.isEmpty()) {
          var got = facts.meta(name).map(MetaTag::content).orElse("");
          tally.count(
              squeezed(got).equals(squeezed(gold)),
              row.file() + ": " + name + " expected \"" + gold + "\", got \"" + got + '"');
        }
      });
    }
    return tally;
  }

  private Tally searchForms(Path corpus) {
    var tally = new Tally("search forms: field, and address where given");
    for (var row : chinesePages(corpus)) {
      var field = row.get("search_keyword_field");
      var action = row.get("search_form_action");
      if (!field.isEmpty()) {
        var forms = read(row).forms();
        boolean found = forms.stream().anyMatch(form -> searches(form, field, action));
        tally.count(
            found,
            row.file() + ": expected " + field + " at " + action + ", got " + summary(forms));
      }
    }
    return tally;
  }

  private static boolean searches(Form form, String field, String action) {
    boolean place =
        action.isEmpty()
            || form.action().isEmpty()
            || form.action()
                .contains(action.replaceFirst("^[./]+", "").replaceFirst("%..?$|%$", ""));
    return place && form.fields().stream().anyMatch(one -> one.name().equals(field));
  }

  private static List<String> summary(List<Form> forms) {
    return forms.stream()
        .map(form -> form.action() + form.fields().stream().map(Form.Field::name).toList())
        .toList();
  }

  private Tally pageCharsets(Path corpus) {
    var tally = new Tally("pages");
    for (var row : chinesePages(corpus)) {
      var gold = row.get("charset_actual");
      if (!gold.isEmpty()) {
        var got = read(row).charset();
        tally.count(alike(got, gold), row.file() + ": expected " + gold + ", got " + got);
      }
    }
    return tally;
  }

  private Tally bareCharsets(Path corpus) {
    var tally = new Tally("bare texts, nothing declared");
    for (var row : Manifest.of(corpus, "charset").rows()) {
      var gold = row.get("gold_encoding");
      if (!gold.isEmpty() && gold.indexOf(' ') < 0) { // some rows describe instead of naming
        var got =
            reader
                .read(reading("http://www.example.org/", row.bytes(), "text/html"))
                .facts()
                .charset();
        tally.count(alike(got, gold), row.file() + ": expected " + gold + ", got " + got);
      }
    }
    return tally;
  }

  /// Encodings that browsers read alike are one.
  private static boolean alike(String got, String gold) {
    return family(got).equals(family(gold));
  }

  private static String family(String charset) {
    var name = charset.toLowerCase(Locale.ROOT).replaceAll("[-_]|sig$|bom$", "");
    return switch (name) {
      case "utf32", "utf32le", "utf32be" -> "utf32";
      case "euc" -> "eucjp";
      case "utf8n" -> "utf8";
      case "gbk", "gb2312", "gb18030", "hzgb2312", "x-gbk" -> "gb18030";
      case "ascii", "usascii", "iso88591", "windows1252", "cp1252" -> "windows1252";
      case "big5", "big5hkscs", "cp950" -> "big5";
      case "shiftjis", "cp932", "sjis", "windows31j" -> "shiftjis";
      case "euckr", "cp949", "uhc", "windows949", "ksc56011987" -> "euckr";
      case "utf16", "utf16le", "utf16be" -> "utf16";
      default -> name;
    };
  }

  private Tally survived(Path corpus) {
    var tally = new Tally("inputs of parser tests read without a crash");
    for (var row : Manifest.of(corpus, "html-robustness").rows()) {
      if (row.file().endsWith(".dat")) {
        var cases = new String(row.bytes(), StandardCharsets.UTF_8).split("(?m)^#data\n", -1);
        for (int i = 1; i < cases.length; i++) {
          survive(tally, row.file() + " #" + i, cases[i].getBytes(StandardCharsets.UTF_8));
        }
      } else {
        survive(tally, row.file(), row.bytes());
      }
    }
    return tally;
  }

  private void survive(Tally tally, String name, byte[] bytes) {
    try {
      var facts = reader.read(reading("http://www.example.org/", bytes, "text/html")).facts();
      tally.count(facts.status() == 200, name + ": no facts");
    } catch (RuntimeException | StackOverflowError crash) { // the very thing that is looked for
      tally.count(false, name + ": " + crash);
    }
  }

  private static List<Manifest.Row> chinesePages(Path corpus) {
    var rows = new ArrayList<>(Manifest.of(corpus, "govcn-pages").rows());
    rows.addAll(Manifest.of(corpus, "zh-news-pages").rows());
    return rows;
  }

  private PageFacts read(Manifest.Row row) {
    var url = row.get("original_url");
    if (url.isEmpty()) {
      var host = row.get("site_domain");
      url = "http://" + (host.isEmpty() ? "www.example.org" : host) + "/page.html";
    }
    return reader.read(reading(url, row.bytes(), "text/html")).facts();
  }

  private static Reading reading(String url, byte[] bytes, String type) {
    return Reading.of(
        new Exchange.Answered(
            Ask.page(url, Ask.Why.PAGE, 10_000_000),
            SEEN,
            Duration.ofMillis(1),
            "192.0.2.1",
            200,
            List.of(new Exchange.Header("Content-Type", type)),
            Body.of(bytes),
            Optional.empty(),
            Source.UNARCHIVED));
  }

  /// Blanks carry no meaning in what is compared.
  private static String squeezed(String text) {
    return text.replaceAll("[\\s\u00A0\u3000]+", "");
  }
}
