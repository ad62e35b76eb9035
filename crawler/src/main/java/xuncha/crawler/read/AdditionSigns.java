package xuncha.crawler.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import xuncha.findings.visit.Link.Region;

/// Looks for scripts that put entries on a page beside those that came with it. That a page has
/// scripts says nothing, for all have; what they do for the main part is told by what waits there
/// for them, and by what the scripts in the page write and where.
final class AdditionSigns {
  private static final int MOST_CODE = 100_000;

  /// Scripts of everyday use by the names of their files: libraries, counters, what moves and
  /// enlarges.
  private static final Pattern EVERYDAY =
      Pattern.compile(
          "jquery|bootstrap|swiper|slick|slide|carousel|banner|lunbo|focus|scroll|marquee|gundong|layui|layer|vue|react|angular|zepto|echarts|html5|respond|shiv|polyfill|modernizr|lazy|easing|animate|wow|tabs?\\b|nav|menu|gotop|backtop|share|fenxiang|qrcode|ewm|tongji|stat|count|hits?\\b|click|visit|analytics|gray|grey|print|font|size|zoom|video|player|audio|media|swf|captcha|md5|base64|sha1|crypt|cookie|dat(?:e|etime)?picker|wdate|calendar|weather|wza|barrier|chinese|fanti|jianfan|jf\\b|big5|gb2|search|login|head|foot|top\\b|float|piaofu|\\badv?\\b|config|lang|i18n|png|ie[6-9]?\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ELSEWHERE =
      Pattern.compile("[\"'](?:https?:)?\\\\?/\\\\?/([^\"'/\\\\]{3,100})");
  private static final Set<String> TEMPLATED =
      Set.of("v-for", "ng-repeat", "v-html", "ms-for", "data-bind");
  private static final Set<String> BLOCKS =
      Set.of("div", "ul", "ol", "tbody", "table", "section", "dl");
  private static final Set<String> LISTS = Set.of("ul", "ol", "dl", "tbody", "table", "td", "li");

  /// Characters of a block that has a name and nothing else.
  private static final int LONGEST_NAME = 30;

  /// Characters of a link to more, which may stand beside a block's name.
  private static final int LONGEST_MORE = 4;

  private static final int CLIMBS = 3;
  private static final int MOST_MARKS = 5;

  private final Sheet sheet;
  private final Regions regions;
  private final Addresses addresses;
  private final String host;

  /// @param here where the page was found
  AdditionSigns(Sheet sheet, Regions regions, Addresses addresses, String here) {
    this.sheet = sheet;
    this.regions = regions;
    this.addresses = addresses;
    this.host = Addresses.host(here);
  }

  /// What scripts may add to a page as its server sent it.
  ///
  /// @param loading whether a block of it says that it is still waiting
  /// @param loaders the scripts that bring in further ones
  Additions asSent(boolean loading, List<String> loaders) {
    if (sheet.scripts().isEmpty()) {
      return Additions.NONE;
    }
    if (loading
        || hasTemplate(true)
        || hasBlockForScript()
        || scripts().stream().anyMatch(this::adds)) {
      return Additions.LIKELY;
    }
    if (!hasScriptOfItsOwn() && loaders.stream().allMatch(this::leadsElsewhere)) {
      return Additions.NONE;
    }
    return scripts().stream().anyMatch(EntryScript::carriesEntries)
        ? Additions.LIKELY
        : Additions.PERHAPS;
  }

  /// What scripts may still add to a page in a browser, which has run them: what waits for
  /// something that did not come, or for a click.
  ///
  /// @param kept the addresses of what was kept from it
  /// @param loading whether a block of it says that it is still waiting
  Additions asDrawn(List<String> kept, boolean loading) {
    return loading
            || hasTemplate(false)
            || kept.stream().anyMatch(this::mayBeEntries)
            || scripts().stream().anyMatch(this::leavesEmpty)
        ? Additions.LIKELY
        : Additions.NONE;
  }

  private boolean mayBeEntries(String url) {
    return SameBody.is(host, Addresses.host(url))
        && DataAddresses.mayBeList(url)
        && !(url.endsWith(".js") && EVERYDAY.matcher(fileOf(url)).find());
  }

  private static String fileOf(String url) {
    var path = Addresses.path(url);
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private List<EntryScript> scripts() {
    var scripts = new ArrayList<EntryScript>();
    for (var code : sheet.codes()) {
      if (!code.isEmpty() && code.length() < MOST_CODE) {
        scripts.add(new EntryScript(code));
      }
    }
    return scripts;
  }

  private boolean adds(EntryScript script) {
    if (!script.writes()) {
      return false;
    }
    var asked = script.asks() ? DataAddresses.asked(script.code(), addresses) : List.<Boolean>of();
    return asked.contains(true)
        || (script.asks() && asked.isEmpty() && speaksOf(script, true))
        || (script.writesLinks()
            && ((script.writesInPlace() && standsInMain(script)) || speaksOf(script, false)));
  }

  private boolean leavesEmpty(EntryScript script) {
    return script.asks()
        && script.writes()
        && !DataAddresses.asked(script.code(), addresses).equals(List.of(false))
        && speaksOf(script, true);
  }

  /// Whether it names a block of the main part.
  ///
  /// @param empty whether only empty ones count
  private boolean speaksOf(EntryScript script, boolean empty) {
    var names = script.names();
    for (var at = 0; at < sheet.size() && !names.isEmpty(); at++) {
      var element = sheet.element(at);
      if (element.attributesSize() > 0
          && regions.at(at) == Region.MAIN
          && isBlock(sheet.tag(at))
          && (!empty || (sheet.letters(at) == 0 && sheet.pictures(at) == 0))
          && (names.contains(element.id()) || isClassed(element, names))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isClassed(Element element, Set<String> names) {
    return element.hasAttr("class") && element.classNames().stream().anyMatch(names::contains);
  }

  private boolean standsInMain(EntryScript script) {
    for (var i = 0; i < sheet.scripts().size(); i++) {
      if (sheet.codes().get(i).equals(script.code()) && isMain(sheet.scripts().get(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean isMain(Element script) {
    var block = number(script.parent());
    return block > 0 && !sheet.tag(block).equals("head") && regions.at(block) == Region.MAIN;
  }

  private int number(@Nullable Element element) {
    for (var at = 0; at < sheet.size(); at++) {
      if (sheet.element(at).equals(element)) {
        return at;
      }
    }
    return -1;
  }

  // what waits in the page

  /// Whether a file of the site's own stands in the main part where entries would: in a list, or in
  /// a block that has a name and nothing else.
  private boolean hasBlockForScript() {
    return sheet.scripts().stream()
        .filter(script -> script.hasAttr("src") && isOwn(script))
        .anyMatch(script -> isMain(script) && isBlockFor(number(script.parent())));
  }

  private boolean isBlockFor(int block) {
    var at = block;
    for (var climb = 0; climb < CLIMBS && at > 0 && sheet.letters(at) == 0; climb++) {
      if (LISTS.contains(sheet.tag(at))) {
        return true;
      }
      at = sheet.parent(at);
    }
    return at > 0
        && !sheet.tag(at).equals("body")
        && sheet.letters(at) > 1
        && sheet.letters(at) <= LONGEST_NAME
        && sheet.linked(at) <= LONGEST_MORE
        && sheet.hidden(at) == 0;
  }

  private boolean hasScriptOfItsOwn() {
    return sheet.scripts().stream().anyMatch(script -> script.hasAttr("src") && isOwn(script));
  }

  /// Whether it is a file of the site's own that is not known by its name to do something else.
  private boolean isOwn(Element script) {
    var url = addresses.absolute(script.attr("src"));
    return SameBody.is(host, Addresses.host(url)) && !EVERYDAY.matcher(fileOf(url)).find();
  }

  /// Whether what a script brings in comes from others: shares, counters.
  private boolean leadsElsewhere(String loader) {
    var address = ELSEWHERE.matcher(loader);
    while (address.find()) {
      if (!SameBody.is(host, address.group(1))) {
        return true;
      }
    }
    return false;
  }

  /// Whether the main part shows a template that only a script can fill.
  ///
  /// @param attributes whether those of templates count, which some scripts leave where they are
  private boolean hasTemplate(boolean attributes) {
    var text = sheet.text();
    var open = text.indexOf("{{");
    for (var mark = 0; mark < MOST_MARKS && open >= 0; mark++) {
      if (text.indexOf("}}", open) > 0 && isMain(open)) {
        return true;
      }
      open = text.indexOf("{{", open + 2);
    }
    for (var at = 0; attributes && at < sheet.size(); at++) {
      var element = sheet.element(at);
      if (element.attributesSize() > 0 && regions.at(at) == Region.MAIN && isTemplate(element)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a script makes of the element what is to be read there.
  static boolean isTemplate(Element element) {
    return TEMPLATED.stream().anyMatch(element::hasAttr);
  }

  /// Whether elements of that tag may be the place that a script fills.
  static boolean isBlock(String tag) {
    return BLOCKS.contains(tag);
  }

  private boolean isMain(int position) {
    var inner = 0;
    for (var at = 0; at < sheet.size() && sheet.from(at) <= position; at++) {
      inner = sheet.to(at) > position ? at : inner;
    }
    return regions.at(inner) == Region.MAIN;
  }
}
