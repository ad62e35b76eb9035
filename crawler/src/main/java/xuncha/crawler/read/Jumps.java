package xuncha.crawler.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Bars that are made of no links: cells to press, whose handler opens an address, and drop-down
/// lists that go where one chooses. Several of a kind make a bar; a single one may be anything.
final class Jumps {
  private static final int LONGEST = 24;
  private static final int FEWEST = 3;
  private static final int MOST = 120;

  /// The chosen value as it stands is where the page goes.
  private static final Pattern GOES =
      Pattern.compile(
          "(?:location(?:\\.href)?\\s*=|(?:open|replace|assign)\\s*\\()\\s*(?:this|self)\\.(?:value|options\\[)");

  private final Sheet sheet;
  private final Addresses addresses;
  private final List<MenuEntry> pressed = new ArrayList<>();
  private final List<MenuEntry> chosen = new ArrayList<>();

  private Jumps(Sheet sheet, Addresses addresses) {
    this.sheet = sheet;
    this.addresses = addresses;
  }

  static List<MenuEntry> in(Sheet sheet, Addresses addresses) {
    var jumps = new Jumps(sheet, addresses);
    for (var at = 0; at < sheet.size() && jumps.pressed.size() < MOST; at++) {
      var element = sheet.element(at);
      if (element.nameIs("select")) {
        jumps.choices(element);
      } else if (element.attributesSize() > 0 && element.hasAttr("onclick")) {
        jumps.cell(at);
      }
    }
    var all = new ArrayList<>(jumps.chosen);
    if (jumps.pressed.size() >= FEWEST) {
      all.addAll(jumps.pressed);
    }
    return all;
  }

  private void cell(int at) {
    var letters = sheet.letters(at);
    if (letters < 2 || letters > LONGEST || sheet.anchors(at) > 0 || isLink(sheet.tag(at))) {
      return;
    }
    var written = ScriptText.opened(sheet.element(at).attr("onclick"));
    var url = written.isEmpty() ? "" : addresses.absolute(written);
    if (!url.isEmpty()) {
      pressed.add(new MenuEntry(sheet.line(at), url, 1, ""));
    }
  }

  private static boolean isLink(String tag) {
    return tag.equals("a") || tag.equals("area") || tag.equals("body");
  }

  private void choices(Element select) {
    var goes = GOES.matcher(select.attr("onchange")).find();
    var its = new ArrayList<MenuEntry>();
    for (var option : select.getElementsByTag("option")) {
      var value = option.attr("value").strip();
      var name = Anchors.fold(option.text());
      var url = goes || value.startsWith("/") ? addresses.absolute(value) : "";
      if (value.length() > 1 && !url.isEmpty() && name.length() <= LONGEST) {
        its.add(new MenuEntry(name, url, 1, ""));
      }
    }
    if (its.size() >= FEWEST && chosen.size() < MOST) {
      chosen.addAll(its);
    }
  }
}
