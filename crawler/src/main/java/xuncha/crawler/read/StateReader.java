package xuncha.crawler.read;

import java.util.Optional;
import java.util.function.Predicate;
import xuncha.findings.edition.Lexicon;
import xuncha.findings.visit.Link.Region;
import xuncha.findings.visit.PageFacts.PageState;

/// Tells content from what stands in its place with status 200. A word alone decides nothing: an
/// article about maintenance, or about the error 404, is content. What counts is that the page says
/// little else, in a line of its own, and has none of an article's signs.
final class StateReader {
  private static final int LONGEST_NOTICE = 60;

  /// A list that is kept says so in a sentence or two.
  private static final int LONGEST_REMARK = 120;

  private final Words maintenance;
  private final Words login;
  private final Words defaults;
  private final Words blank;
  private final Words construction;
  private final Words excuse;
  private final Words loading;
  private final Words archived;
  private final Words placeholder;
  private final Absence absence;

  private final Shutter shutter;
  private final Breakdown breakdown;
  private final Gone gone;
  private final NoSite noSite;

  StateReader(Lexicon lexicon) {
    maintenance = Words.of(lexicon, "notice.maintenance");
    login = Words.of(lexicon, "notice.login");
    defaults = Words.of(lexicon, "notice.default-page");
    blank = Words.of(lexicon, "notice.blank");
    construction = Words.of(lexicon, "notice.construction");
    excuse = Words.of(lexicon, "notice.excuse");
    loading = Words.of(lexicon, "notice.loading");
    archived = Words.of(lexicon, "notice.archived");
    placeholder = Words.of(lexicon, "notice.placeholder");
    absence = new Absence(lexicon);
    shutter = new Shutter(lexicon);
    breakdown = new Breakdown(lexicon);
    gone = new Gone(lexicon);
    noSite = new NoSite(lexicon);
  }

  /// What is known of the page when its state is asked.
  ///
  /// @param title its title
  /// @param article whether it has an article's signs: meta tags, a byline date
  /// @param listed entries of its lists in the main part
  /// @param mainText visible characters in the main part, links not counted
  /// @param reading what was asked for and where it was found
  record Page(
      Sheet sheet,
      Regions regions,
      String title,
      boolean article,
      int listed,
      int mainText,
      Reading reading) {
    int letters() {
      return sheet.size() == 0 ? 0 : sheet.letters(0) - sheet.hidden(0);
    }

    int anchors() {
      return sheet.size() == 0 ? 0 : sheet.anchors(0);
    }

    int pictures() {
      return sheet.size() == 0 ? 0 : sheet.pictures(0);
    }

    /// Visible characters in no link.
    int loose() {
      return sheet.size() == 0 ? 0 : letters() - sheet.linked(0);
    }

    /// Boxes to type in, and buttons.
    int fields() {
      var fields = 0;
      for (var at = 0; at < sheet.size(); at++) {
        var tag = sheet.tag(at);
        fields += tag.equals("input") || tag.equals("textarea") || tag.equals("button") ? 1 : 0;
      }
      return fields;
    }

    /// The plain title of a page that has one like a notice's.
    String shortTitle() {
      var plain = Words.plain(title);
      return plain.length() <= 40 ? plain : "";
    }

    /// A visible line of the main part, no longer than `most`, in no link, of which this is true.
    Optional<String> line(int most, Predicate<String> plain) {
      var text = sheet.text();
      var start = 0;
      for (var i = 0; i <= text.length(); i++) {
        if (i == text.length() || text.charAt(i) == '\n') {
          if (i - start > 1 && i - start <= most) {
            var line = text.substring(start, i);
            if (plain.test(Words.plain(line)) && isVisibleMain(start, i)) {
              return Optional.of(line.strip());
            }
          }
          start = i + 1;
        }
      }
      return Optional.empty();
    }

    /// Whether the innermost element around that text is shown, in the main part, and no link.
    private boolean isVisibleMain(int start, int end) {
      var inner = 0;
      for (var at = 0; at < sheet.size() && sheet.from(at) <= start; at++) {
        if (sheet.to(at) >= end && sheet.from(at) <= start) {
          inner = at;
        }
      }
      return (regions.at(inner) == Region.MAIN || anchors() < 6)
          && sheet.hidden(inner) * 2 < Math.max(1, sheet.letters(inner))
          && sheet.linked(inner) * 2 < Math.max(1, sheet.letters(inner));
    }
  }

  PageState state(Page page) {
    if (gone.saysSoByScript(page)) {
      return PageState.SOFT_404;
    }
    if (breakdown.is(page)) {
      return PageState.FAULT;
    }
    if (shutter.is(page)) {
      return PageState.CHALLENGE;
    }
    if (gone.isBare(page)) {
      return PageState.SOFT_404;
    }
    if (page.letters() < 1500 && page.anchors() < 20 && isDefault(page)) {
      return isCertain(page) ? PageState.DEFAULT_PAGE : PageState.UNCLEAR;
    }
    if (isShell(page)) {
      return PageState.EMPTY_SHELL;
    }
    var instead = page.reading().home() ? noSite.instead(page) : Optional.<PageState>empty();
    if (instead.isPresent()) {
      return instead.get();
    }
    if (page.article() || page.listed() > 4) {
      return PageState.CONTENT;
    }
    if (gone.is(page)) {
      return PageState.SOFT_404;
    }
    if (page.letters() < 500
        && page.anchors() < 12
        && (maintenance.in(page.shortTitle()).isPresent()
            || says(page, maintenance, 80).isPresent())) {
      return PageState.MAINTENANCE;
    }
    return isLogin(page) ? PageState.LOGIN_WALL : PageState.CONTENT;
  }

  /// The sentence that stands where content should be; empty when content stands there.
  String notice(Page page) {
    if (page.listed() > 0) {
      return archived.mayStandIn(page.sheet().text())
          ? says(page, archived, LONGEST_REMARK).orElse("")
          : "";
    }
    if (page.article() || page.mainText() > 400) {
      return "";
    }
    return says(page, blank, LONGEST_NOTICE)
        .or(() -> says(page, construction, LONGEST_NOTICE))
        .or(() -> says(page, maintenance, LONGEST_NOTICE))
        .or(() -> says(page, placeholder, LONGEST_NOTICE))
        .or(() -> page.line(LONGEST_NOTICE, absence::says))
        .or(() -> isFinal(page) ? page.line(LONGEST_NOTICE, absence::counts) : Optional.empty())
        .orElse("");
  }

  /// Whether no script is going to put another number there.
  private static boolean isFinal(Page page) {
    return page.reading().drawn() || page.sheet().scripts().isEmpty();
  }

  /// Whether a line says that nothing is there, as a notice does.
  boolean saysAbsence(String line) {
    if (line.length() > LONGEST_NOTICE) {
      return false;
    }
    var plain = Words.plain(line);
    return blank.in(plain).isPresent()
        || construction.in(plain).isPresent()
        || maintenance.in(plain).isPresent()
        || placeholder.in(plain).isPresent()
        || absence.says(plain)
        || absence.counts(plain);
  }

  /// Whether a line may stand in place of content, whatever it says besides.
  boolean mayExcuse(String line) {
    return excuse.in(Words.plain(line)).isPresent();
  }

  /// Whether something in the main part says that it is still on its way.
  boolean saysLoading(Page page) {
    return says(page, loading, 20).isPresent();
  }

  /// The same for pages with content, most of which are told at a glance.
  boolean saysLoadingBesides(Page page) {
    return loading.mayStandIn(page.sheet().text()) && saysLoading(page);
  }

  private boolean isDefault(Page page) {
    return defaults.in(page.shortTitle()).isPresent()
        || (page.letters() < 500 && says(page, defaults, 60).isPresent());
  }

  /// A district may be called like a server's panel, and a door may congratulate: only what says so
  /// outright and leads to no site is certainly none.
  private boolean isCertain(Page page) {
    return (defaults.is(page.title()) || says(page, defaults, 60).isPresent())
        && NoSite.leadsNowhere(page);
  }

  private static boolean isShell(Page page) {
    return page.letters() < 60
        && page.anchors() < 3
        && !page.sheet().scripts().isEmpty()
        && page.sheet().size() > 0
        && page.pictures() < 2;
  }

  private boolean isLogin(Page page) {
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
        && (login.in(page.shortTitle()).isPresent() || says(page, login, 40).isPresent());
  }

  private static Optional<String> says(Page page, Words words, int most) {
    return page.line(most, line -> words.in(line).isPresent());
  }
}
