package xuncha.crawler.probe.consult;

import java.util.regex.Pattern;
import xuncha.findings.visit.Letters.Kind;

/// What sort of letter a box or a letter's own type speaks of. The indicators leave out petitions,
/// discipline reports, interviews and surveys (V-W-05b).
final class LetterKind {
  private static final Pattern PETITION = Pattern.compile("信访");
  private static final Pattern REPORTING = Pattern.compile("举报|纪检|监察|检举|控告|廉政");
  private static final Pattern COMPLAINT = Pattern.compile("投诉");
  private static final Pattern SURVEY = Pattern.compile("访谈|征集|调查|问卷|投票");
  private static final Pattern CONSULTATION = Pattern.compile("咨询|建言|建议|求助|留言|信箱|问答");

  private LetterKind() {}

  /// @param box the column's name
  /// @param type the letter's own type, empty when it has none
  static Kind of(String box, String type) {
    if (REPORTING.matcher(type).find()) {
      return Kind.REPORTING;
    }
    if (PETITION.matcher(type).find()) {
      return Kind.PETITION;
    }
    if (CONSULTATION.matcher(box).find()) {
      return Kind.CONSULTATION; // 咨询投诉: a box for both must answer
    }
    if (REPORTING.matcher(box).find() || COMPLAINT.matcher(box).find()) {
      return Kind.REPORTING;
    }
    if (PETITION.matcher(box).find()) {
      return Kind.PETITION;
    }
    return SURVEY.matcher(box).find() ? Kind.SURVEY : Kind.CONSULTATION;
  }
}
