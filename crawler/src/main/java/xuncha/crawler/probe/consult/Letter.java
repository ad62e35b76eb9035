package xuncha.crawler.probe.consult;

/// The text that is written into forms on trial: an ordinary question, in characters alone, of any
/// length.
final class Letter {
  private static final String QUESTION =
      "瑶海区居民想咨询居住证办理事宜本人在合肥市工作满两年租住在铜陵路附近小区目前社保由单位正常缴纳"
          + "请问首次申领需要准备哪些材料能否通过网上提交预约之后多长时间可以领取证件如果租赁合同即将到期是否影响审核"
          + "另外孩子今年九月读小学希望了解凭居住证报名入学的具体流程以及所需证明烦请工作人员答复为盼谢谢";

  private Letter() {}

  /// Its first characters; it begins anew where it ends.
  static String of(int length) {
    return QUESTION.repeat(length / QUESTION.length() + 1).substring(0, length);
  }
}
