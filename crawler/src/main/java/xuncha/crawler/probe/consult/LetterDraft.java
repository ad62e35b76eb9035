package xuncha.crawler.probe.consult;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import xuncha.crawler.fetch.FormText.Pair;

/// Fills a form in as its labels ask. Whatever a program must not or cannot answer (a picture's
/// letters, a person's number, a file, a field that says nothing of itself) leaves the letter
/// unwritten.
final class LetterDraft {
  private static final String MORE = "如对本测试有疑问，请与贵单位网站管理人员联系。";

  private static final Pattern PERSON = words("身份证|证件|idcard|sfz|护照");
  private static final Pattern NAME = words("姓名|称呼|写信人|来信人|留言人|咨询人|联系人|昵称|xm$|name|author");
  private static final Pattern PHONE = words("电话|手机|联系方式|phone|tel|mobile|dh$|sj$");
  private static final Pattern EMAIL = words("邮箱|邮件|e-?mail|yx$");
  private static final Pattern SUBJECT = words("标题|主题|题目|title|subject|bt$");
  private static final Pattern ADDRESS = words("地址|住址|address|dz$");
  private static final Pattern NOT_SHOWN = Pattern.compile("不公开|否|保密|不同意公开");
  private static final Pattern MUST = Pattern.compile("[*＊]|必填|必须");

  private final ConsultForm form;
  private final Consent consent;
  private final String letter;
  private final int least;
  private final List<Pair> pairs = new ArrayList<>();
  private final Set<String> groups = new HashSet<>();

  private LetterDraft(ConsultForm form, Consent consent, String letter, int least) {
    this.form = form;
    this.consent = consent;
    this.letter = letter;
    this.least = least;
  }

  /// A field that keeps the letter from being written.
  static final class Unanswerable extends Exception {
    private static final long serialVersionUID = 1L;

    Unanswerable(String why) {
      super(why);
    }
  }

  /// All that a browser would send, in page order.
  ///
  /// @param letter our number for it, which title and text name
  /// @param least characters that the text must have
  static List<Pair> of(ConsultForm form, Consent consent, String letter, int least)
      throws Unanswerable {
    var draft = new LetterDraft(form, consent, letter, least);
    for (var field : form.block().select("input, select, textarea")) {
      if (!field.hasAttr("disabled")) {
        draft.fill(field);
      }
    }
    return List.copyOf(draft.pairs);
  }

  private void fill(Element field) throws Unanswerable {
    if (field.equals(form.content())) {
      pairs.add(new Pair(named(field), text()));
      return;
    }
    switch (kind(field)) {
      case "submit", "button", "image", "reset" -> {}
      case "file" -> refuseWhereNeeded(field, "a file");
      case "password" -> throw new Unanswerable("the form asks for a password");
      case "hidden" -> add(field, field.attr("value"));
      case "checkbox" -> add(field, field.attr("value").isEmpty() ? "on" : field.attr("value"));
      case "radio" -> choose(field);
      case "select" -> add(field, chosen(field));
      default -> add(field, typed(field));
    }
  }

  private static String kind(Element field) {
    return field.nameIs("input") ? field.attr("type").toLowerCase(Locale.ROOT) : field.normalName();
  }

  private void add(Element field, String value) {
    if (!field.attr("name").isEmpty()) {
      pairs.add(new Pair(field.attr("name"), value));
    }
  }

  private static String named(Element field) throws Unanswerable {
    if (field.attr("name").isEmpty()) {
      throw new Unanswerable("the field for the text has no name; a script sends it");
    }
    return field.attr("name");
  }

  private String typed(Element field) throws Unanswerable {
    var about = ConsultForm.label(field) + " " + field.attr("name") + " " + field.id();
    if (ConsultForm.CAPTCHA.matcher(about).find()) {
      throw new Unanswerable("the form asks for the letters of a picture");
    }
    if (PERSON.matcher(about).find()) {
      return needed(field, "a person's number");
    }
    if (PHONE.matcher(about).find()) {
      return consent.phone();
    }
    if (EMAIL.matcher(about).find()) {
      return consent.email().isEmpty() ? needed(field, "an e-mail address") : consent.email();
    }
    if (SUBJECT.matcher(about).find()) {
      return "网站巡查测试信件 %s".formatted(letter);
    }
    if (NAME.matcher(about).find()) {
      return consent.name();
    }
    if (ADDRESS.matcher(about).find()) {
      return "不便提供";
    }
    return needed(field, "“" + ConsultForm.label(field).strip() + "”");
  }

  /// Empty, where that may be.
  private static String needed(Element field, String what) throws Unanswerable {
    refuseWhereNeeded(field, what);
    return field.attr("value");
  }

  private static void refuseWhereNeeded(Element field, String what) throws Unanswerable {
    var row = field.parent() == null ? "" : field.parent().text();
    if (field.hasAttr("required")
        || MUST.matcher(ConsultForm.label(field)).find()
        || (row.length() <= 40 && MUST.matcher(row).find())) {
      throw new Unanswerable("the form asks for " + what);
    }
  }

  /// One of each group: what is ticked already, unless another keeps the letter from being shown.
  private void choose(Element field) {
    if (!groups.add(field.attr("name"))) {
      return;
    }
    var all =
        form.block().select("input[type=radio]").stream()
            .filter(one -> one.attr("name").equals(field.attr("name")))
            .toList();
    var unseen = all.stream().filter(one -> NOT_SHOWN.matcher(beside(one)).find()).findFirst();
    var ticked = all.stream().filter(one -> one.hasAttr("checked")).findFirst();
    add(field, unseen.or(() -> ticked).orElse(all.getFirst()).attr("value"));
  }

  private static String beside(Element radio) {
    var next = radio.nextSibling();
    var text = next == null ? "" : next.outerHtml();
    return text.replaceAll("<[^>]*>", "").strip();
  }

  private static String chosen(Element select) {
    var options = select.select("option");
    return options.stream()
        .filter(option -> option.hasAttr("selected") && !option.val().isBlank())
        .findFirst()
        .or(() -> options.stream().filter(option -> !option.val().isBlank()).findFirst())
        .map(Element::val)
        .orElse("");
  }

  private String text() {
    var text =
        new StringBuilder(
            "【网站巡查测试】这是经贵单位同意发送的测试信件，编号%s，用于检查在线咨询渠道是否畅通。请按正常流程受理和答复，无需作其他处理。".formatted(letter));
    while (text.length() < least) {
      text.append(MORE);
    }
    return text.toString();
  }

  private static Pattern words(String words) {
    return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
  }
}
