package xuncha.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xuncha.checks.consult.ConsultScene;
import xuncha.checks.search.SearchScene;
import xuncha.findings.edition.Editions;
import xuncha.findings.site.Site;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Verdict;
import xuncha.findings.visit.Column;
import xuncha.findings.visit.ColumnKind;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.HomeAttempts;
import xuncha.findings.visit.Item;
import xuncha.findings.visit.Letters;
import xuncha.findings.visit.LinkSurvey;
import xuncha.findings.visit.PageFacts.PageKind;
import xuncha.findings.visit.SiteColumns;
import xuncha.findings.visit.SitePages;
import xuncha.findings.visit.UserSpace;

/// What holds for every check, whoever writes it.
class EveryCheckTest {
  /// The measured keys that the contract (§5) fixes. A check may measure fewer where it could not
  /// see, never others.
  private static final Map<String, Set<String>> KEYS =
      Map.ofEntries(
          Map.entry("availability", Set.of("attempts", "failures", "ratio", "slowestMs", "cause")),
          Map.entry("home-freshness", Set.of("newest", "days", "items")),
          Map.entry("column-freshness", Set.of("columns", "stale")),
          Map.entry("column-blank", Set.of("columns", "blank")),
          Map.entry("link-health", Set.of("checked", "broken", "blocked", "internal", "external")),
          Map.entry(
              "reply-timeliness",
              Set.of("letters", "answered", "within1", "within5", "overdue", "medianWorkdays")),
          Map.entry("consult-channel", Set.of("url", "access", "kind")),
          Map.entry("consult-min-length", Set.of("minLength", "maxLength", "source")),
          Map.entry("consult-daily-limit", Set.of("perDay", "source")),
          Map.entry("consult-open-hours", Set.of("opens", "closes", "days", "source")),
          Map.entry("consult-tracking", Set.of("found", "by")),
          Map.entry(
              "search",
              Set.of(
                  "found",
                  "method",
                  "requiresColumn",
                  "missingSections",
                  "queries",
                  "successAt1",
                  "successAt10",
                  "mrr",
                  "medianMs",
                  "nonsenseResults",
                  "freshnessLagDays",
                  "deadResults")),
          Map.entry("login-return", Set.of("url", "returned")),
          Map.entry(
              "user-space", Set.of("url", "consultations", "services", "browsing", "recorded")),
          Map.entry("page-tags", Set.of("pages", "complete", "missing")),
          Map.entry(
              "site-identity",
              Set.of("icp", "police", "siteCode", "partyMark", "domain", "contact", "sitemap")));

  private static List<Check> checks() {
    return new Examiner().checks();
  }

  @Test
  void allOfTheseAreRegistered() {
    assertThat(checks()).extracting(Check::id).containsAll(KEYS.keySet());
  }

  @ParameterizedTest
  @MethodSource("checks")
  void hasItsRuleInEveryEdition(Check check) {
    for (var id : Editions.shippedIds()) {
      assertThat(Editions.shipped(id).rule(check.id()).check()).isEqualTo(check.id());
    }
  }

  @ParameterizedTest
  @MethodSource("checks")
  void isInconclusiveOnAnEmptyVisit(Check check) {
    if (check.about() == Site.class) {
      assertThat(Verdict.of(Scene.visit().judgedBy(check))).isEqualTo(Verdict.INCONCLUSIVE);
    }
  }

  @ParameterizedTest
  @MethodSource("checks")
  void accusesNobodyWhoBlocksUs(Check check) {
    if (check.about() == Site.class) {
      var scene = Scene.visit().with(Scene.tries("blocked", "blocked", "blocked"));
      for (var type : Stream.concat(check.needs().stream(), check.wants().stream()).toList()) {
        if (type != HomeAttempts.class) {
          scene.without(type, Failure.Kind.BLOCKED);
        }
      }
      assertThat(Verdict.of(scene.judgedBy(check))).isEqualTo(Verdict.INCONCLUSIVE);
    }
  }

  @ParameterizedTest
  @MethodSource("checks")
  void saysTheSameTwice(Check check) {
    if (check.about() == Site.class) {
      var visit = furnished().build();
      var examiner = new Examiner(List.of(check));

      assertThat(examiner.examine(visit, Scene.EDITION))
          .isEqualTo(examiner.examine(visit, Scene.EDITION));
    }
  }

  @ParameterizedTest
  @MethodSource("checks")
  void measuresByTheKeysOfTheContract(Check check) {
    if (KEYS.containsKey(check.id())) {
      var outcome = furnished().judgedBy(check);

      assertThat(outcome).isInstanceOf(Outcome.Conclusive.class);
      assertThat(outcome.measured().values().keySet())
          .containsExactlyInAnyOrderElementsOf(KEYS.getOrDefault(check.id(), Set.of()));
    }
  }

  @ParameterizedTest
  @MethodSource("checks")
  void givesEveryFindingItsOwnIdentityAndEvidenceFromTheArchive(Check check) {
    if (check.about() == Site.class) {
      var findings = Scene.findings(furnished().judgedBy(check));

      assertThat(findings).extracting(one -> one.id()).doesNotHaveDuplicates();
      assertThat(findings).allMatch(one -> one.check().equals(check.id()));
      assertThat(findings)
          .allMatch(one -> one.summary().zh().codePoints().anyMatch(c -> c > 0x3000));
    }
  }

  /// A visit to a neglected site, with something for every check.
  private static Scene furnished() {
    var old = Stream.of(40, 41, 42, 43, 44, 45).map(n -> Scene.item("一条旧消息的标题内容" + n, n)).toList();
    var home = PageScene.home().list(old);
    return Scene.registeredAs("3401000001")
        .with(Scene.tries("ok", "server-error", "server-error"))
        .with(home.asHome())
        .with(
            new SitePages(
                List.of(home.facts(), PageScene.of(PageKind.LIST, "/tz/").list(old).facts()),
                List.of(),
                true))
        .with(new SiteColumns(List.of(column(old)), true))
        .with(new Letters(List.of(letter()), true))
        .with(ConsultScene.strict())
        .with(SearchScene.faulty())
        .with(emptySpace())
        .with(new LinkSurvey(List.of(link()), 1, Optional.of(Failure.of(Failure.Kind.BUDGET))));
  }

  private static UserSpace emptySpace() {
    var home = "http://www.example.gov.cn/";
    var login =
        new UserSpace.Login(
            home + "1.html", home + "login", List.of(), Optional.of(home), false, Optional.empty());
    var space = new UserSpace.Space(home + "member", List.of(), Optional.empty());
    return new UserSpace(login, Optional.of(space), Scene.SOURCE);
  }

  private static Column column(List<Item> items) {
    return new Column(
        "要闻",
        "http://www.example.gov.cn/yw/",
        ColumnKind.NEWS,
        0.9,
        1,
        Column.State.LISTED,
        items,
        "",
        Optional.empty(),
        Scene.SOURCE);
  }

  private static Letters.Letter letter() {
    return new Letters.Letter(
        "关于停水的咨询",
        "http://www.example.gov.cn/letter/1.html",
        "县长信箱",
        Letters.Kind.CONSULTATION,
        Scene.item("x", 200).date(),
        Optional.empty(),
        Letters.Standing.WAITING,
        0.9,
        Scene.SOURCE);
  }

  private static LinkSurvey.TriedLink link() {
    return new LinkSurvey.TriedLink(
        "http://www.example.gov.cn/gone.html",
        "旧链接",
        "http://www.example.gov.cn/",
        true,
        true,
        404,
        Optional.of(Failure.of(Failure.Kind.NOT_FOUND)),
        true,
        Scene.SOURCE);
  }
}
