package xuncha.lab.system;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.Contents;
import xuncha.lab.site.DateStyle;
import xuncha.lab.site.LabItem;
import xuncha.lab.site.Letters;
import xuncha.lab.words.Prose;

/// A published letter with its answer, in one of the common namings.
final class LetterPage {
  /// What a site calls the two times, who answers, the question and the answer.
  private record Naming(String asked, String answered, String by, String question, String answer) {}

  private static final List<Naming> NAMINGS =
      List.of(
          new Naming("来信时间", "回复时间", "回复单位", "来信内容", "回复内容"),
          new Naming("留言时间", "答复时间", "答复单位", "留言内容", "答复内容"),
          new Naming("写信时间", "办理时间", "办理单位", "信件内容", "办理结果"),
          new Naming("提交日期", "办结日期", "承办单位", "咨询内容", "办理情况"),
          new Naming("咨询时间", "反馈时间", "反馈部门", "问题描述", "反馈意见"));

  private static final String REPLY = "您好！来信收悉，感谢您对我们工作的关心和支持，您所反映的情况已转有关科室研究。";

  private LetterPage() {}

  static String html(Blueprint site, LabItem item) {
    var naming = NAMINGS.get(site.letters().wording() % NAMINGS.size());
    var answered = Letters.of(site, item).answered();
    var text = Contents.text(site, item);
    var out = new StringBuilder();
    row(out, "来信人", Prose.person(site.lot(item.id(), "who")).charAt(0) + "**");
    row(out, naming.asked(), item.stamp());
    row(out, "状态", answered.isPresent() ? "已回复" : "办理中");
    row(out, naming.question(), text.getFirst());
    row(out, naming.by(), answered.isPresent() ? site.name() : "");
    row(out, naming.answered(), answered.map(day -> DateStyle.iso(day) + " 10:20").orElse(""));
    row(out, naming.answer(), answered.map(_ -> String.join("", text.subList(2, 6))).orElse(""));
    return "<table class=\"letter\" width=\"100%\">\n" + out + "</table>\n";
  }

  /// A letter that was really written, as whoever looks it up is shown it.
  static String own(
      Blueprint site,
      String number,
      String title,
      String text,
      LocalDate asked,
      Optional<LocalDate> answered) {
    var naming = NAMINGS.get(site.letters().wording() % NAMINGS.size());
    var out = new StringBuilder();
    row(out, "标题", title);
    row(out, "信件编号", number);
    row(out, naming.asked(), DateStyle.iso(asked));
    row(out, "状态", answered.isPresent() ? "已回复" : "办理中");
    row(out, naming.question(), text);
    row(out, naming.by(), answered.isPresent() ? site.name() : "");
    row(out, naming.answered(), answered.map(DateStyle::iso).orElse(""));
    row(out, naming.answer(), answered.map(_ -> REPLY).orElse(""));
    return "<table class=\"letter\" width=\"100%\">\n" + out + "</table>\n";
  }

  private static void row(StringBuilder out, String name, String value) {
    out.append("<tr><th>").append(name).append("：</th><td>").append(value).append("</td></tr>\n");
  }
}
