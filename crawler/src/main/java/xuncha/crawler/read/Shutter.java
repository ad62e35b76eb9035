package xuncha.crawler.read;

import java.util.regex.Pattern;
import xuncha.findings.edition.Lexicon;

/// Knows the pages by which a firewall keeps its visitor out or tries them first. They run a script
/// that is known for it, say one of the sentences that are, or speak of the visitor and of a
/// refusal in one line; and there is nothing else on them.
final class Shutter {
  private static final Pattern CHALLENGE_SCRIPT =
      Pattern.compile(
          "acw_sc__v2|__jsl_clearance|\\$_ts\\s*=|_\\$jsvmprt|cf-chl|_cf_chl|challenge-platform|document\\.cookie\\s*=[^;]{0,400};[^;]{0,200}location|location\\.reload\\s*\\(|aliyun_waf|__tst_status|bxpunish|safeline|geetest|yidun",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern COOKIE_AND_RELOAD =
      Pattern.compile("document\\s*\\.\\s*cookie\\s*=", Pattern.CASE_INSENSITIVE);
  private static final Pattern RELOADS =
      Pattern.compile(
          "location\\s*\\.\\s*reload|location(?:\\.href)?\\s*=\\s*(?:window\\.)?location|\\.submit\\s*\\(",
          Pattern.CASE_INSENSITIVE);

  private static final int MOST_CODE = 60_000;
  private static final int MOST_TEXT = 600;
  private static final int MOST_LINKS = 8;

  /// A refusal says one thing; what has more to say may be about refusals.
  private static final int LONGEST_REFUSAL = 400;

  /// A code to type and its button; more is a form.
  private static final int MOST_FIELDS = 3;

  private final Words sentences;
  private final Words visitor;
  private final Words refusal;

  Shutter(Lexicon lexicon) {
    sentences = Words.of(lexicon, "notice.challenge");
    visitor = Words.of(lexicon, "notice.visitor");
    refusal = Words.of(lexicon, "notice.refusal");
  }

  boolean is(StateReader.Page page) {
    if (page.letters() >= 800 || page.listed() >= 3 || page.anchors() >= MOST_LINKS) {
      return false;
    }
    if (page.letters() < 300 && page.anchors() < 4 && isScripted(page)) {
      return true;
    }
    return !page.article() && page.letters() < MOST_TEXT && (isSaid(page) || isRefusal(page));
  }

  private static boolean isScripted(StateReader.Page page) {
    var scripts = page.sheet().scripts();
    for (var i = 0; i < scripts.size(); i++) {
      var code = page.sheet().codes().get(i);
      var start = code.length() > MOST_CODE ? code.substring(0, MOST_CODE) : code;
      if (CHALLENGE_SCRIPT.matcher(start).find()
          || (COOKIE_AND_RELOAD.matcher(code).find() && RELOADS.matcher(code).find())
          || CHALLENGE_SCRIPT.matcher(scripts.get(i).attr("src")).find()) {
        return true;
      }
    }
    return false;
  }

  private boolean isSaid(StateReader.Page page) {
    return sentences.in(page.shortTitle()).isPresent()
        || page.line(100, line -> sentences.in(line).isPresent()).isPresent();
  }

  private boolean isRefusal(StateReader.Page page) {
    return page.letters() < LONGEST_REFUSAL
        && page.line(160, line -> visitor.in(line).isPresent() && refusal.in(line).isPresent())
            .isPresent()
        && page.fields() < MOST_FIELDS;
  }
}
