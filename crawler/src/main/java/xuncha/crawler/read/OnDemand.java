package xuncha.crawler.read;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import xuncha.findings.visit.Link.Region;

/// What scripts keep back until a reader does something: comes down the page, presses 点击加载, chooses
/// a year. Drawing a page does none of that, so what is missing then may yet come.
final class OnDemand {
  private static final Pattern LAZY =
      Pattern.compile("IntersectionObserver|onscroll|['\"]scroll['\"]|\\.scroll\\(");

  /// The functions that a handler calls.
  private static final Pattern CALLED =
      Pattern.compile("(?<![\\w.$])([A-Za-z_$][\\w$]{0,60})\\s*\\(");

  private static final Pattern DEFINED =
      Pattern.compile(
          "function\\s+([A-Za-z_$][\\w$]{0,60})|([A-Za-z_$][\\w$]{0,60})\\s*=\\s*(?:async\\s*)?(?:function|\\()");

  /// Numbers and arrows turn pages; pages that have none may still be turned.
  private static final Pattern TURNS = Pattern.compile("[\\d<>«»‹›…\\s]+");

  private static final int MOST_CODE = 100_000;

  private OnDemand() {}

  /// Whether a script does something when the reader comes down the page.
  static boolean onScroll(List<String> codes) {
    return codes.stream().anyMatch(code -> LAZY.matcher(code).find());
  }

  /// Whether something in the main part that can be pressed or chosen from, and turns no pages,
  /// calls a function of the page's own scripts.
  static boolean byHand(Sheet sheet, Regions regions) {
    var own = functions(sheet.codes());
    if (own.isEmpty()) {
      return false;
    }
    for (var at = 0; at < sheet.size(); at++) {
      var element = sheet.element(at);
      if (element.attributesSize() > 0
          && regions.at(at) == Region.MAIN
          && !turns(sheet.line(at) + element.attr("value"))
          && CALLED
              .matcher(handler(element))
              .results()
              .anyMatch(call -> own.contains(call.group(1)))) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> functions(List<String> codes) {
    return codes.stream()
        .filter(code -> code.length() < MOST_CODE)
        .flatMap(code -> DEFINED.matcher(code).results())
        .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
        .collect(Collectors.toSet());
  }

  private static String handler(Element element) {
    var link = element.attr("href");
    return element.attr("onclick")
        + " "
        + element.attr("onchange")
        + (link.startsWith("javascript:") ? " " + link.substring("javascript:".length()) : "");
  }

  private static boolean turns(String text) {
    return text.contains("页") || TURNS.matcher(text).matches();
  }
}
