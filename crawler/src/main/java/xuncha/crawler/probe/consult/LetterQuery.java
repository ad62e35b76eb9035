package xuncha.crawler.probe.consult;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import xuncha.crawler.fetch.FormText.Pair;

/// Looking a letter up by its number: the form for it, filled in.
///
/// @param address where the form goes, absolute
/// @param posts whether its method is POST
/// @param fields all that is sent, in page order
record LetterQuery(String address, boolean posts, List<Pair> fields) {
  private static final Pattern CODE =
      Pattern.compile("密码|查询码|口令|pass|pwd|code", Pattern.CASE_INSENSITIVE);

  /// The query for a letter with what its receipt gave; empty where the page asks for more.
  static Optional<LetterQuery> on(Document page, String number, String code) {
    return TrackingSigns.numberForm(page).flatMap(form -> filled(page, form, number, code));
  }

  private static Optional<LetterQuery> filled(
      Document page, Element form, String number, String code) {
    var pairs = new ArrayList<Pair>();
    for (var field : form.select("input, select")) {
      var about = ConsultForm.label(field) + field.attr("name") + field.id();
      var name = field.attr("name");
      switch (field.attr("type").toLowerCase(Locale.ROOT)) {
        case "submit", "button", "image", "reset", "radio", "checkbox" -> {}
        case "hidden" -> pairs.add(new Pair(name, field.attr("value")));
        default -> {
          if (ConsultForm.CAPTCHA.matcher(about).find()) {
            return Optional.empty();
          } else if (TrackingSigns.asksNumber(field)
              && pairs.stream().noneMatch(pair -> pair.value().equals(number))) {
            pairs.add(new Pair(name, number));
          } else if (CODE.matcher(about).find() && !code.isEmpty()) {
            pairs.add(new Pair(name, code));
          } else {
            return Optional.empty();
          }
        }
      }
    }
    var action = form.hasAttr("action") ? form.absUrl("action") : page.location();
    var posts = form.attr("method").equalsIgnoreCase("post");
    return action.startsWith("http")
        ? Optional.of(new LetterQuery(action, posts, pairs))
        : Optional.empty();
  }
}
