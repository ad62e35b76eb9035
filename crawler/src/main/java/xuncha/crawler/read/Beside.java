package xuncha.crawler.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// What else a visitor sees of a home page than its own document: frames, and the bar that a
/// script's file writes or a script fetches, where the document has none.
final class Beside {
  private static final int MOST = 4;
  private static final int MOST_CODE = 60_000;

  /// Fewer entries are no bar.
  private static final int BAR = 3;

  private static final Pattern BAR_NAME =
      Pattern.compile(
          "(?:^|[^a-z])(?:head(?:er)?|nav|menu|top|daohang|tou)(?:[^a-z]|$)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FETCHED =
      Pattern.compile(
          "(?:\\.load|\\bfetch|\\.get)\\s*\\(\\s*[\"']([^\"'\\s]{2,200}\\.(?:s?html?|inc|jsp|aspx?|php)(?:\\?[^\"'\\s]{0,100})?)");

  private final Sheet sheet;
  private final Addresses addresses;
  private final LinkedHashSet<String> found = new LinkedHashSet<>();

  private Beside(Sheet sheet, Addresses addresses) {
    this.sheet = sheet;
    this.addresses = addresses;
  }

  /// Absolute addresses, in page order.
  ///
  /// @param menu the bar that the document has
  /// @param drawn whether its scripts have run
  static List<String> of(Sheet sheet, Addresses addresses, List<MenuEntry> menu, boolean drawn) {
    var beside = new Beside(sheet, addresses);
    beside.frames();
    if (menu.size() < BAR && !drawn) {
      beside.scripts();
    }
    return new ArrayList<>(beside.found).subList(0, Math.min(MOST, beside.found.size()));
  }

  private void frames() {
    for (var at = 0; at < sheet.size(); at++) {
      var element = sheet.element(at);
      if (element.nameIs("frame")
          || (element.nameIs("iframe") && !OnwardReader.isInvisible(element))) {
        add(element.attr("src"));
      }
    }
  }

  private void scripts() {
    for (var script : sheet.scripts()) {
      var source = script.attr("src");
      var file = source.substring(source.lastIndexOf('/') + 1);
      if (!source.isEmpty() && (BAR_NAME.matcher(file).find() || isInBar(script))) {
        add(source);
      }
    }
    for (var code : sheet.codes()) {
      if (code.length() < MOST_CODE) {
        var call = FETCHED.matcher(code);
        while (call.find() && found.size() < MOST) {
          add(call.group(1));
        }
      }
    }
  }

  private static boolean isInBar(Element script) {
    var up = 0;
    for (@Nullable Element at = script.parent(); at != null && up < 3; at = at.parent(), up++) {
      if (at.nameIs("nav")
          || at.nameIs("header")
          || BAR_NAME.matcher(at.id()).find()
          || BAR_NAME.matcher(at.className()).find()) {
        return true;
      }
    }
    return false;
  }

  private void add(String written) {
    var url = written.isBlank() ? "" : addresses.absolute(written);
    if (!url.isEmpty()) {
      found.add(url);
    }
  }
}
