package xuncha.lab;

import static xuncha.lab.Truth.Expect.FAIL;
import static xuncha.lab.Truth.Expect.INCONCLUSIVE;
import static xuncha.lab.Truth.Expect.NOT_FAIL;
import static xuncha.lab.Truth.Expect.PASS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xuncha.findings.edition.WorkCalendar;
import xuncha.findings.visit.ColumnKind;
import xuncha.findings.visit.UserSpace.Kind;
import xuncha.lab.Truth.Expect;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.Door;
import xuncha.lab.site.LabColumn;
import xuncha.lab.site.LabTags;
import xuncha.lab.site.Letters;
import xuncha.lab.site.PlantedLink;
import xuncha.lab.site.SearchManner;
import xuncha.lab.site.Shape;
import xuncha.lab.system.SiteSystem;
import xuncha.lab.system.Systems;

/// Works out from a site's plan what is true of it, so that plan and truth cannot disagree; a
/// scenario has the last word where what is true is hard to see.
final class Truths {
  /// The checks whose truth follows from the plan alone.
  static final List<String> CHECKS =
      List.of(
          "availability",
          "home-freshness",
          "column-freshness",
          "column-blank",
          "link-health",
          "page-tags",
          "site-identity");

  /// Nothing is wrong with these unless a scenario says so, and what is well is hard to see.
  private static final List<String> HARD_TO_SEE =
      List.of(
          "consult-channel",
          "consult-daily-limit",
          "consult-min-length",
          "consult-open-hours",
          "consult-tracking",
          "search");

  /// Checks whose right measurement is known of healthy sites too.
  private static final Set<String> MEASURED =
      Set.of("reply-timeliness", "consult-min-length", "consult-daily-limit", "consult-open-hours");

  private static final int HOME_LIMIT = 14;

  private final Blueprint site;
  private final SiteSystem system;
  private final Map<String, Expect> said;
  private final Map<String, String> scenarios;

  private Truths(Blueprint site, Map<String, Expect> said, Map<String, String> scenarios) {
    this.site = site;
    this.system = Systems.of(site.system());
    this.said = said;
    this.scenarios = scenarios;
  }

  /// What is true of `site`.
  ///
  /// @param said what scenarios say of checks, before the plan
  /// @param scenarios the scenario that concerns a check, by check
  static List<Truth> of(Blueprint site, Map<String, Expect> said, Map<String, String> scenarios) {
    return new Truths(site, said, scenarios).all();
  }

  private List<Truth> all() {
    var truths = new ArrayList<Truth>();
    for (var check : CHECKS) {
      truths.add(truth(check));
    }
    HARD_TO_SEE.stream()
        .filter(check -> !said.containsKey(check))
        .map(check -> new Truth(site.code(), check, NOT_FAIL, List.of(), Map.of(), "", false))
        .forEach(truths::add);
    said.keySet().stream()
        .filter(check -> !CHECKS.contains(check))
        .sorted()
        .forEach(check -> truths.add(truth(check)));
    return truths;
  }

  private Truth truth(String check) {
    var expect = said.containsKey(check) ? said.get(check) : fromPlan(check);
    var failed = expect == FAIL;
    return new Truth(
        site.code(),
        check,
        expect,
        failed ? subjects(check) : List.of(),
        failed || MEASURED.contains(check) ? measured(check) : Map.of(),
        scenarios.getOrDefault(check, ""),
        (system.needsBrowser() && !check.equals("availability"))
            || (check.equals("consult-min-length") && site.consult().checking().scripted())
            || (check.equals("search") && site.search().way().scripted()));
  }

  private Expect fromPlan(String check) {
    if (site.door() != Door.OPEN) {
      return check.equals("availability") ? FAIL : INCONCLUSIVE;
    }
    var faulty =
        switch (check) {
          case "home-freshness" -> homeNewest() > HOME_LIMIT;
          case "page-tags" ->
              List.of(LabTags.Page.values()).stream().anyMatch(site.tags()::faultyOn);
          case "site-identity" ->
              !site.marks().missing().isEmpty()
                  || !site.marks().code().isEmpty()
                  || !site.marks().reportCode().isEmpty()
                  || tagSaysAnotherCode()
                  || !site.domain().endsWith(".gov.cn");
          default -> !subjects(check).isEmpty();
        };
    return faulty ? FAIL : PASS;
  }

  private List<String> subjects(String check) {
    return switch (check) {
      case "availability", "home-freshness" ->
          site.door() == Door.OPEN && check.equals("availability")
              ? List.of()
              : List.of(site.root() + "/");
      case "column-freshness" ->
          site.columns().stream().filter(this::isStale).map(this::urlOf).toList();
      case "column-blank" ->
          site.columns().stream().filter(Truths::isBlank).map(this::urlOf).toList();
      case "link-health" ->
          site.links().stream().filter(PlantedLink::broken).map(this::urlOf).toList();
      default -> List.of();
    };
  }

  private Map<String, Object> measured(String check) {
    return switch (check) {
      case "home-freshness" ->
          Map.of("days", homeNewest(), "newest", site.today().minusDays(homeNewest()).toString());
      case "column-freshness" -> Map.of("stale", subjects(check).size());
      case "column-blank" -> Map.of("blank", subjects(check).size());
      case "link-health" -> Map.of("broken", subjects(check).size());
      case "search" -> search();
      case "reply-timeliness" -> letters();
      case "consult-channel",
          "consult-daily-limit",
          "consult-min-length",
          "consult-open-hours",
          "consult-tracking" ->
          site.consult().told();
      case "login-return" -> Map.of("returned", site.space().returns());
      case "user-space" -> space();
      default -> Map.of();
    };
  }

  private boolean tagSaysAnotherCode() {
    return site.tags().faultyOn(LabTags.Page.HOME)
        && site.tags().instead().getOrDefault("SiteIDCode", "").matches("\\d{10}");
  }

  private Map<String, Object> search() {
    var manner = site.search();
    var missing =
        site.firstLevel().stream()
            .filter(column -> leftOut(column, manner.leftOut()))
            .map(LabColumn::name)
            .toList();
    return Map.of(
        "found",
        manner.way() != SearchManner.Way.NONE,
        "requiresColumn",
        manner.columnFirst(),
        "missingSections",
        missing);
  }

  private Map<String, Object> space() {
    var keeps = site.space().keeps();
    return Map.of(
        "consultations",
        keeps.contains(Kind.CONSULTATIONS),
        "services",
        keeps.contains(Kind.SERVICES),
        "browsing",
        keeps.contains(Kind.BROWSING));
  }

  private boolean leftOut(LabColumn column, Set<String> slugs) {
    return column.shape() == Shape.HUB
        ? site.under(column).stream().anyMatch(below -> slugs.contains(below.slug()))
        : slugs.contains(column.slug());
  }

  private Map<String, Object> letters() {
    var letters =
        site.lists()
            .filter(column -> column.kind() == ColumnKind.INTERACTION)
            .flatMap(column -> Letters.of(site, column).stream())
            .filter(letter -> !letter.item().day().isBefore(site.today().minusYears(1)))
            .toList();
    return Map.of(
        "letters",
        letters.size(),
        "answered",
        (int) letters.stream().filter(letter -> letter.answered().isPresent()).count(),
        "within1",
        share(letters, 1),
        "within5",
        share(letters, 5),
        "overdue",
        (int)
            letters.stream()
                .filter(letter -> letter.answered().isEmpty())
                .filter(letter -> letter.age(site.today()) > Letters.TERM_DAYS)
                .count());
  }

  /// The share answered within so many working days, of those answered or out of time.
  private double share(List<Letters.Letter> letters, int term) {
    var counted =
        letters.stream()
            .filter(
                letter -> letter.answered().isPresent() || due(letter, term).isBefore(site.today()))
            .toList();
    var inTime =
        counted.stream()
            .filter(letter ->
                letter.answered().filter(day -> !day.isAfter(due(letter, term))).isPresent())
            .count();
    return counted.isEmpty() ? 0 : (double) inTime / counted.size();
  }

  private static LocalDate due(Letters.Letter letter, int term) {
    return WorkCalendar.china().deadline(letter.item().day(), term).orElseThrow();
  }

  private int homeNewest() {
    return site.homeLists().stream()
        .mapToInt(LabColumn::truthfulNewest)
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  private boolean isStale(LabColumn column) {
    return column.shape().listed()
        && !column.closed()
        && column.truthfulNewest() > column.limitDays();
  }

  private static boolean isBlank(LabColumn column) {
    return column.shape() == Shape.EMPTY || column.shape() == Shape.NOTICE;
  }

  private String urlOf(LabColumn column) {
    return system.columnUrl(site, column, 1);
  }

  private String urlOf(PlantedLink link) {
    return link.url().startsWith("/") ? site.root() + link.url() : link.url();
  }
}
