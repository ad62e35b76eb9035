package xuncha.crawler.probe.consult;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import xuncha.findings.visit.Consultation.Entry;

/// The form of a page into which a question, a suggestion or a letter is written.
///
/// @param block the form, or the block that serves as one
/// @param content the field for the text
/// @param entry what is told of it
record ConsultForm(Element block, Element content, Entry entry) {
  private static final int CLIMB = 8;
  private static final int LEAST_FIELDS = 2;

  /// Fields of one page that are looked at; a page with more is none for people.
  static final int MOST_FIELDS = 100;

  private static final Pattern CONTENT =
      Pattern.compile(
          "内容|正文|诉求|问题|留言|描述|详情|咨询|建议|意见|信件|来信|事项|反映|content|message|detail|question|body|msg|text|desc",
          Pattern.CASE_INSENSITIVE);

  /// Things to write into that are no letters.
  private static final Pattern OTHER =
      Pattern.compile(
          "评论|跟帖|纠错|找错|问卷|调查|投票|征集|满意度|评价|评分|检索|搜索|翻译|订阅|智能问答|机器人|所需(?:政府)?信息|申请公开|依申请|登录|报名|预约|招聘");

  private static final Pattern AGREE =
      Pattern.compile("我已(?:经)?(?:认真)?阅读|已阅读并|同意(?:以上|上述|本)|我同意|阅读并同意");

  /// What asks for the letters of a picture.
  static final Pattern CAPTCHA =
      Pattern.compile(
          "验证码|校验码|captcha|verify|yzm|checkcode|validcode|vcode", Pattern.CASE_INSENSITIVE);

  /// The form of that page, the one with the most fields; empty when there is none.
  static Optional<ConsultForm> in(Document page) {
    ConsultForm best = null;
    var fields = page.select("textarea, [contenteditable=true], script[type=text/plain][id]");
    for (var content : fields.subList(0, Math.min(MOST_FIELDS, fields.size()))) {
      var found = around(page, content);
      if (found.isPresent()
          && (best == null || found.get().entry().fields().size() > best.entry().fields().size())) {
        best = found.get();
      }
    }
    return Optional.ofNullable(best);
  }

  private static Optional<ConsultForm> around(Document page, Element content) {
    if (content.hasAttr("readonly") || content.hasAttr("disabled")) {
      return Optional.empty();
    }
    var block = block(content);
    var fields = fields(block);
    var label = label(content);
    var about = label + " " + content.attr("name") + " " + content.id();
    var lead = lead(block);
    var isContent = CONTENT.matcher(about).find();
    var other = OTHER.matcher(label + lead).find();
    return fields.size() < LEAST_FIELDS || !isContent || other || surveys(block)
        ? Optional.empty()
        : Optional.of(
            new ConsultForm(
                block,
                content,
                new Entry(fields, captcha(block), agreement(block), scripted(page))));
  }

  private static Element block(Element content) {
    var form = content.closest("form");
    if (form != null) {
      return form;
    }
    var block = content;
    for (var level = 0; level < CLIMB && block.parent() != null; level++) {
      if (block.select("input, select").size() >= LEAST_FIELDS) {
        return block;
      }
      var around = block.parent();
      if (around.nameIs("body") || around.nameIs("html")) {
        return block;
      }
      block = around;
    }
    return block;
  }

  private static List<String> fields(Element block) {
    var fields = new ArrayList<String>();
    for (var field : block.select("input, select, textarea")) {
      switch (field.attr("type")) {
        case "hidden", "submit", "button", "reset", "image", "radio", "checkbox" -> {}
        default -> fields.add(field.hasAttr("name") ? field.attr("name") : field.id());
      }
    }
    return fields;
  }

  /// Questions with answers to choose from are a survey.
  private static boolean surveys(Element block) {
    var groups =
        block.select("input[type=radio]").stream().map(one -> one.attr("name")).distinct().count();
    return groups >= 4;
  }

  private static boolean captcha(Element block) {
    return CAPTCHA.matcher(block.text()).find()
        || block.select("input").stream()
            .anyMatch(one ->
                CAPTCHA.matcher(one.attr("name") + one.id() + one.attr("placeholder")).find());
  }

  private static boolean agreement(Element block) {
    return AGREE.matcher(block.text()).find();
  }

  /// Whether the page has scripts at all; what they do is for [FormScripts] to say.
  private static boolean scripted(Document page) {
    return page.selectFirst("script, form[onsubmit], [onclick]") != null;
  }

  /// What stands before the form and in its headings.
  private static String lead(Element block) {
    var headings = block.select("legend, caption, h1, h2, h3, h4").text();
    var before = block.previousElementSibling();
    var text = before == null ? "" : before.text();
    var buttons =
        block.select("input[type=submit], input[type=button]").eachAttr("value").toString()
            + block.select("button").text();
    return headings + " " + (text.length() <= 30 ? text : "") + " " + buttons;
  }

  /// The words that name the field.
  static String label(Element field) {
    var named =
        field.root().select("label[for]").stream()
            .filter(label -> !field.id().isEmpty() && label.attr("for").equals(field.id()))
            .filter(Element::hasText)
            .findFirst();
    if (named.isPresent()) {
      return named.get().text() + " " + field.attr("placeholder");
    }
    for (var around = field; around != null && !around.nameIs("form"); around = around.parent()) {
      var before = around.previousElementSibling();
      if (before != null
          && before.hasText()
          && before.select("input, select, textarea").isEmpty()) {
        var text = before.text();
        return text.substring(0, Math.min(60, text.length())) + " " + field.attr("placeholder");
      }
      if (!around.equals(field) && !around.ownText().isBlank()) {
        return around.ownText() + " " + field.attr("placeholder");
      }
    }
    return field.attr("placeholder") + field.attr("title");
  }
}
