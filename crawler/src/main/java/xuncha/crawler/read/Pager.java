package xuncha.crawler.read;

import java.util.regex.Pattern;

/// Where the next page of a list is: a link that says so, the link after the current number, or
/// what the site system's paging script would write.
final class Pager {
  /// TRS: `createPageHTML(pages, current, "index", "html")`, also with an element's id before.
  private static final Pattern TRS =
      Pattern.compile(
          "createPage(?:HTML|Html|)\\w{0,10}\\s*\\(\\s*(?:[\"'][\\w-]*[\"']\\s*,\\s*)?(\\d{1,5})\\s*,\\s*(\\d{1,5})\\s*,\\s*[\"']([\\w./-]{1,80})[\"']\\s*,\\s*[\"'](\\w{1,6})[\"']");

  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}|\\.{2,}|…");
  private static final Pattern ARROWS = Pattern.compile("[\\s<>»›→▶]+");

  private final Sheet sheet;
  private final Anchors anchors;
  private final Addresses addresses;
  private final Words next;
  private final String here;

  /// The next page, and the number of the element that leads there (-1 for a script).
  record Next(String url, int element) {
    static final Next NONE = new Next("", -1);
  }

  Pager(Sheet sheet, Anchors anchors, Addresses addresses, Words next, String here) {
    this.sheet = sheet;
    this.anchors = anchors;
    this.addresses = addresses;
    this.next = next;
    this.here = here;
  }

  Next next() {
    for (var anchor = 0; anchor < anchors.size(); anchor++) {
      var url = anchors.url(anchor);
      if (url.isEmpty() || url.equals(here)) {
        continue;
      }
      var element = sheet.element(anchors.element(anchor));
      if ((element.attributesSize() > 1 && element.attr("rel").equals("next"))
          || (sheet.letters(anchors.element(anchor)) <= 8 && says(anchor))) {
        return new Next(url, anchors.element(anchor));
      }
    }
    var numbered = numbered();
    return numbered.url().isEmpty() ? scripted() : numbered;
  }

  private boolean says(int anchor) {
    var text = anchors.text(anchor);
    var words = hasArrow(text) ? ARROWS.matcher(text).replaceAll("") : text;
    return words.isEmpty()
        ? !text.isEmpty() && next.is(text) && numberBefore(anchor)
        : next.is(words);
  }

  private static boolean hasArrow(String text) {
    for (var i = 0; i < text.length(); i++) {
      if (Character.isWhitespace(text.charAt(i)) || "<>»›→▶".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// A bare `>` only means the next page beside page numbers.
  private boolean numberBefore(int anchor) {
    return anchor > 0 && NUMBER.matcher(anchors.text(anchor - 1)).matches();
  }

  /// Links 2, 3 … in a row with no link (or this page) for 1.
  private Next numbered() {
    for (var anchor = 0; anchor + 1 < anchors.size(); anchor++) {
      if (anchors.text(anchor).equals("2") && anchors.text(anchor + 1).equals("3")) {
        var first =
            anchor > 0 && anchors.text(anchor - 1).equals("1") ? anchors.url(anchor - 1) : "";
        var url = anchors.url(anchor);
        if (!url.isEmpty() && !url.equals(here) && (first.isEmpty() || first.equals(here))) {
          return new Next(url, anchors.element(anchor));
        }
      }
    }
    return Next.NONE;
  }

  private Next scripted() {
    for (var code : sheet.codes()) {
      if (!code.contains("createPage")) {
        continue;
      }
      var found = TRS.matcher(code);
      while (found.find()) {
        var pages = Integer.parseInt(found.group(1));
        var current = Integer.parseInt(found.group(2));
        if (current + 1 < pages) {
          var file = found.group(3) + "_" + (current + 1) + "." + found.group(4);
          return new Next(addresses.absolute(file), -1);
        }
      }
    }
    return Next.NONE;
  }
}
