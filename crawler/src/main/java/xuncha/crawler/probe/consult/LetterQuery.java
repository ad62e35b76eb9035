package xuncha.crawler.probe.consult;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import xuncha.crawler.fetch.FormText.Pair;

/// Looking a letter up by its number: the form for it, and what the site then shows.
///
/// @param address where the form goes, absolute
/// @param posts whether its method is POST
/// @param fields all that is sent, in page order
record LetterQuery(String address, boolean posts, List<Pair> fields) {
  private static final Pattern CODE =
      Pattern.compile("密码|查询码|口令|pass|pwd|code", Pattern.CASE_INSENSITIVE);
  private static final Pattern CAPTCHA =
      Pattern.compile("验证码|校验码|captcha|yzm|verify", Pattern.CASE_INSENSITIVE);

  private static final Pattern ANSWERED =
      Pattern.compile("已(?:答复|回复|办结|办理完毕)|(?:答复|回复)(?:内容|意见|时间|日期|单位|部门)");
  private static final Pattern WAITING =
      Pattern.compile("(?:未|待|尚未|暂无|没有|等待)(?:答复|回复|受理|办理|处理)|(?:受理|办理|处理)中");
  private static final Pattern REPLIED_ON =
      Pattern.compile("(?:答复|回复|办结)(?:时间|日期)\\s*[:：]?\\s*(\\d{4})[-年/.](\\d{1,2})[-月/.](\\d{1,2})");
  private static final int LONGEST_QUOTE = 80;

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
          if (CAPTCHA.matcher(about).find()) {
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

  /// What the page says of the letter.
  ///
  /// @param known whether it is the letter's page at all
  /// @param replied the day of the reply; today where it is there without a day; empty before it
  record Standing(boolean known, Optional<LocalDate> replied, String quote) {}

  /// Reads what came back.
  ///
  /// @param letter our number, which the letter's title and text name
  static Standing read(Document page, String letter, LocalDate today) {
    var text = page.text();
    var at = text.indexOf(letter);
    if (at < 0) {
      return new Standing(false, Optional.empty(), "");
    }
    var day = REPLIED_ON.matcher(text);
    var answered = ANSWERED.matcher(text);
    if (day.find()) {
      return new Standing(true, Optional.of(day(day.toMatchResult()).orElse(today)), day.group());
    }
    if (answered.find() && !WAITING.matcher(text).find()) {
      return new Standing(true, Optional.of(today), answered.group());
    }
    var quote = text.substring(at, Math.min(text.length(), at + LONGEST_QUOTE));
    return new Standing(true, Optional.empty(), quote);
  }

  private static Optional<LocalDate> day(java.util.regex.MatchResult found) {
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(found.group(1)),
              Integer.parseInt(found.group(2)),
              Integer.parseInt(found.group(3))));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }
}
