package xuncha.crawler.read;

import java.util.Optional;
import java.util.regex.Pattern;
import xuncha.findings.edition.Lexicon;
import xuncha.findings.visit.Link.Region;
import xuncha.findings.visit.PageFacts.PageState;

/// Tells content from what stands in its place with status 200. A word alone decides nothing: an
/// article about maintenance, or about the error 404, is content. What counts is that the page says
/// little else, in a line of its own, and has none of an article's signs.
final class StateReader {
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
  private static final Pattern TITLE_404 =
      Pattern.compile(
          "^(?:error|http|错误|提示)?[\\s:-]*404(?:[^0-9].{0,30})?$", Pattern.CASE_INSENSITIVE);
  private static final Pattern ERROR_TITLE =
      Pattern.compile(
          "^(?:错误|出错|error|提示|系统提示|信息提示|温馨提示|错误提示|错误页面|出错啦)[^\\u4e00-\\u9fff]{0,10}$",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_NOTICE = 60;

  private final Words notFound;
  private final Words maintenance;
  private final Words challenge;
  private final Words login;
  private final Words defaults;
  private final Words blank;
  private final Words construction;
  private final Words excuse;
  private final Words loading;

  StateReader(Lexicon lexicon) {
    notFound = Words.of(lexicon, "notice.not-found");
    maintenance = Words.of(lexicon, "notice.maintenance");
    challenge = Words.of(lexicon, "notice.challenge");
    login = Words.of(lexicon, "notice.login");
    defaults = Words.of(lexicon, "notice.default-page");
    blank = Words.of(lexicon, "notice.blank");
    construction = Words.of(lexicon, "notice.construction");
    excuse = Words.of(lexicon, "notice.excuse");
    loading = Words.of(lexicon, "notice.loading");
  }

  /// What is known of the page when its state is asked.
  ///
  /// @param title its title
  /// @param article whether it has an article's signs: meta tags, a byline date
  /// @param listed entries of its lists in the main part
  /// @param mainText visible characters in the main part, links not counted
  record Page(
      Sheet sheet, Regions regions, String title, boolean article, int listed, int mainText) {
    int letters() {
      return sheet.size() == 0 ? 0 : sheet.letters(0) - sheet.hidden(0);
    }

    int anchors() {
      return sheet.size() == 0 ? 0 : sheet.anchors(0);
    }
  }

  PageState state(Page page) {
    var title = Words.plain(page.title());
    if (page.letters() < 800 && page.listed() < 3 && isChallenge(page, title)) {
      return PageState.CHALLENGE;
    }
    if (page.letters() < 1500 && page.anchors() < 20 && isDefault(page, title)) {
      return PageState.DEFAULT_PAGE;
    }
    if (isShell(page)) {
      return PageState.EMPTY_SHELL;
    }
    if (page.article() || page.listed() > 4) {
      return PageState.CONTENT;
    }
    if (isNotFound(page, title)) {
      return PageState.SOFT_404;
    }
    if (page.letters() < 500
        && page.anchors() < 12
        && ((isShort(title) && maintenance.in(title).isPresent())
            || says(page, maintenance, 80).isPresent())) {
      return PageState.MAINTENANCE;
    }
    return isLogin(page, title) ? PageState.LOGIN_WALL : PageState.CONTENT;
  }

  /// The sentence that stands where content should be; empty when content stands there.
  String notice(Page page) {
    if (page.listed() > 0 || page.article() || page.mainText() > 400) {
      return "";
    }
    return says(page, blank, LONGEST_NOTICE)
        .or(() -> says(page, construction, LONGEST_NOTICE))
        .or(() -> says(page, maintenance, LONGEST_NOTICE))
        .orElse("");
  }

  /// Whether a line says that nothing is there, as a notice does.
  boolean saysAbsence(String line) {
    if (line.length() > LONGEST_NOTICE) {
      return false;
    }
    var plain = Words.plain(line);
    return blank.in(plain).isPresent()
        || construction.in(plain).isPresent()
        || maintenance.in(plain).isPresent();
  }

  /// Whether a line may stand in place of content, whatever it says besides.
  boolean mayExcuse(String line) {
    return excuse.in(Words.plain(line)).isPresent();
  }

  /// Whether something in the main part says that it is still on its way.
  boolean saysLoading(Page page) {
    return says(page, loading, 20).isPresent();
  }

  private boolean isChallenge(Page page, String title) {
    if (page.anchors() >= 8) {
      return false;
    }
    var scripted = false;
    for (var script : page.sheet().scripts()) {
      var code = script.data();
      scripted |=
          CHALLENGE_SCRIPT.matcher(code.length() > 60_000 ? code.substring(0, 60_000) : code).find()
              && page.letters() < 300;
      scripted |= COOKIE_AND_RELOAD.matcher(code).find() && RELOADS.matcher(code).find();
      scripted |= CHALLENGE_SCRIPT.matcher(script.attr("src")).find();
    }
    if (scripted && page.letters() < 300 && page.anchors() < 4) {
      return true;
    }
    return page.anchors() < 8
        && !page.article()
        && page.letters() < 600
        && ((isShort(title) && challenge.in(title).isPresent())
            || says(page, challenge, 100).isPresent());
  }

  private boolean isDefault(Page page, String title) {
    return (isShort(title) && defaults.in(title).isPresent())
        || (page.letters() < 500 && says(page, defaults, 60).isPresent());
  }

  private static boolean isShell(Page page) {
    return page.letters() < 60
        && page.anchors() < 3
        && !page.sheet().scripts().isEmpty()
        && page.sheet().size() > 0
        && pictures(page) < 2;
  }

  private static int pictures(Page page) {
    return page.sheet().pictures(0);
  }

  private boolean isNotFound(Page page, String title) {
    var named =
        TITLE_404.matcher(page.title().strip()).find()
            || (isShort(title) && notFound.in(title).isPresent());
    if (named && page.mainText() < 400) {
      return true;
    }
    if (page.mainText() < 200) {
      var said = says(page, notFound, 60);
      return said.isPresent()
          && (page.anchors() < 40
              || ERROR_TITLE.matcher(page.title().strip()).find()
              || said.get().length() >= 8);
    }
    return false;
  }

  private boolean isLogin(Page page, String title) {
    var password = false;
    for (var at = 0; at < page.sheet().size() && !password; at++) {
      password =
          page.sheet().tag(at).equals("input")
              && page.sheet().element(at).attr("type").equalsIgnoreCase("password");
    }
    if (password) {
      return page.listed() == 0 && page.anchors() < 30 && page.mainText() < 300;
    }
    return page.letters() < 300
        && page.anchors() < 8
        && ((isShort(title) && login.in(title).isPresent()) || says(page, login, 40).isPresent());
  }

  private static boolean isShort(String title) {
    return title.length() <= 40;
  }

  /// A visible line of the main part, no longer than `most`, in no link, that has one of the words.
  private static Optional<String> says(Page page, Words words, int most) {
    var sheet = page.sheet();
    var text = sheet.text();
    var start = 0;
    for (var i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == '\n') {
        if (i - start > 1 && i - start <= most) {
          var line = text.substring(start, i);
          if (words.in(Words.plain(line)).isPresent() && isVisibleMain(page, start, i)) {
            return Optional.of(line.strip());
          }
        }
        start = i + 1;
      }
    }
    return Optional.empty();
  }

  /// Whether the innermost element around that text is shown, in the main part, and no link.
  private static boolean isVisibleMain(Page page, int start, int end) {
    var sheet = page.sheet();
    var inner = 0;
    for (var at = 0; at < sheet.size() && sheet.from(at) <= start; at++) {
      if (sheet.to(at) >= end && sheet.from(at) <= start) {
        inner = at;
      }
    }
    var region = page.regions().at(inner);
    return (region == Region.MAIN || page.anchors() < 6)
        && sheet.hidden(inner) * 2 < Math.max(1, sheet.letters(inner))
        && sheet.linked(inner) * 2 < Math.max(1, sheet.letters(inner));
  }
}
