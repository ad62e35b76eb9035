package xuncha.crawler.probe.consult;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a published letter's labels and column headings mean, by every common naming.
enum LetterField {
  TITLE("(?:信件|来信|留言|咨询|信访|诉求|问题)?(?:标题|主题|题目|名称)"),
  /// When it was written. The day of its acceptance or publication is another one.
  SENT(
      "(?:来信|去信|写信|发信|寄信|留言|提交|咨询|提问|反映|诉求|投诉|求助|建议|发表|信件|问题|写件|来件|收信|网友留言|创建|登记|申请|上报)(?:的)?(?:时间|日期)"),
  /// 时间 alone: means the letter's only beside a heading for the answer's.
  TIME("(?:时间|日期)"),
  ANSWERED("(?:(?:最新|最后|首次|官方|单位|部门)?(?:回复|答复|回信|反馈|回应|解答|办复)|办结|办理|处理|完成)(?:的)?(?:时间|日期)"),
  STATUS("(?:办理|处理|回复|答复|信件|当前|办件|受理|留言|来信)?(?:状态|进度)|是否(?:回复|答复|办结)|办理情况|处理情况|回复情况|答复情况"),
  KIND("(?:信件|来信|留言|诉求|问题|咨询|信访)?(?:类型|类别|分类|性质|目的)"),
  ANSWER("(?:官方|单位|部门)?(?:回复|答复|回信|反馈|办理|处理|解答|回应)(?:内容|意见|结果|详情|信息|正文)|(?:官方|单位|部门)(?:回复|答复)"),
  /// Labels that end another value and mean nothing here.
  OTHER(
      "(?:来信人|写信人|留言人|姓名|网友|昵称|(?:信件|来信|留言|办件)?(?:编号|单号|查询码|序号)|(?:来信|留言|信件|咨询|反映|问题|诉求)(?:内容|详情|正文)"
          + "|(?:回复|答复|办理|受理|处理|承办|收信|写给)(?:单位|部门|机构|人|对象)|受理(?:时间|日期)|发布(?:时间|日期)|公开(?:时间|日期)"
          + "|浏览(?:次数|量)?|点击(?:数|量|次数)?|阅读(?:次数|量)?|满意度|评价|来源|字号|分享|打印|附件|地区|区域|部门|单位|操作)");

  /// A label stands alone: at the beginning of a text or after a blank or mark, and before one.
  static final String BEFORE = "(?<=^|[\\s|｜/·•\\[【(（,，、;；>])";

  static final String AFTER = "(?=\\s*[:：]|\\s|[\\]】)）]|$)";

  private static final int LONGEST = 12;

  private final String names;
  private final Pattern whole;

  LetterField(String names) {
    this.names = names;
    this.whole = Pattern.compile("(?:" + names + ")");
  }

  /// The names as part of a pattern.
  String names() {
    return names;
  }

  /// The field that a whole label or heading names.
  static Optional<LetterField> of(String label) {
    var name = label.replaceAll("[\\s:：\\[\\]【】()（）]+", "");
    return name.length() > LONGEST
        ? Optional.empty()
        : Arrays.stream(values()).filter(field -> field.whole.matcher(name).matches()).findFirst();
  }
}
