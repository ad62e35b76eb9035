package xuncha.crawler.read.date;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/// The elements of a page that tell dates to machines, gathered while its text is read, in document
/// order.
final class Tags {
  private final List<Element> metas = new ArrayList<>();
  private final List<Element> scripts = new ArrayList<>();
  private final List<Element> timed = new ArrayList<>();
  private final List<Element> abbreviations = new ArrayList<>();
  private final List<Element> published = new ArrayList<>();
  private String language = "";

  /// Takes note of the element if it is one of them.
  void see(Element element) {
    switch (element.normalName()) {
      case "meta" -> metas.add(element);
      case "script" -> scripts.add(element);
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
