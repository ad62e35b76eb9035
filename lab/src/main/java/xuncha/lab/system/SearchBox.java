package xuncha.lab.system;

import java.util.stream.Collectors;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.LabColumn;
import xuncha.lab.site.SearchManner;

/// The search box of a page's header, and the way to write to the body beside it.
final class SearchBox {
  private SearchBox() {}

  /// The box as HTML.
  ///
  /// @param plain the system's own form, used where the site searches plainly
  static String html(SiteSystem system, Blueprint site, String plain) {
    return box(system, site, plain) + ConsultPages.entry(system, site) + SpacePages.entry(site);
  }

  private static String box(SiteSystem system, Blueprint site, String plain) {
    var manner = site.search();
    return switch (manner.way()) {
      case NONE -> "";
      case GET -> manner.columnFirst() ? plain.replace("</form>", choice(site) + "</form>") : plain;
      case POST ->
          """
          <form action="/search.do" method="post"><input type="hidden" name="siteid" value="1">%s<input type="text" name="keyword" placeholder="请输入关键词"><input type="submit" value="搜索"></form>
          """
              .formatted(manner.columnFirst() ? choice(site) : "");
      case SCRIPT ->
          """
          <div class="sosuo"><input type="text" id="sokey" placeholder="请输入搜索内容"><a href="javascript:void(0)" onclick="goSearch()">搜索</a></div>
          <script>function goSearch(){var v=document.getElementById('sokey').value;if(!v){alert('请输入搜索内容');return}location.href='/search?q='+encodeURIComponent(v);}</script>
          """;
      case HIDDEN ->
          """
          <a class="icon-so" href="javascript:void(0)" title="搜索" onclick="document.getElementById('sobox').style.display='block'"><img src="/images/so.png" alt=""></a>
          <div id="sobox" style="display:none"><input type="text" id="sokey"><button type="button" onclick="location.href='/search?q='+encodeURIComponent(document.getElementById('sokey').value)">确定</button></div>
          """;
      case JSON, RESULTS_BY_POST ->
          """
          <form action="/so.html" method="get"><input type="text" name="keyword" placeholder="站内搜索"><button type="submit">搜索</button></form>
          """;
      case OTHER_HOST ->
          """
          <form action="%s/s" method="get" target="_blank"><input type="hidden" name="siteCode" value="%s"><input type="text" name="qt" placeholder="请输入关键词"><input type="submit" value="检索"></form>
          """
              .formatted("http://" + system.searchHost(site), site.code());
      case ICON, WINDOW, COMPONENT, COMPONENT_POST, SIGNED ->
          ScriptedBox.html(manner.way(), manner.columnFirst() ? choice(site) : "");
    };
  }

  /// The columns that one may choose from; none chosen at first.
  private static String choice(Blueprint site) {
    return site.lists()
        .filter(column -> !site.search().leftOut().contains(column.slug()))
        .map(SearchBox::option)
        .collect(
            Collectors.joining(
                "", "<select name=\"channel\"><option value=\"\">--请选择栏目--</option>", "</select>"));
  }

  private static String option(LabColumn column) {
    return "<option value=\"" + column.slug() + "\">" + column.name() + "</option>";
  }

  /// Where a search goes, and the name of the field for the words.
  static String path(SearchManner.Way way) {
    return switch (way) {
      case GET, SCRIPT, HIDDEN, ICON, WINDOW -> "/search";
      case POST -> "/search.do";
      case JSON, COMPONENT, COMPONENT_POST, SIGNED, RESULTS_BY_POST -> "/api/search";
      case OTHER_HOST -> "/s";
      case NONE -> "";
    };
  }

  static String field(SearchManner.Way way) {
    return switch (way) {
      case GET, SCRIPT, HIDDEN, ICON, WINDOW, NONE -> "q";
      case POST, JSON, COMPONENT, COMPONENT_POST, SIGNED, RESULTS_BY_POST -> "keyword";
      case OTHER_HOST -> "qt";
    };
  }
}
