package xuncha.lab.system;

import java.util.Optional;
import java.util.stream.Collectors;
import xuncha.lab.http.Reply;
import xuncha.lab.http.Request;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.Contents;
import xuncha.lab.site.LabColumn;

/// A list that a page's script asks for after it has loaded.
final class ListFeed {
  private static final String PATH = "/common/list";

  private ListFeed() {}

  /// What stands in the page instead of entries.
  static String place(LabColumn column, String listClass) {
    return """
    <ul class="%s" id="pageList" data-url="%s?channel=%s&page=1&size=20"></ul>
    <script type="text/javascript" src="/js/pagelist.js"></script>
    """
        .formatted(listClass, PATH, column.slug());
  }

  /// The list as JSON.
  static Optional<Reply> answer(SiteSystem system, Blueprint site, Request request) {
    if (!request.path().equals(PATH)) {
      return Optional.empty();
    }
    var page = request.parameter("page").map(ListFeed::number).orElse(1);
    return request
        .parameter("channel")
        .flatMap(
            slug -> site.columns().stream().filter(each -> each.slug().equals(slug)).findFirst())
        .map(column -> Reply.text("application/json", json(system, site, column, page, "")));
  }

  /// Entries as JSON.
  ///
  /// @param indent what begins a line
  static String json(SiteSystem system, Blueprint site, LabColumn column, int page, String indent) {
    return Contents.page(site, column, page, system.perPage()).stream()
        .map(item ->
            "%s{\"title\":\"%s\",\"url\":\"%s\",\"publishedTimeStr\":\"%s:00\"}"
                .formatted(indent, item.title(), system.itemHref(site, item), item.stamp()))
        .collect(
            Collectors.joining(
                ",\n",
                "{\"code\":200,\"data\":{\"page\":%d,\"total\":%d,\"results\":[\n"
                    .formatted(page, column.size()),
                "\n]}}"));
  }

  private static int number(String text) {
    return text.matches("\\d{1,4}") ? Math.max(1, Integer.parseInt(text)) : 1;
  }
}
