package xuncha.checks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import xuncha.findings.Beijing;
import xuncha.findings.edition.Edition;
import xuncha.findings.edition.Editions;
import xuncha.findings.site.Category;
import xuncha.findings.site.Site;
import xuncha.findings.site.Target;
import xuncha.findings.verdict.Finding;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.visit.Artifact;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.FoundDate;
import xuncha.findings.visit.FoundDate.Provenance;
import xuncha.findings.visit.Gathered;
import xuncha.findings.visit.HomeAttempts;
import xuncha.findings.visit.HomeAttempts.Attempt;
import xuncha.findings.visit.Item;
import xuncha.findings.visit.Source;
import xuncha.findings.visit.Vantage;
import xuncha.findings.visit.Visit;

/// A visit written by hand for a test: a registered site, the reference time 2020-04-01 10:00 in
/// Beijing, and whatever artifacts the test puts there.
public final class Scene {
  /// The edition that tests judge by.
  public static final Edition EDITION = Editions.shipped("cn-2019");

  /// The day of the reference time.
  public static final LocalDate TODAY = LocalDate.of(2020, 4, 1);

  /// The reference time.
  public static final Instant AS_OF = TODAY.atTime(10, 0).atZone(Beijing.ZONE).toInstant();

  /// Where the archived pages of these visits are.
  public static final Source SOURCE = new Source("<urn:uuid:1>", "ab".repeat(32));

  private final Target target;
  private final Map<Class<? extends Artifact>, Gathered<? extends Artifact>> artifacts =
      new HashMap<>();

  private Scene(Target target) {
    this.target = target;
  }

  /// A city's site whose code the registry does not know.
  public static Scene visit() {
    return of(Site.at("http://www.example.gov.cn/"));
  }

  /// A city's site registered with that code.
  public static Scene registeredAs(String code) {
    return of(
        new Site(
            code,
            "示例市人民政府",
            "http://www.example.gov.cn/",
            "示例市人民政府办公室",
            Category.CITY_PORTAL,
            "示例市",
            true,
            Map.of()));
  }

  public static Scene of(Target target) {
    return new Scene(target);
  }

  /// With something that was brought home.
  public Scene with(Artifact artifact) {
    artifacts.put(artifact.getClass(), new Gathered.Got<>(artifact));
    return this;
  }

  /// With something that was looked for in vain.
  public Scene without(Class<? extends Artifact> type, Failure.Kind why) {
    artifacts.put(type, new Gathered.Missing<>(new Failure(why, "example")));
    return this;
  }

  public Visit build() {
    return new Visit(target, AS_OF, AS_OF, new Vantage("test", false, false), artifacts);
  }

  /// What the check says of this visit under the national edition.
  public Outcome judgedBy(Check check) {
    return new Examiner(List.of(check)).examine(build(), EDITION).getFirst().outcome();
  }

  /// Tries to open the home page: `ok`, `slow` (20 s), or a failure's id with an optional time in
  /// seconds, `response-timeout@5`.
  public static HomeAttempts tries(String... results) {
    return new HomeAttempts(List.of(results).stream().map(Scene::attempt).toList());
  }

  private static Attempt attempt(String result) {
    var parts = result.split("@", 2);
    var seconds = parts.length > 1 ? Integer.parseInt(parts[1]) : parts[0].equals("ok") ? 1 : 20;
    var opened = parts[0].equals("ok") || parts[0].equals("slow");
    return new Attempt(
        AS_OF,
        Duration.ofSeconds(seconds),
        opened ? Optional.empty() : Optional.of(new Failure(kind(parts[0]), "example")),
        SOURCE);
  }

  private static Failure.Kind kind(String id) {
    return Failure.Kind.valueOf(id.replace('-', '_').toUpperCase(Locale.ROOT));
  }

  /// An entry dated that many days before the reference time, surely.
  public static Item item(String title, int daysAgo) {
    return item(title, daysAgo, 0.9);
  }

  /// An entry dated that many days before the reference time.
  public static Item item(String title, int daysAgo, double confidence) {
    var day = TODAY.minusDays(daysAgo);
    var date = new FoundDate(day, Optional.empty(), Provenance.LIST, confidence, day.toString());
    return undated(title).dated(date);
  }

  /// An entry without a date.
  public static Item undated(String title) {
    return new Item(
        title, "http://www.example.gov.cn/" + title.hashCode() + ".html", Optional.empty(), false);
  }

  /// The findings of a conclusive outcome.
  public static List<Finding> findings(Outcome outcome) {
    return outcome instanceof Outcome.Conclusive conclusive ? conclusive.findings() : List.of();
  }
}
