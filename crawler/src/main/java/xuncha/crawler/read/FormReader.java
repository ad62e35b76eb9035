package xuncha.crawler.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import xuncha.findings.visit.Form;

/// Reads a page's forms: also those whose fields stand outside the `form` in the tree (tables of
/// old), and fields that no `form` holds and only a script sends.
final class FormReader {
  private static final int MOST_FIELDS = 200;
  private static final int LONGEST_LABEL = 40;
  private static final List<String> LIMITS =
      List.of(
          "maxlength",
          "minlength",
          "pattern",
          "required",
          "placeholder",
          "min",
          "max",
          "readonly",
          "disabled");

  private final Sheet sheet;
  private final Addresses addresses;
  private final Map<Element, Integer> numbers = new HashMap<>();
  private final Map<Element, Element> owners = new HashMap<>();

  private FormReader(Sheet sheet, Addresses addresses) {
    this.sheet = sheet;
    this.addresses = addresses;
  }

  static List<Form> of(Sheet sheet, Addresses addresses) {
    return new FormReader(sheet, addresses).read();
  }

  private List<Form> read() {
    var groups = new LinkedHashMap<Integer, List<Integer>>();
    for (var at = 0; at < sheet.size(); at++) {
      var element = sheet.element(at);
      switch (element.normalName()) {
        case "form" -> {
          numbers.put(element, at);
          groups.put(at, new ArrayList<>());
          if (element instanceof FormElement form) {
            form.elements().forEach(field -> owners.put(field, element));
          }
        }
        case "input", "textarea", "select", "button" -> {
          var owner = owner(at);
          if (owner >= 0) {
            groups.computeIfAbsent(owner, _ -> new ArrayList<>()).add(at);
          }
        }
        default -> {}
      }
    }
    var forms = new ArrayList<Form>();
    groups.forEach((owner, fields) -> {
      if (fields.stream().anyMatch(at -> takesInput(owner, sheet.element(at)))) {
        forms.add(form(owner, fields));
      }
    });
    return forms;
  }

  /// The number of the form, or of the block that serves as one.
  private int owner(int at) {
    var form = owners.get(sheet.element(at));
    if (form != null) {
      return numbers.getOrDefault(form, -1);
    }
    var block = at;
    for (var climb = 0; climb < 4 && sheet.parent(block) > 0; climb++) {
      block = sheet.parent(block);
      var tag = sheet.tag(block);
      if (tag.equals("form") || tag.equals("body")) {
        break;
      }
      if (controls(block) >= 2) {
        return block;
      }
    }
    return sheet.tag(block).equals("html") ? at : block;
  }

  private int controls(int block) {
    var controls = 0;
    for (var at = block + 1; at <= sheet.last(block) && at < block + 200; at++) {
      switch (sheet.tag(at)) {
        case "input", "textarea", "select", "button" -> controls++;
        case "a" -> controls += sheet.letters(at) <= 4 ? 1 : 0;
        default -> {}
      }
    }
    return controls;
  }

  /// Hidden fields make a form only where its page says that there is one: elsewhere scripts keep
  /// in them what they need.
  private boolean takesInput(int owner, Element field) {
    return !isButton(field) && (sheet.tag(owner).equals("form") || !type(field).equals("hidden"));
  }

  private Form form(int owner, List<Integer> numbers) {
    var element = sheet.element(owner);
    var real = element.nameIs("form");
    var action =
        real && element.hasAttr("action") ? addresses.absolute(element.attr("action")) : "";
    var method = element.attr("method").strip().toLowerCase(Locale.ROOT);
    var fields = new ArrayList<Form.Field>();
    var said = new StringBuilder(heading(owner));
    var before = sheet.from(owner);
    for (var at : numbers) {
      var field = sheet.element(at);
      if (isButton(field)) {
        said.append(' ')
            .append(
                field.nameIs("button") ? sheet.line(at) : field.attr("value") + field.attr("alt"));
      }
      if (fields.size() < MOST_FIELDS) {
        fields.add(field(at, before));
      }
      before = sheet.to(at);
    }
    var label = Anchors.fold(said.toString());
    return new Form(
        action,
        method.equals("post") ? "post" : "get",
        label.length() > 200 ? label.substring(0, 200) : label,
        fields);
  }

  private Form.Field field(int at, int before) {
    var element = sheet.element(at);
    var type = type(element);
    var limits = new LinkedHashMap<String, String>();
    for (var limit : LIMITS) {
      if (element.hasAttr(limit)) {
        limits.put(limit, element.attr(limit));
      }
    }
    var name = element.attr("name").isEmpty() ? element.id() : element.attr("name");
    return new Form.Field(name, type, label(at, before), value(element), limits);
  }

  private static String type(Element element) {
    var tag = element.normalName();
    if (tag.equals("select") || tag.equals("textarea")) {
      return tag;
    }
    var type = element.attr("type").strip().toLowerCase(Locale.ROOT);
    if (tag.equals("button")) {
      return type.isEmpty() ? "submit" : type;
    }
    return type.isEmpty() ? "text" : type;
  }

  private static String value(Element element) {
    if (element.nameIs("select")) {
      return Selection.of(element);
    }
    return element.nameIs("textarea") ? element.wholeText().strip() : element.attr("value");
  }

  /// The label that names the field, else the text on the line before it.
  private String label(int at, int before) {
    var element = sheet.element(at);
    var told = Anchors.fold(element.attr("aria-label"));
    if (!told.isEmpty() && told.length() <= LONGEST_LABEL) {
      return told;
    }
    for (var above = sheet.parent(at);
        above >= 0 && !sheet.tag(above).equals("form");
        above = sheet.parent(above)) {
      if (sheet.tag(above).equals("label") && sheet.letters(above) > 0) {
        return sheet.line(above);
      }
      if (sheet.last(above) - above > 30) {
        break;
      }
    }
    if (isChoice(element)) {
      return behind(at);
    }
    var start = Math.min(Math.max(before, sheet.from(at) - 60), sheet.from(at));
    var text = sheet.text().substring(start, sheet.from(at)).strip();
    var line = text.substring(text.lastIndexOf('\n') + 1).strip();
    if (line.isEmpty()) {
      line = element.hasAttr("title") ? element.attr("title") : element.attr("placeholder");
    }
    return line.length() > LONGEST_LABEL ? line.substring(line.length() - LONGEST_LABEL) : line;
  }

  private static boolean isChoice(Element element) {
    var type = type(element);
    return type.equals("radio") || type.equals("checkbox");
  }

  /// What can be chosen is named behind its box, up to the next one.
  private String behind(int at) {
    var from = sheet.to(at);
    var to = Math.min(sheet.text().length(), from + LONGEST_LABEL);
    for (var next = at + 1; next < sheet.size() && sheet.from(next) < to; next++) {
      switch (sheet.tag(next)) {
        case "input", "select", "textarea", "button" -> to = Math.max(from, sheet.from(next));
        default -> {}
      }
    }
    var line = sheet.text().substring(from, to).stripLeading();
    var end = line.indexOf('\n');
    return (end < 0 ? line : line.substring(0, end)).strip();
  }

  /// Headings and legends inside the form, else the short text before it.
  private String heading(int owner) {
    for (var at = owner + 1; at <= sheet.last(owner) && at < owner + 400; at++) {
      var tag = sheet.tag(at);
      if (tag.equals("legend")
          || tag.equals("caption")
          || (tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1)))) {
        return sheet.line(at);
      }
    }
    var text =
        sheet.text().substring(Math.max(0, sheet.from(owner) - 60), sheet.from(owner)).strip();
    var line = text.substring(text.lastIndexOf('\n') + 1).strip();
    return line.length() <= 20 ? line : "";
  }

  private static boolean isButton(Element element) {
    return switch (type(element)) {
      case "submit", "button", "image", "reset" -> true;
      default -> false;
    };
  }
}
