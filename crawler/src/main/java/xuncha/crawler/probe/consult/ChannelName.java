package xuncha.crawler.probe.consult;

import java.util.Optional;
import java.util.regex.Pattern;
import xuncha.findings.visit.Consultation.Kind;

/// What a link, a heading or a title says that one may do there. Boxes for questions and petitions
/// together count as boxes for questions; petitions, reports and hotlines alone do not (V-W-05a).
///
/// @param kind what one writes there for
/// @param rank the smaller, the likelier it leads to something to write into
record ChannelName(Kind kind, int rank) {
  private static final int LONGEST = 24;

  private static final Pattern ASKING =
      Pattern.compile("咨询|建言|求助|留言|提问|问政|我要问|我要建议|我要写信|意见建议|建议意见|献策");
  private static final Pattern BOX =
      Pattern.compile("信箱|写信|来信|(?<!邮)信件|我要(?:说|反映)|诉求|民声|民意直通|在线互动|互动交流|政民互动|公众互动");
  private static final Pattern HERE =
      Pattern.compile(
          "^我要|^(?:网上|在线|业务|政策|公众|网络|办事)?(?:咨询|留言|提问|写信|建言|问政)$|咨询留言|留言咨询|咨询建言|建言献策|写信$|提交");

  /// 监督 and 信访 also stand in the names of bodies (市场监督管理局, 信访局), which say nothing of the box.
  private static final Pattern REPORTING =
      Pattern.compile("举报|纪检|监察(?!委|厅|局)|检举|控告|廉政|违纪|反腐|扫黑|扫黄|监督(?!管理|检验|检测|检查|抽检|评价|所|站|局)");

  private static final Pattern PETITION = Pattern.compile("信访(?!局|办公室|工作)");
  private static final Pattern COMPLAINT = Pattern.compile("投诉");
  private static final Pattern HOTLINE = Pattern.compile("12345|热线");

  /// Not a place to write, though called by the same words.
  private static final Pattern NOT =
      Pattern.compile(
          "电话|方式|邮箱|e-?mail|提案|人大|政协|议案|代表|征集|调查|访谈|问卷|智能|机器人|统计|公司|服务费|收费|机构|中介|工程|专家|师$|目录|预公开|征求"
              + "|纠错|找错|公开$|选登|公示|列表|回复$|答复$|反馈$|回应|知识库|常见|须知|指南|说明|规则|查询|条例|办法|通知|公告|关于",
          Pattern.CASE_INSENSITIVE);

  /// What the name of a link or column says; empty when it speaks of no such thing.
  static Optional<ChannelName> of(String text) {
    var name = text.replaceAll("[\\s\\u00a0\\u3000|·>»【】\\[\\]]+", "");
    return name.isEmpty() || name.length() > LONGEST || NOT.matcher(name).find()
        ? Optional.empty()
        : told(name);
  }

  /// What a heading, title or path says, whatever else stands there.
  static Optional<ChannelName> in(String text) {
    return told(text);
  }

  private static Optional<ChannelName> told(String name) {
    var asking = ASKING.matcher(name).find();
    if (HOTLINE.matcher(name).find() && !asking) {
      return Optional.of(new ChannelName(Kind.HOTLINE, 9));
    }
    if (REPORTING.matcher(name).find() && !asking) {
      return Optional.of(new ChannelName(Kind.REPORTING, 9));
    }
    if (PETITION.matcher(name).find() && !asking) {
      return Optional.of(new ChannelName(Kind.PETITION, 9));
    }
    if (asking) {
      return Optional.of(new ChannelName(Kind.CONSULTATION, HERE.matcher(name).find() ? 0 : 2));
    }
    if (BOX.matcher(name).find()) {
      return Optional.of(new ChannelName(Kind.CONSULTATION, HERE.matcher(name).find() ? 0 : 3));
    }
    return COMPLAINT.matcher(name).find()
        ? Optional.of(new ChannelName(Kind.COMPLAINT, 8))
        : Optional.empty();
  }
}
