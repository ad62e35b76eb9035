package xuncha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import xuncha.checks.Examiner;
import xuncha.crawler.probe.consult.Consent;
import xuncha.findings.Beijing;
import xuncha.findings.edition.Edition;
import xuncha.findings.edition.Editions;
import xuncha.findings.site.Site;
import xuncha.findings.store.RecordedVerdict;
import xuncha.findings.verdict.Judgement;
import xuncha.findings.verdict.Verdict;
import xuncha.lab.LabLetter;
import xuncha.lab.LabServer;
import xuncha.lab.Province;
import xuncha.lab.Truth;

/// Really writing to sites: only with consent and the operator's word, journalled, within budget;
/// and what the letters of a day and the replies of the next one show.
class AuthorisedLettersTest {
  private static final Edition EDITION = Editions.shipped("cn-2019");
  private static final Set<String> CHECKS = Set.of("consult-daily-limit", "consult-tracking");
  private static final Examiner EXAMINER = new Examiner().only(CHECKS);
  private static final Province PROVINCE =
      Province.ofDays(11, Province.AS_OF, "consult-daily-limit");

  /// The day of the letters, a Wednesday; the consents end with it.
  private static final LocalDate DAY = Beijing.day(PROVINCE.asOf()).plusDays(1);

  @TempDir private static Path folder;
  private static final List<String> TALK = new CopyOnWriteArrayList<>();
  private static final Map<String, List<LabLetter>> LETTERS = new HashMap<>();
  private static final List<String> POSTED = new ArrayList<>();
  private static List<RecordedVerdict> before = List.of();
  private static List<RecordedVerdict> after = List.of();
  private static final Map<String, List<Judgement>> REPLAYED = new HashMap<>();

  @BeforeAll
  static void writeToEverySiteForTwoDays() {
    try (var visits = new VisitsOverDays(PROVINCE, EDITION, EXAMINER, folder)) {
      visits.lab().takingLetters();
      before = visit(visits, 1, "09:00");
      visit(visits, 1, "10:00");
      visit(visits, 1, "11:00");
      visit(visits, 2, "09:00");
      after = visit(visits, 2, "10:00");
      for (var site : PROVINCE.sites()) {
        LETTERS.put(site.id(), visits.lab().letters(site.id()));
        REPLAYED.put(site.id(), visits.replayed(after.getFirst().run(), site));
      }
      POSTED.addAll(posted(visits.lab()));
    }
  }

  private static List<RecordedVerdict> visit(VisitsOverDays visits, int day, String time) {
    var consents = PROVINCE.sites().stream().collect(Collectors.toMap(Site::id, _ -> consent(DAY)));
    return visits.visit(PROVINCE.sites(), day, time, consents, one -> one.submitting(TALK::add));
  }

  @Test
  void withoutConsentOrTheOperatorsWordNothingIsSent(@TempDir Path own) {
    var site = site("second-refused");
    var talk = new ArrayList<String>();
    try (var visits = new VisitsOverDays(PROVINCE, EDITION, EXAMINER, own)) {
      var only = List.of(site);
      visits.visit(only, 1, "09:00", Map.of(), one -> one.submitting(talk::add));
      var others = Map.of("other.gov.cn", consent(DAY));
      visits.visit(only, 1, "09:05", others, one -> one.submitting(talk::add));
      visits.visit(only, 1, "09:10", Map.of(site.id(), consent(DAY)), one -> one);
      var ended = Map.of(site.id(), consent(DAY.minusDays(1)));
      visits.visit(only, 1, "09:15", ended, one -> one.submitting(talk::add));

      assertThat(visits.lab().letters(site.id())).isEmpty();
      assertThat(posted(visits.lab())).isEmpty();
    }
    assertThat(own.resolve("submissions.jsonl")).doesNotExist();
    assertThat(talk).singleElement().asString().contains("consent ended");
  }

  @Test
  void theSecondLetterOfADayMeetsTheLimit() {
    var site = site("second-refused");
    assertThat(letters(site)).extracting(LabLetter::taken).containsExactly(true, false);
    assertThat(verdict(before, site, "consult-daily-limit").verdict()).isEqualTo(Verdict.PASS);
    var met = verdict(after, site, "consult-daily-limit");
    assertThat(met.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(met.measured().values()).containsEntry("perDay", 1).containsEntry("source", "probe");
  }

  @Test
  void aLetterNamesItselfATestAndIsNotForShowing() {
    assertThat(letters(site("second-refused")).getFirst().fields())
        .hasEntrySatisfying("bt", title -> assertThat(title).contains("网站巡查测试", "XC2020040101"))
        .hasEntrySatisfying("content", text -> assertThat(text).contains("网站巡查测试", "XC2020040101"))
        .containsEntry("gk", "0")
        .containsEntry("dh", "13800000000")
        .containsKey("token");
  }

  @Test
  void twoADayAreTheBudgetWhereTheSiteTakesMore() {
    var site = site("takes-several");
    assertThat(letters(site)).hasSize(2).allMatch(LabLetter::taken);
    assertThat(TALK).anyMatch(line -> line.startsWith(site.id()) && line.contains("budget"));
  }

  @TestFactory
  Stream<DynamicTest> aLetterWithANumberIsLookedUpUntilTheReply() throws IOException {
    var journal = Files.readAllLines(folder.resolve("submissions.jsonl"));
    return Stream.of("second-refused", "takes-several")
        .map(AuthorisedLettersTest::site)
        .map(site ->
            DynamicTest.dynamicTest(
                site.name(),
                () -> {
                  assertThat(verdict(after, site, "consult-tracking").measured().values())
                      .containsEntry("by", "query");
                  assertThat(journal)
                      .anyMatch(line ->
                          line.contains(site.id())
                              && line.contains("\"replied\":\"" + DAY.plusDays(1) + "\""));
                }));
  }

  @Test
  void aLetterWithoutANumberIsNotLookedUp() {
    var site = site("gives-no-number");
    assertThat(letters(site)).hasSize(2).allMatch(LabLetter::taken);
    var host = PROVINCE.carrying("consult-daily-limit/gives-no-number").getFirst().plan().domain();
    assertThat(POSTED).filteredOn(one -> one.startsWith(host)).containsOnly(host + "/xiexin.do");
  }

  @Test
  void aPictureIsLeftToPeople() {
    var site = site("needs-a-picture");
    assertThat(letters(site)).isEmpty();
    assertThat(TALK)
        .filteredOn(line -> line.startsWith(site.id()))
        .isNotEmpty()
        .allMatch(line -> line.contains("picture") || line.contains("consent ended"));
  }

  @Test
  void nothingButLettersAndLookUpsIsPosted() {
    assertThat(POSTED).allMatch(one -> one.matches("[^/]+/(?:xiexin|xinjiancx)\\.do"));
  }

  @Test
  void nobodyElseLearnsTheNumbers() throws IOException {
    var journal = folder.resolve("submissions.jsonl");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(journal)))
        .isEqualTo("rw-------");
    for (var letter : letters(site("takes-several"))) {
      assertThat(Files.readString(journal)).contains(letter.number(), letter.code());
      assertThat(TALK)
          .noneMatch(line -> line.contains(letter.number()) || line.contains(letter.code()));
      assertThat(after.toString()).doesNotContain(letter.number(), letter.code());
    }
  }

  @TestFactory
  Stream<DynamicTest> saysWhatIsTrueAndTheSameOfTheArchive() {
    return PROVINCE.truths().stream()
        .filter(truth -> CHECKS.contains(truth.check()))
        .map(truth ->
            DynamicTest.dynamicTest(
                truth.check() + " " + truth.scenario() + " on " + truth.target(),
                () -> assertTrue(truth)));
  }

  private static void assertTrue(Truth truth) {
    var said = verdict(after, truth.target(), truth.check());
    assertThat(truth.allows(said.verdict().id(), false)).as("%s\n%s", truth, said).isTrue();
    assertThat(said.measured().values()).containsAllEntriesOf(truth.measured());
    var again =
        Objects.requireNonNull(REPLAYED.get(truth.target())).stream()
            .filter(one -> one.check().equals(truth.check()))
            .findFirst()
            .orElseThrow();
    assertThat(again.verdict()).isEqualTo(said.verdict());
    assertThat(again.outcome().summary()).isEqualTo(said.summary());
  }

  private static List<String> posted(LabServer lab) {
    return lab.journal().entries().stream()
        .filter(one -> one.method().equals("POST"))
        .map(one -> one.host() + one.path())
        .toList();
  }

  private static List<LabLetter> letters(Site site) {
    return Objects.requireNonNull(LETTERS.get(site.id()));
  }

  private static RecordedVerdict verdict(List<RecordedVerdict> all, Site site, String check) {
    return verdict(all, site.id(), check);
  }

  private static RecordedVerdict verdict(List<RecordedVerdict> all, String target, String check) {
    return all.stream()
        .filter(one -> one.target().equals(target) && one.check().equals(check))
        .findFirst()
        .orElseThrow();
  }

  private static Site site(String variant) {
    return PROVINCE.carrying("consult-daily-limit/" + variant).getFirst().site();
  }

  private static Consent consent(LocalDate until) {
    return new Consent("书面同意", until, 2, "巡查员", "13800000000", "");
  }
}
