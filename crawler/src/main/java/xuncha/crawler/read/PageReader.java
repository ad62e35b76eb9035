package xuncha.crawler.read;

import java.io.Reader;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import xuncha.crawler.fetch.Exchange;
import xuncha.findings.edition.Lexicon;
import xuncha.findings.visit.FoundDate;
import xuncha.findings.visit.ItemList;
import xuncha.findings.visit.Link;
import xuncha.findings.visit.Marks;
import xuncha.findings.visit.MetaTag;
import xuncha.findings.visit.PageFacts;
import xuncha.findings.visit.PageFacts.PageKind;
import xuncha.findings.visit.PageFacts.PageState;
import xuncha.findings.visit.TextSignature;

/// Reads an answer into facts: decides the charset, parses once, keeps what is compact. Stateless
/// and safe to share between threads. Never throws for what a page holds.
public final class PageReader {
  /// Deeper nesting is flattened, as browsers do at 512; no page for people comes near.
  private static final int DEEPEST = 400;

  /// Characters of one page that are read; the rest is no text for people.
  private static final int LONGEST = 6_000_000;

  private final StateReader states;
  private final ListReader.Vocabulary vocabulary;

  /// A reader that knows the edition's words.
  public PageReader(Lexicon lexicon) {
    states = new StateReader(lexicon);
    vocabulary = ListReader.Vocabulary.of(lexicon);
  }

  /// What a page holds, and what it asks of whoever visits it.
  ///
  /// @param facts what it says
  /// @param onward where it sends its reader; empty for a page with content of its own. The facts
  ///   of a page that sends on are worth nothing else
  /// @param data addresses, absolute, from which the page's scripts fill its list, likeliest first;
  ///   their JSON or XML answers can be read with [#read] like pages. Empty when the page has its
  ///   list in itself
  /// @param substance what stands in the place for content
  /// @param menu its navigation, in page order
  /// @param beside addresses, absolute, of what else a visitor sees of a home page: its frames, and
  ///   the bar that scripts bring where it has none; empty for other pages
  /// @param talks whether it seems to be one where people write to the body or are answered, worth
  ///   a look at its [#tree]
  public record Result(
      PageFacts facts,
      Optional<Onward> onward,
      List<String> data,
      Substance substance,
      List<MenuEntry> menu,
      List<String> beside,
      boolean talks) {
    public Result {
      data = List.copyOf(data);
      menu = List.copyOf(menu);
      beside = List.copyOf(beside);
    }

    /// The same page in a frame of a document with these tags.
    public Result framedBy(List<MetaTag> outer) {
      return new Result(facts.framedBy(outer), onward, data, substance, menu, beside, talks);
    }

    /// The same page showing these marks.
    public Result showing(Marks marks) {
      return new Result(facts.showing(marks), onward, data, substance, menu, beside, talks);
    }
  }

  /// What is needed to go on from page to page and to see what is new; the same values as among the
  /// facts, for about two thirds of the work.
  ///
  /// @param links as [PageFacts#links]
  /// @param lists as [PageFacts#lists]
  /// @param published as [PageFacts#published]
  public record Outline(List<Link> links, List<ItemList> lists, Optional<FoundDate> published) {
    public Outline {
      links = List.copyOf(links);
      lists = List.copyOf(lists);
    }
  }

  /// The facts of one answer: an HTML page, or the JSON or XML of a list's data address.
  public Result read(Reading reading) {
    var decoded = decoded(reading.answer());
    if (!isData(reading, decoded)) {
      return page(reading, decoded).result();
    }
    var data = data(reading, decoded);
    return data.facts().lists().isEmpty() ? written(reading, decoded).orElse(data) : data;
  }

  /// What a script writes into the page that brings it in.
  private Optional<Result> written(Reading reading, Decoding decoded) {
    var markup = Islands.written(decoded.text());
    return markup.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PageReading(reading, decoded, parse(markup, reading.finalUrl()), states, vocabulary)
                .result());
  }

  /// Links and dates of one answer, and nothing else.
  public Outline outline(Reading reading) {
    var decoded = decoded(reading.answer());
    if (isData(reading, decoded)) {
      var facts = data(reading, decoded).facts();
      return new Outline(facts.links(), facts.lists(), facts.published());
    }
    return page(reading, decoded).outline();
  }

  /// The links of one answer, as [PageFacts#links], and nothing else.
  public List<Link> links(Reading reading) {
    var decoded = decoded(reading.answer());
    return isData(reading, decoded) ? List.of() : page(reading, decoded).links();
  }

  private PageReading page(Reading reading, Decoding decoded) {
    var tree = KnownTags.parse(parser -> parse(decoded, reading.finalUrl(), parser));
    return new PageReading(reading, decoded, tree, states, vocabulary);
  }

  /// The tree of a page, with its address as base, for who needs more than facts of it. Not to be
  /// kept: it is many times as large as the page.
  public static Document tree(Exchange.Answered answer) {
    return parse(decoded(answer), answer.ask().url(), Parser.htmlParser());
  }

  private static Decoding decoded(Exchange.Answered answer) {
    return Decoding.of(answer.body().bytes(), answer.header("content-type").orElse(""));
  }

  /// The charset that a page is read in, WHATWG name.
  public static String charset(Exchange.Answered answer) {
    return Decoding.of(answer.body().bytes(), answer.header("content-type").orElse("")).charset();
  }

  private static Document parse(Decoding page, String url, Parser by) {
    var text = page.characters();
    return parse(text.slice(0, Math.min(text.remaining(), LONGEST)), url, by);
  }

  /// One parse of a whole page, bounded in depth.
  static Document parse(CharSequence text, String url) {
    return parse(text, url, Parser.htmlParser());
  }

  private static Document parse(CharSequence text, String url, Parser by) {
    return by.setMaxDepth(DEEPEST).parseInput(Reader.of(text), url);
  }

  private static boolean isData(Reading reading, Decoding decoded) {
    var text = decoded.characters();
    var type = reading.answer().mediaType();
    var start = 0;
    while (start < text.length() && text.charAt(start) <= ' ') {
      start++;
    }
    if (start == text.length()) {
      return false;
    }
    var first = text.charAt(start);
    if (first == '{' || first == '[') {
      return !type.equals("text/html") || !decoded.text().contains("<html");
    }
    if (first != '<') {
      return type.endsWith("json") || type.endsWith("javascript");
    }
    var head = text.subSequence(start, Math.min(text.length(), start + 400)).toString();
    return !head.contains("<html")
        && !head.contains("<HTML")
        && !head.contains("<!DOCTYPE html")
        && (head.contains("<datastore")
            || head.contains("<record")
            || head.contains("<rss")
            || head.contains("<feed")
            || (type.endsWith("xml") && !type.contains("xhtml")));
  }

  private Result data(Reading reading, Decoding decoded) {
    var addresses = new Addresses(reading.finalUrl(), decoded.decoder());
    var records = new Records(addresses, reading.finalUrl(), reading.answer().at());
    var unpacked = new Islands(records, reading.finalUrl()).inAnswer(decoded.text());
    var lists =
        unpacked.markup().isEmpty()
            ? unpacked.items().isEmpty()
                ? List.<ItemList>of()
                : List.of(new ItemList("", "", "", unpacked.items(), true))
            : PageReading.listsIn(unpacked.markup(), addresses, vocabulary, reading);
    var answer = reading.answer();
    var facts =
        new PageFacts(
            reading.askedUrl(),
            reading.finalUrl(),
            answer.status(),
            answer.at(),
            reading.tookMs(),
            decoded.charset(),
            lists.isEmpty() ? PageKind.OTHER : PageKind.LIST,
            reading.home() ? PageState.UNCLEAR : PageState.CONTENT,
            "",
            "",
            List.of(),
            List.of(),
            false,
            lists,
            Optional.empty(),
            List.of(),
            Marks.NONE,
            "",
            new TextSignature(0, 0),
            answer.source());
    return new Result(
        facts, Optional.empty(), List.of(), Substance.NONE, List.of(), List.of(), false);
  }
}
