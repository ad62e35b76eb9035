package xuncha.crawler.probe.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import xuncha.crawler.fetch.LoginPost;
import xuncha.crawler.fetch.LoginPost.Field;
import xuncha.crawler.read.Selection;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;

/// Finds where one logs in: the link, and the form with name and password.
final class LoginDoor {
  /// Links tried of one page.
  private static final int MOST = 3;

  private final SpaceWords words;

  LoginDoor(SpaceWords words) {
    this.words = words;
  }

  /// The form, or why nobody can log in with it here.
  sealed interface Found {
    /// Ready to be sent.
    record Form(LoginPost filled) implements Found {}

    /// A page to log in, but not for a program.
    record Barred(Failure why) implements Found {}

    /// No page to log in.
    record No() implements Found {}
  }

  /// Where a page's entries for its users lead, the likeliest first.
  List<String> links(Sheet page) {
    var links = new ArrayList<String>();
    for (var link : page.tree().select("a[href]")) {
      var url = link.absUrl("href");
      if (url.startsWith("http")
          && (words.isDoor(link.text())
              || (link.text().isBlank() && words.isDoor(link.attr("title") + pictured(link))))
          && !links.contains(url)) {
        links.add(url);
      }
    }
    return links.subList(0, Math.min(MOST, links.size()));
  }

  /// The form of this page, filled with the account.
  ///
  /// @param allowed whether a password may be sent to that address
  Found form(Sheet page, TestAccount account, java.util.function.Predicate<String> allowed) {
    var passwords =
        page.tree().select("input[type=password]").stream()
            .filter(field -> !isHidden(field))
            .toList();
    if (passwords.isEmpty()) {
      return page.scripted()
          ? new Found.Barred(new Failure(Kind.NEEDS_BROWSER, page.facts().title()))
          : new Found.No();
    }
    var forms =
        passwords.stream()
            .map(field -> field.closest("form"))
            .filter(form -> form != null && form.select("input[type=password]").size() == 1)
            .distinct()
            .toList();
    if (forms.isEmpty()) {
      return new Found.Barred(new Failure(Kind.NEEDS_BROWSER, "the log-in is sent by script"));
    }
    return filled(page, forms.getFirst(), account, allowed);
  }

  /// Whether the page goes on asking: for a code, by message or picture.
  boolean wantsHuman(Element part) {
    return part.select("input, textarea").stream()
        .filter(field -> !isHidden(field))
        .anyMatch(field -> words.wantsHuman(label(field)));
  }

  private Found filled(
      Sheet page, Element form, TestAccount account, java.util.function.Predicate<String> allowed) {
    if (wantsHuman(form)) {
      return new Found.Barred(new Failure(Kind.HUMAN_WANTED, "a code beside the password"));
    }
    if (!form.attr("method").toLowerCase(Locale.ROOT).equals("post")) {
      return new Found.Barred(
          new Failure(Kind.NEEDS_BROWSER, "the log-in is sent by script or in the address"));
    }
    var action = form.hasAttr("action") ? form.absUrl("action") : page.url();
    if (action.isBlank()) {
      action = page.url();
    }
    if (!allowed.test(action)) {
      return new Found.Barred(new Failure(Kind.BLOCKED, "the password would go to another body"));
    }
    var fields = fields(form);
    var asks = name(form, "input[type=password]");
    var user = userField(form);
    if (asks.isEmpty() || user.isEmpty()) {
      return new Found.Barred(new Failure(Kind.NEEDS_BROWSER, "fields without names"));
    }
    return LoginPost.of(
            action,
            fields,
            user.get(),
            account.user(),
            asks.get(),
            account.password(),
            page.tree().charset())
        .<Found>map(Found.Form::new)
        .orElseGet(() -> new Found.Barred(new Failure(Kind.UNREADABLE, "the log-in form")));
  }

  private static Optional<String> name(Element form, String query) {
    return form.select(query).stream()
        .map(field -> field.attr("name"))
        .filter(name -> !name.isEmpty())
        .findFirst();
  }

  /// The last visible field for text before the password.
  private static Optional<String> userField(Element form) {
    var last = Optional.<String>empty();
    for (var field : form.select("input")) {
      var type = field.attr("type").toLowerCase(Locale.ROOT);
      if (type.equals("password")) {
        return last;
      }
      if (List.of("", "text", "tel", "email", "number").contains(type)
          && !isHidden(field)
          && !field.attr("name").isEmpty()) {
        last = Optional.of(field.attr("name"));
      }
    }
    return Optional.empty();
  }

  /// What a browser would send, in page order.
  private static List<Field> fields(Element form) {
    var fields = new ArrayList<Field>();
    for (var field : form.select("input, select")) {
      var type = field.attr("type").toLowerCase(Locale.ROOT);
      var name = field.attr("name");
      var ticked = List.of("checkbox", "radio").contains(type);
      if (name.isEmpty()
          || field.hasAttr("disabled")
          || List.of("submit", "button", "image", "reset", "file").contains(type)
          || (type.equals("radio") && !field.hasAttr("checked"))) {
        continue;
      }
      // an agreement that a person would tick, so that the log-in can go on
      var value = field.normalName().equals("select") ? Selection.of(field) : field.attr("value");
      fields.add(new Field(name, ticked && value.isEmpty() ? "on" : value));
    }
    return fields;
  }

  private static String pictured(Element link) {
    var image = link.selectFirst("img[alt]");
    return image == null ? "" : image.attr("alt");
  }

  private static String label(Element field) {
    var beside = field.parent() == null ? "" : field.parent().ownText() + labelled(field);
    return field.attr("name")
        + ' '
        + field.id()
        + ' '
        + field.attr("placeholder")
        + ' '
        + field.attr("title")
        + ' '
        + beside;
  }

  private static String labelled(Element field) {
    var before = field.previousElementSibling();
    return before == null ? "" : before.text();
  }

  private static boolean isHidden(Element field) {
    return field.attr("type").equalsIgnoreCase("hidden")
        || field.attr("style").replace(" ", "").contains("display:none");
  }
}
