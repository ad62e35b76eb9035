package xuncha.crawler.read.date;

import java.util.Set;

/// What page makers everywhere call the parts of a page, word by word as [NameWords] tells them;
/// none belongs to one site. Who needs more words for one part has them beside its own question,
/// with the reason.
public final class PartNames {
  /// What closes every page.
  public static final Set<String> FOOT =
      Set.of(
          "footer",
          "foot",
          "footbar",
          "footbox",
          "bottom",
          "bot",
          "copyright",
          "yejiao",
          "dibu",
          "wjb");

  /// What opens it. An article's own beginning is often called `head`, so that word is not here.
  public static final Set<String> TOP =
      Set.of(
          "header",
          "top",
          "topbar",
          "topbox",
          "headbar",
          "toolbar",
          "banner",
          "logo",
          "masthead",
          "yemei");

  /// Where one goes from it.
  public static final Set<String> NAVIGATION =
      Set.of(
          "nav",
          "navi",
          "navbar",
          "navigation",
          "navigator",
          "menu",
          "menubar",
          "mainnav",
          "mainmenu",
          "topnav",
          "subnav",
          "submenu",
          "sidenav",
          "leftnav",
          "daohang",
          "dh");

  /// What stands beside its content.
  public static final Set<String> ASIDE =
      Set.of(
          "aside",
          "side",
          "sidebar",
          "sidebox",
          "hot",
          "hotnews",
          "rank",
          "ranking",
          "phb",
          "recommend",
          "recommended",
          "tuijian",
          "related",
          "relate",
          "xgwz",
          "xgxw",
          "xgxx",
          "xgyd");

  private PartNames() {}
}
