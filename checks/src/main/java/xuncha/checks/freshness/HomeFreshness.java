package xuncha.checks.freshness;

import com.google.auto.service.AutoService;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import xuncha.checks.Check;
import xuncha.checks.Examination;
import xuncha.findings.Beijing;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Observation;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.visit.Artifact;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Gathered;
import xuncha.findings.visit.HomePage;
import xuncha.findings.visit.Item;
import xuncha.findings.visit.ItemList;
import xuncha.findings.visit.PageFacts;
import xuncha.findings.visit.SiteColumns;
import xuncha.findings.visit.SitePages;

/// A home page with nothing new tells citizens that nobody is at home (V-W-03). A home page that
/// only leads on is judged by its second-level pages. Dates that we could not read are our lack,
/// not the site's: too few of them, and nothing is said; nor is it where scripts may have put newer
/// entries on the page that were not seen.
@AutoService(Check.class)
public final class HomeFreshness implements Check {
  @Override
  public String id() {
    return "home-freshness";
  }

  @Override
  public Set<Class<? extends Artifact>> needs() {
    return Set.of(HomePage.class);
  }

  @Override
  public Set<Class<? extends Artifact>> wants() {
    return Set.of(SitePages.class, SiteColumns.class);
  }

  @Override
  public Outcome examine(Examination visit) {
    var home = visit.the(HomePage.class);
    var obstacle = home.page().failure(home.page().finalUrl());
    if (obstacle.isPresent()) {
      return Outcome.inconclusive(obstacle.get());
    }
    var today = Beijing.day(visit.asOf());
    var seen = Dated.of(items(visit, home), today.plus(visit.rule().period("futureTolerance")));
    var earliest = today.minus(visit.rule().period("window"));
    var newest = seen.newest();
    if (newest.isPresent() && !Dated.day(newest.get()).isBefore(earliest)) {
      return pass(newest.get(), measured(seen, today), today);
    }
    return doubt(visit, home, seen, earliest)
        .map(why -> Outcome.inconclusive(why, measured(seen, today)))
        .orElseGet(() -> fail(visit, home, seen, today));
  }

  /// The entries of the home page, or of the pages behind a home page that is only an entry.
  private static List<Item> items(Examination visit, HomePage home) {
    var pages = Stream.of(home.page());
    var items = new LinkedHashMap<String, Item>();
    var known = visit.the(KnownDates.VIEW);
    if (home.entryOnly()) {
      pages = Stream.concat(pages, secondLevel(visit));
    }
    pages
        .flatMap(page -> page.lists().stream())
        .flatMap(list -> list.items().stream())
        .map(known::complete)
        .forEach(item -> items.merge(item.url(), item, HomeFreshness::dated));
    return List.copyOf(items.values());
  }

  private static Item dated(Item one, Item other) {
    return one.date().isPresent() ? one : other;
  }

  private static Stream<PageFacts> secondLevel(Examination visit) {
    return visit.attempt(SitePages.class).found().stream().flatMap(all -> all.pages().stream());
  }

  /// Why staleness is not proven; empty when it is.
  private static Optional<Failure> doubt(
      Examination visit, HomePage home, Dated seen, LocalDate earliest) {
    if (home.lacking().isPresent()) {
      return home.lacking();
    }
    var dated = seen.trusted().size();
    if (dated < visit.rule().count("minDated")) {
      return Optional.of(new Failure(Kind.TOO_LITTLE, dated + " dated entries"));
    }
    var share = visit.rule().share("minDatedShare");
    if (seen.share() < share || !(seen.isDatedByLists(share) || isSampled(visit, home, seen))) {
      return Optional.of(
          new Failure(
              Kind.TOO_LITTLE, seen.undated().size() + " headlines without a readable date"));
    }
    if (seen.maybeSince(earliest)) {
      return Optional.of(new Failure(Kind.UNREADABLE, "an uncertain date is within the window"));
    }
    return home.entryOnly() ? unreadBehindEntry(visit) : unopened(visit, home);
  }

  /// Whether every list of which articles were opened was seen to go from new to old.
  private static boolean isSampled(Examination visit, HomePage home, Dated seen) {
    var leading = visit.rule().count("minLeading");
    return lists(visit, home)
        .filter(
            items -> items.stream().anyMatch(Dated::isOpened) && !seen.trusted().containsAll(items))
        .allMatch(items -> new Sample(items).descends(leading, seen.trusted()));
  }

  private static Stream<List<Item>> lists(Examination visit, HomePage home) {
    var known = visit.the(KnownDates.VIEW);
    return home.page().lists().stream()
        .filter(ItemList::main)
        .map(list -> list.items().stream().map(known::complete).toList());
  }

  private static Optional<Failure> unopened(Examination visit, HomePage home) {
    var unopened = visit.the(Unopened.VIEW);
    return lists(visit, home)
        .flatMap(items -> unopened.among(items, home.page().finalUrl()).stream())
        .findFirst();
  }

  /// Behind an entry page *all* second-level pages have to be stale, so all must have been read.
  private static Optional<Failure> unreadBehindEntry(Examination visit) {
    return switch (visit.attempt(SitePages.class)) {
      case Gathered.Missing<SitePages>(var why) -> Optional.of(why);
      case Gathered.Got<SitePages>(var pages) ->
          pages.unread().stream()
              .findFirst()
              .map(SitePages.Unread::why)
              .or(() ->
                  pages.complete()
                      ? Optional.empty()
                      : Optional.of(new Failure(Kind.BUDGET, "second-level pages unread")));
    };
  }

  private Outcome pass(Item newest, Measured measured, LocalDate today) {
    var date = newest.date().orElseThrow();
    return new Outcome.Conclusive(
        1,
        List.of(),
        measured,
        new Sentence(
            "首页最新信息日期为" + date.day() + "，在时限内",
            "the newest entry on the home page is of " + date.day()),
        date.confidence(),
        false,
        List.of(age(date.day(), today)));
  }

  private Outcome fail(Examination visit, HomePage home, Dated seen, LocalDate today) {
    var newest = seen.newest().orElseThrow();
    var date = newest.date().orElseThrow();
    var days = ChronoUnit.DAYS.between(date.day(), today);
    var limit = visit.rule().period("window");
    var limitDays = ChronoUnit.DAYS.between(today.minus(limit), today);
    var measured = measured(seen, today);
    var sentence =
        new Sentence(
            "首页%d天无更新（限%d天），最新信息日期为%s".formatted(days, limitDays, date.day()),
            "nothing new on the home page for %d days (limit %d), the newest entry is of %s"
                .formatted(days, limitDays, date.day()));
    var finding =
        visit.finding(
            visit.rule().severity(),
            visit.site().url(),
            measured,
            visit.threshold("days", limitDays, "window"),
            sentence,
            List.of(
                Evidence.of(home.page().source(), newest.title() + " " + date.raw()),
                Evidence.text(newest.url())));
    var elsewhere = freshElsewhere(visit, today);
    return new Outcome.Conclusive(
        1,
        List.of(finding),
        measured,
        sentence,
        elsewhere ? Math.min(0.6, date.confidence()) : date.confidence(),
        elsewhere || home.entryOnly(),
        List.of(age(date.day(), today)));
  }

  /// A site whose columns go on while its home page stands still: a person should look whether the
  /// home page fills in its news by script.
  private static boolean freshElsewhere(Examination visit, LocalDate today) {
    var latest = today.plus(visit.rule().period("futureTolerance"));
    var earliest = today.minus(visit.rule().period("window"));
    return visit.attempt(SiteColumns.class).found().stream()
        .flatMap(all -> all.columns().stream())
        .map(column -> Dated.of(column.items(), latest).newest())
        .flatMap(Optional::stream)
        .anyMatch(item -> !Dated.day(item).isBefore(earliest));
  }

  private static Measured measured(Dated seen, LocalDate today) {
    var newest = seen.newest().map(Dated::day);
    return Measured.of("newest", newest.map(LocalDate::toString).orElse(null))
        .and("days", newest.map(day -> ChronoUnit.DAYS.between(day, today)).orElse(null))
        .and("items", seen.trusted().size());
  }

  private Observation age(LocalDate newest, LocalDate today) {
    return new Observation(id(), "newest-age", ChronoUnit.DAYS.between(newest, today), "days");
  }
}
