package xuncha.crawler.probe.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import xuncha.crawler.Inquiry.Ground;
import xuncha.crawler.Inquiry.Sought;
import xuncha.crawler.fetch.WebAddress;
import xuncha.crawler.read.PageReader;
import xuncha.findings.visit.SearchTrial.Method;

/// The addresses that the scripts of a results page ask for its results, as far as they can be read
/// in the scripts.
final class ResultScripts {
  private static final int MOST_SCRIPTS = 2;
  private static final int MOST_ADDRESSES = 2;
  private static final Pattern LIBRARY =
      Pattern.compile(
          "jquery|swiper|layui|bootstrap|vue(?:\\.|-)|react|echarts|video|polyfill|tongji|analytics|slide|scroll|laydate",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LIKELY =
      Pattern.compile("search|sousuo|so[^a-z]|result|query|list", Pattern.CASE_INSENSITIVE);

  private final Ground ground;

  ResultScripts(Ground ground) {
    this.ground = ground;
  }

  /// @param page a page of results without any
  /// @param box how it was asked
  List<SearchBox> boxes(Sought.Page page, SearchBox box) {
    var tree = PageReader.tree(page.answer());
    var code = new StringBuilder();
    for (var script : tree.getElementsByTag("script")) {
      code.append(script.data()).append('\n');
    }
    var boxes = boxes(tree, code.toString(), box);
    if (!boxes.isEmpty()) {
      return boxes;
    }
    for (var url : scripts(tree)) {
      if (ground.seek(url, page.read().facts().finalUrl()) instanceof Sought.Page script) {
        code.append(
            new String(script.answer().body().bytes(), java.nio.charset.StandardCharsets.UTF_8));
      }
    }
    return boxes(tree, code.toString(), box);
  }

  private List<String> scripts(Document tree) {
    var own = new LinkedHashSet<String>();
    for (var script : tree.select("script[src]")) {
      var url = WebAddress.of(script.absUrl("src")).map(WebAddress::url).orElse("");
      if (ground.sameBody(url) && !LIBRARY.matcher(url).find()) {
        own.add(url);
      }
    }
    return own.stream()
        .sorted(
            java.util.Comparator.comparing(
                (String url) -> !LIKELY.matcher(url.substring(url.lastIndexOf('/') + 1)).find()))
        .limit(MOST_SCRIPTS)
        .toList();
  }

  private List<SearchBox> boxes(Document tree, String code, SearchBox box) {
    var boxes = new ArrayList<SearchBox>();
    for (var found : ScriptedAddress.in(code, code)) {
      WebAddress.resolve(tree.baseUri(), found.written().replace(SearchBox.WORDS, "xunchawords"))
          .map(WebAddress::url)
          .filter(ground::sameBody)
          .filter(url -> !url.startsWith(box.bare() + "?"))
          .map(url ->
              new SearchBox(
                  box.page(),
                  new Sending.Address(
                      url.replace("xunchawords", SearchBox.WORDS), Sending.Writing.UTF_8),
                  Method.JSON,
                  Optional.empty(),
                  box.longest(),
                  false,
                  ""))
          .ifPresent(boxes::add);
    }
    return boxes.stream().limit(MOST_ADDRESSES).toList();
  }
}
