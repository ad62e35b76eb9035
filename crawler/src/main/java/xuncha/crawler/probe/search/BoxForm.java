package xuncha.crawler.probe.search;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;
import xuncha.crawler.fetch.SearchPost;
import xuncha.crawler.read.Selection;

/// A form as a browser would send it.
final class BoxForm {
  private BoxForm() {}

  /// @param action absolute
  /// @param asks the name of the field for the words
  /// @param charset the page's
  static Sending.Form of(Element form, String action, String asks, Charset charset) {
    var post = form.attr("method").strip().equalsIgnoreCase("post");
    return new Sending.Form(action, post, fields(form), asks, charset(form, charset));
  }

  private static List<SearchPost.Field> fields(Element form) {
    var inside =
        form instanceof FormElement element
            ? element.elements()
            : form.select("input, select, textarea, button");
    var fields = new ArrayList<SearchPost.Field>();
    var pressed = false;
    for (var field : inside) {
      var type = BoxBlock.type(field);
      var press = type.matches("submit|image|button|reset");
      if (field.hasAttr("disabled") || (press && (pressed || !type.equals("submit")))) {
        continue;
      }
      if (type.matches("radio|checkbox") && !field.hasAttr("checked")) {
        continue;
      }
      pressed |= press;
      if (!press || !field.attr("name").isEmpty()) {
        fields.add(new SearchPost.Field(field.attr("name"), type, value(field)));
      }
    }
    return fields;
  }

  private static Charset charset(Element form, Charset page) {
    var asked = form.attr("accept-charset").strip().split("[\\s,]+", 2)[0];
    return asked.isEmpty() ? page : SearchBoxes.named(asked);
  }

  private static String value(Element field) {
    if (!field.nameIs("select")) {
      return BoxBlock.type(field).matches("radio|checkbox") && !field.hasAttr("value")
          ? "on"
          : field.attr("value");
    }
    return Selection.of(field);
  }
}
