package xuncha.checks.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static xuncha.checks.Scene.findings;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import xuncha.checks.PageScene;
import xuncha.checks.Scene;
import xuncha.findings.site.Site;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Verdict;
import xuncha.findings.visit.HomePage;
import xuncha.findings.visit.Marks;
import xuncha.findings.visit.Marks.Elsewhere;
import xuncha.findings.visit.PageFacts.PageKind;
import xuncha.findings.visit.PageFacts.PageState;
import xuncha.findings.visit.SitePages;

class SiteIdentityTest {
  private static final String CODE = "3401000001";
  private final SiteIdentity check = new SiteIdentity();

  @Test
  void aSiteWithAllMarksPasses() {
    var outcome = judge(CODE, all(CODE, CODE, Elsewhere.NOWHERE));

    assertThat(Verdict.of(outcome)).isEqualTo(Verdict.PASS);
    assertThat(outcome.measured().values())
        .containsEntry("icp", "皖ICP备12345678号-1")
        .containsEntry("police", "皖公网安备34010002000001号")
        .containsEntry("siteCode", CODE)
        .containsEntry("partyMark", true)
        .containsEntry("domain", "www.example.gov.cn")
        .containsEntry("contact", "0551-12345678")
        .containsEntry("sitemap", null)
        .hasSize(7);
  }

  @Test
  void everyMissingMarkIsAFindingOfItsOwn() {
    var outcome = judge("", Marks.NONE);

    assertThat(findings(outcome)).hasSize(7);
    assertThat(findings(outcome)).extracting(one -> one.id()).doesNotHaveDuplicates();
    assertThat(findings(outcome))
        .extracting(one -> one.subject())
        .contains("http://www.example.gov.cn/#icp", "http://www.example.gov.cn/#partyMark");
  }

  @Test
  void theCodeOfTheErrorReportIsNotTheMarkThatPeopleRead() {
    var unseen = all(CODE, CODE, Elsewhere.NOWHERE);
    var marks =
        new Marks(
            unseen.icp(),
            unseen.police(),
            unseen.policeLink(),
            Optional.empty(),
            unseen.errorReportCode(),
            true,
            true,
            unseen.organiser(),
            unseen.contact(),
            unseen.sitemap(),
            Elsewhere.NOWHERE);

    assertThat(findings(judge(CODE, marks)))
        .singleElement()
        .satisfies(finding -> assertThat(finding.subject()).endsWith("#siteCode"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"340199000100", "34010001", CODE + "01"})
  void aCodeOfTheWrongLengthIsNotTheRegisteredOne(String shown) {
    assertThat(findings(judge(CODE, all(shown, CODE, Elsewhere.NOWHERE))))
        .singleElement()
        .satisfies(finding -> assertThat(finding.summary().zh()).contains(shown, CODE));
  }

  @Test
  void aCodeThatStandsCloseToATelephoneIsStillTheCode() {
    var glued = all(CODE + "0566", CODE, Elsewhere.NOWHERE);

    assertThat(Verdict.of(judge(CODE, glued))).isEqualTo(Verdict.PASS);
  }

  @ParameterizedTest
  @EnumSource(value = Elsewhere.class, names = "NOWHERE", mode = EnumSource.Mode.EXCLUDE)
  void marksThatMayStandWhereNobodyReadProveNothing(Elsewhere elsewhere) {
    assertThat(Verdict.of(judge(CODE, Marks.NONE.but(elsewhere)))).isEqualTo(Verdict.INCONCLUSIVE);
  }

  @Test
  void aFooterThatAScriptMayFillProvesNothing() {
    var scripted =
        new Marks(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Elsewhere.SCRIPTS);

    assertThat(Verdict.of(judge(CODE, scripted))).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(Verdict.of(judge(CODE, all(CODE, CODE, Elsewhere.SCRIPTS)))).isEqualTo(Verdict.PASS);
  }

  @Test
  void aMarkThatAnotherPageOfTheSiteShowsIsNotMissing() {
    var column =
        PageScene.of(PageKind.LIST, "/tz/").marked(all(CODE, CODE, Elsewhere.NOWHERE)).facts();
    var outcome =
        Scene.registeredAs(CODE)
            .with(PageScene.home().marked(Marks.NONE).asHome())
            .with(new SitePages(List.of(column), List.of(), true))
            .judgedBy(check);

    assertThat(Verdict.of(outcome)).isEqualTo(Verdict.PASS);
  }

  @ParameterizedTest(name = "registry {0} → {1}")
  @CsvSource(
      textBlock =
          """
          3401000001, 网站标识齐全，与登记信息一致
          '',         网站标识齐全（无登记的网站标识码，未与登记信息比对）
          site-0001,  网站标识齐全（无登记的网站标识码，未与登记信息比对）
          """)
  void agreesWithTheRegistryOnlyWhereThatKnowsTheSite(String registry, String says) {
    var outcome = judge(registry, all(CODE, CODE, Elsewhere.NOWHERE));

    assertThat(outcome.summary().zh()).isEqualTo(says);
  }

  @ParameterizedTest(name = "registry {0}, footer {1}, error report {2}, tag {3} → {4}")
  @CsvSource(
      textBlock =
          """
          3401000001, 3401000001, 3401000001, 3401000001, PASS
          3401000001, 3401000001, 3401000001, '',         PASS
          3401000001, 3401000002, 3401000002, '',         FAIL
          3401000001, 3401000001, 3401000002, '',         FAIL
          3401000001, 3401000001, 3401000001, 3401000003, FAIL
          '',         3401000001, 3401000001, '',         PASS
          '',         3401000001, 3401000001, 3401000002, FAIL
          'site-0001',3401000001, 3401000001, '',         PASS
          bm17000009, BM17000009, bm17000009, ' bm17000009', PASS
          3401000001, 3401000001, 3401000001, null,       PASS
          3401000001, 3401000001, 3401000001, ${code},    PASS
          """)
  void theCodesAgreeWhereTheyCanBeCompared(
      String registry, String footer, String errorReport, String tag, Verdict expected) {
    var page =
        PageScene.home()
            .marked(all(footer, errorReport, Elsewhere.NOWHERE))
            .meta("SiteIDCode", tag);

    var outcome = Scene.registeredAs(registry).with(page.asHome()).judgedBy(check);

    assertThat(Verdict.of(outcome)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "registered {0}, found at {1} → {2} findings")
  @CsvSource(
      textBlock =
          """
          http://www.example.gov.cn/, http://www.example.gov.cn/index.html, 0
          http://www.example.gov.cn/, https://example.gov.cn/,              0
          http://www.example.gov.cn/, http://zwgk.example.gov.cn/,          0
          http://www.example.gov.cn/, http://www.other.gov.cn/,             1
          http://www.example.gov.cn/, http://www.example.com/,              2
          http://www.example.com/,    http://www.example.com/,              1
          http://www.fakegov.cn/,     http://www.fakegov.cn/,               1
          http://www.xn--fsqu00a.xn--zfr164b/, http://www.xn--fsqu00a.xn--zfr164b/, 0
          """)
  void theDomainIsTheGovernmentsAndTheRegistered(String registered, String found, int expected) {
    var page = PageScene.home().at(found).marked(all(CODE, CODE, Elsewhere.NOWHERE)).facts();
    var outcome =
        Scene.of(Site.at(registered))
            .with(new HomePage(page, List.of(registered, found), false, Optional.empty()))
            .judgedBy(check);

    assertThat(findings(outcome)).hasSize(expected);
  }

  @ParameterizedTest
  @EnumSource(value = PageState.class, names = "CONTENT", mode = EnumSource.Mode.EXCLUDE)
  void whatIsNotTheHomePageHasNoFooterToLookAt(PageState state) {
    var outcome = Scene.visit().with(PageScene.home().showing(state).asHome()).judgedBy(check);

    assertThat(Verdict.of(outcome)).isEqualTo(Verdict.INCONCLUSIVE);
  }

  private Outcome judge(String registry, Marks marks) {
    return Scene.registeredAs(registry)
        .with(PageScene.home().marked(marks).asHome())
        .judgedBy(check);
  }

  private static Marks all(String footer, String errorReport, Elsewhere elsewhere) {
    return new Marks(
        Optional.of("皖ICP备12345678号-1"),
        Optional.of("皖公网安备34010002000001号"),
        Optional.empty(),
        Optional.of(footer),
        Optional.of(errorReport),
        true,
        true,
        Optional.of("示例市人民政府办公室"),
        Optional.of("0551-12345678"),
        Optional.empty(),
        elsewhere);
  }
}
