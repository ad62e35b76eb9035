package xuncha.lab.system;

import java.util.Optional;
import java.util.stream.Collectors;
import xuncha.lab.http.Reply;
import xuncha.lab.http.Request;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.Contents;

/// The site search that every system brings along: a form in the header, results by words in
/// titles.
final class Search {
  private static final int MOST = 10;

  private Search() {}

  static Optional<Reply> answer(SiteSystem system, Blueprint site, Request request) {
    if (!request.path().equals("/search")) {
      return Optional.empty();
    }
    var words = request.parameter("q", system.charset()).orElse("").strip();
    var found =
        Contents.all(site).stream()
            .filter(item -> !words.isEmpty() && item.title().contains(words))
            .limit(MOST)
            .toList();
    var rows =
        found.stream()
            .map(item ->
                "<li><h3><a href=\"%s\">%s</a></h3><p>%s　%s</p></li>\n"
                    .formatted(
                        system.itemHref(site, item),
                        item.title(),
                        item.column().name(),
                        item.day()))
            .collect(Collectors.joining());
    return Optional.of(
        system.page(
            """
            <!DOCTYPE html>
            <html><head><meta charset="%s"><title>站内搜索_%s</title></head>
            <body><form action="/search" method="get"><input name="q" value="%s"><input type="submit" value="搜索"></form>
            <p>共找到 %d 条结果</p><ul class="result">
            %s</ul></body></html>
            """
                .formatted(system.charset().name(), site.name(), safe(words), found.size(), rows)));
  }

  private static String safe(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
