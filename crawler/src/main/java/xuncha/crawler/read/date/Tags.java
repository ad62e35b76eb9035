package xuncha.crawler.read.date;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// The elements of a page that tell dates to machines, gathered while its text is read, in document
/// order.
final class Tags {
  private final List<Element> metas = new ArrayList<>();
  private final List<Element> scripts = new ArrayList<>();
  private final List<Element> timed = new ArrayList<>();
  private final List<Element> abbreviations = new ArrayList<>();
  private final List<Element> published = new ArrayList<>();
  private String language = "";
  private @Nullable Element title; // none so far

  /// Takes note of the element if it is one of them.
  void see(Element element) {
    switch (element.normalName()) {
      case "meta" -> metas.add(element);
      case "script" -> scripts.add(element);
      case "title" -> title = title == null && isOfPage(element) ? element : title;
      case "abbr" -> abbreviations.add(element);
      case "html" -> language = language.isEmpty() ? element.attr("lang") : language;
      default -> {}
    }
    if (element.hasAttr("datetime")) {
      timed.add(element);
    }
    if (element.attr("itemprop").strip().equalsIgnoreCase("datePublished")) {
      published.add(element);
    }
  }

  /// Drawings have titles too.
  private static boolean isOfPage(Element title) {
    return title.tag().namespace().equals(Parser.NamespaceHtml);
  }

  /// The page's title, empty when it has none. A browser takes the first that there is, in the head
  /// or not.
  String title() {
    return title == null ? "" : title.text().strip();
  }

  List<Element> metas() {
    return metas;
  }

  List<Element> scripts() {
    return scripts;
  }

  /// With a `datetime` attribute.
  List<Element> timed() {
    return timed;
  }

  List<Element> abbreviations() {
    return abbreviations;
  }

  /// With `itemprop="datePublished"`.
  List<Element> published() {
    return published;
  }

  /// What the page says its language is, empty when it does not.
  String language() {
    return language;
  }
}
