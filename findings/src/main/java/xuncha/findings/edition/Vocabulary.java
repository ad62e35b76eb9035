package xuncha.findings.edition;

import static java.util.Map.entry;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import xuncha.findings.edition.Shape.Count;
import xuncha.findings.edition.Shape.Length;
import xuncha.findings.edition.Shape.Share;
import xuncha.findings.edition.Shape.Span;
import xuncha.findings.edition.Shape.Text;
import xuncha.findings.edition.Shape.Words;
import xuncha.findings.verdict.Severity;
import xuncha.findings.visit.ColumnKind;

/// Which settings each check has and what they may be. It holds no values: those are the editions'.
/// A complete edition has every check and setting named here and no other, so that a check never
/// asks in vain and a misspelt key is never ignored.
final class Vocabulary {
  private static final Shape SHARE = new Share();
  private static final Shape SPAN = new Span();
  private static final Shape COUNT = new Count(1, 10_000);
  private static final Shape SOME_WORDS = new Words(false, Set.of());
  private static final Shape SEVERITY = new Text(idsOf(Severity.values()));

  /// The shapes by check id and setting name.
  static final Map<String, Map<String, Shape>> CHECKS =
      Map.ofEntries(
          entry(
              "availability",
              Map.of(
                  "attempts", COUNT,
                  "dailyAttempts", COUNT,
                  "window", SPAN,
                  "slow", seconds(1, 300),
                  "failedShare", SHARE,
                  "warningShare", SHARE)),
          entry(
              "home-freshness",
              Map.of(
                  "window", SPAN,
                  "warning", SPAN,
                  "minDated", COUNT,
                  "minDatedShare", SHARE,
                  "minLeading", COUNT,
                  "futureTolerance", SPAN)),
          entry("column-freshness", columnFreshness()),
          entry("column-blank", Map.of("veto", COUNT, "warning", COUNT)),
          entry(
              "link-health",
              Map.of("homeSeverity", SEVERITY, "suspiciousShare", SHARE, "sample", COUNT)),
          entry(
              "ipv6",
              Map.of(
                  "minNameservers", COUNT,
                  "connectTimeout", seconds(1, 300),
                  "requestTimeout", seconds(1, 300),
                  "similarity", SHARE,
                  "linkShare", SHARE,
                  "different", SHARE)),
          entry(
              "search",
              Map.of(
                  "titles", COUNT,
                  "page", COUNT,
                  "successAt10", SHARE,
                  "minQueries", COUNT,
                  "sameResultsShare", SHARE,
                  "freshnessLag", SPAN,
                  "budget", new Count(1, 200),
                  "sectionTitles", COUNT,
                  "confidence", SHARE)),
          entry("consult-channel", Map.of()),
          entry(
              "consult-min-length",
              Map.of(
                  "limit", new Count(0, 10_000),
                  "validations", new Count(0, 1_000),
                  "time", seconds(5, 600))),
          entry("consult-daily-limit", Map.of("limit", COUNT)),
          entry(
              "consult-open-hours",
              Map.of(
                  "slack", seconds(0, 12 * 3600),
                  "remembered", seconds(24 * 3600, 366 * 24 * 3600),
                  "dates", COUNT)),
          entry("consult-tracking", Map.of()),
          entry(
              "reply-timeliness",
              Map.of(
                  "window", SPAN,
                  "overdue", SPAN,
                  "promptWorkdays", COUNT,
                  "workdays", COUNT,
                  "publishing", SPAN,
                  "minDatedShare", SHARE)),
          entry("login-return", Map.of()),
          entry(
              "user-space",
              Map.of(
                  "histories", new Words(false, Set.of("consultations", "services", "browsing")))),
          entry("interpretation", Map.of("sample", COUNT, "minSimilarity", SHARE)),
          entry("survey-activity", Map.of("window", SPAN, "minimum", COUNT)),
          entry("survey-formal", Map.of("window", SPAN, "repeats", COUNT, "similarity", SHARE)),
          entry("survey-commercial", Map.of()),
          entry("topic-column", Map.of("topics", new Words(true, Set.of()))),
          entry("site-identity", Map.of("marks", identityMarks(), "suffixes", SOME_WORDS)),
          entry(
              "page-tags",
              Map.of(
                  "home", SOME_WORDS,
                  "column", SOME_WORDS,
                  "article", SOME_WORDS,
                  "pubDate", new Text(Set.of()),
                  "pubDateTolerated", new Words(true, Set.of()),
                  "oldestYears", new Count(1, 1_000),
                  "futureTolerance", SPAN)),
          entry(
              "service-guides",
              Map.of(
                  "elements", SOME_WORDS,
                  "missingElements", COUNT,
                  "incompleteGuides", COUNT,
                  "sample", COUNT)),
          entry("backdated", Map.of("tolerance", SPAN)),
          entry("tampering", Map.of()),
          entry("exposure", Map.of()),
          entry("commercial", Map.of()),
          entry("media-freshness", Map.of("window", SPAN, "futureTolerance", SPAN)),
          entry("media-original", Map.of("maxRepostShare", SHARE, "minPosts", COUNT)),
          entry("media-topic", Map.of("maxOffTopicShare", SHARE, "minPosts", COUNT)),
          entry(
              "media-replies",
              Map.of("minMessages", COUNT, "minAnsweredShare", SHARE, "patience", SPAN)),
          entry("media-comments", Map.of()),
          entry("media-abandoned", Map.of()),
          entry("media-ads", Map.of()));

  private Vocabulary() {}

  private static Map<String, Shape> columnFreshness() {
    var shapes =
        new TreeMap<String, Shape>(
            Map.of(
                "exempt", new Words(true, idsOf(ColumnKind.values())),
                "vetoCurrent", COUNT,
                "vetoOther", COUNT,
                "otherSeverity", SEVERITY,
                "minKindConfidence", SHARE,
                "minDatedShare", SHARE,
                "minLeading", COUNT,
                "futureTolerance", SPAN));
    for (var kind : ColumnKind.values()) {
      shapes.put(kind.id() + "Limit", SPAN);
    }
    return shapes;
  }

  private static Shape identityMarks() {
    return new Words(
        false,
        Set.of(
            "icp",
            "police",
            "siteCode",
            "partyMark",
            "errorReport",
            "organiser",
            "contact",
            "sitemap"));
  }

  private static Shape seconds(int least, int most) {
    return new Length(Duration.ofSeconds(least), Duration.ofSeconds(most));
  }

  private static Set<String> idsOf(Severity[] all) {
    return Arrays.stream(all).map(Severity::id).collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> idsOf(ColumnKind[] all) {
    return Arrays.stream(all).map(ColumnKind::id).collect(Collectors.toUnmodifiableSet());
  }
}
