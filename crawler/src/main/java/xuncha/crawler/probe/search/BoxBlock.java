package xuncha.crawler.probe.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import org.jspecify.annotations.Nullable;

/// A field to write into and what stands around it: its form, or the smallest block that holds
/// something to press too.
///
/// @param input the field
/// @param block what stands around it
record BoxBlock(Document page, Element input, Element block) {
  /// How far above the field its block may begin.
  static final int CLIMB = 5;

  private static final String CONTROLS =
      "button, a, input[type=button], input[type=submit], input[type=image], img, [onclick], i, svg,"
          + " [role=button]";

  static BoxBlock of(Document page, Element input) {
    return new BoxBlock(page, input, around(input));
  }

  private static Element around(Element input) {
    var form = form(input);
    if (form != null) {
      return form;
    }
    var block = input;
    for (var climb = 0; climb < CLIMB && block.parent() != null; climb++) {
      block = block.parent();
      if (block.nameIs("body")) {
        break;
      }
      if (block.select(CONTROLS).stream().anyMatch(control -> !control.equals(input))) {
        return block;
      }
    }
    return input.parent() == null ? input : input.parent();
  }

  private static @Nullable Element form(Element input) {
    for (var form : input.root().getElementsByTag("form")) {
      if (form instanceof FormElement element && element.elements().contains(input)) {
        return form;
      }
    }
    return null;
  }

  boolean isForm() {
    return block.nameIs("form");
  }

  /// What can be pressed in the block.
  List<Element> controls() {
    return block.select(CONTROLS);
  }

  /// What can be pressed beside the box, or to make its block appear.
  List<Element> pressed() {
    var pressed = new ArrayList<>(controls());
    var names =
        Stream.concat(Stream.of(block), block.parents().stream().limit(2))
            .map(Element::id)
            .filter(id -> id.length() > 1)
            .toList();
    for (var opener : page.select("[onclick], a[href^=javascript]")) {
      var handler = opener.attr("onclick") + opener.attr("href");
      if (names.stream().anyMatch(handler::contains) && !pressed.contains(opener)) {
        pressed.add(opener);
      }
    }
    return pressed;
  }

  /// The text of the field's label.
  static String label(Document page, Element input) {
    return input.id().isEmpty()
        ? ""
        : page.getElementsByTag("label").stream()
            .filter(label -> label.attr("for").equals(input.id()))
            .map(Element::text)
            .findFirst()
            .orElse("");
  }

  /// Whether words can be written into it.
  static boolean takesWords(Element input) {
    if (!input.nameIs("input")) {
      return false;
    }
    return switch (type(input)) {
      case "text", "search" -> !input.hasAttr("disabled");
      default -> false;
    };
  }

  /// What sort of field, as HTML calls it; `select`, `textarea` for these elements.
  static String type(Element field) {
    if (!field.nameIs("input")) {
      return field.nameIs("button")
          ? field.attr("type").isEmpty() ? "submit" : lower(field.attr("type"))
          : field.normalName();
    }
    var type = lower(field.attr("type"));
    return type.isEmpty() ? "text" : type;
  }

  private static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
