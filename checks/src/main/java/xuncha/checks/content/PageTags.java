package xuncha.checks.content;

import com.google.auto.service.AutoService;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xuncha.checks.Check;
import xuncha.checks.Examination;
import xuncha.checks.Hosts;
import xuncha.checks.content.TagFault.Fault;
import xuncha.checks.identity.SiteCode;
import xuncha.findings.Beijing;
import xuncha.findings.edition.Rule;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Finding;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Observation;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.verdict.Severity;
import xuncha.findings.visit.Artifact;
import xuncha.findings.visit.Column;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Blame;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.PageFacts;
import xuncha.findings.visit.PageFacts.PageKind;
import xuncha.findings.visit.PageFacts.PageState;
import xuncha.findings.visit.SiteColumns;
import xuncha.findings.visit.SitePages;

/// Search engines and supervisors read government pages by their tags (D-24, standards §6.4). Each
/// home, column and article page of the site's own is held against the tags of its kind; a tag in
/// another case is there (G-24) and only counted. A page whose kind is not plain is left out. The
/// pages are a sample; where we did not look into more columns than pages they are none.
@AutoService(Check.class)
public final class PageTags implements Check {
  private static final int LONGEST_QUOTE = 300;

  /// One page and what is wrong with its tags.
  private record Tagged(PageFacts page, List<TagFault> faults, long wrongCase) {}

  @Override
  public String id() {
    return "page-tags";
  }

  @Override
  public Set<Class<? extends Artifact>> needs() {
    return Set.of(SitePages.class);
  }

  /// A page that the site's navigation leads to as a column is one, whatever it looks like.
  @Override
  public Set<Class<? extends Artifact>> wants() {
    return Set.of(SiteColumns.class);
  }

  @Override
  public Outcome examine(Examination visit) {
    var pages = visit.the(SitePages.class).pages();
    var columns = columns(visit);
    var hosts = hosts(visit, pages);
    var rule = visit.rule();
    var today = Beijing.day(visit.asOf());
    var reading =
        new TagReading(
            hosts,
            code(visit, pages),
            pubDateForms(rule),
            today.minusYears(rule.count("oldestYears")),
            today.plus(rule.period("futureTolerance")));
    var tagged = new ArrayList<Tagged>();
    for (var page : pages) {
      required(page, hosts, columns, rule)
          .ifPresent(names ->
              tagged.add(
                  new Tagged(
                      page, reading.faults(page, names), TagReading.inWrongCase(page, names))));
    }
    return tagged.isEmpty()
        ? Outcome.inconclusive(new Failure(Kind.TOO_LITTLE, "no page whose kind is plain"))
        : outcome(visit, tagged);
  }

  /// Why there are too few pages for a sample: we did not look into more columns than pages.
  private static Optional<Failure> tooFew(Examination visit, int pages) {
    var unseen =
        visit.attempt(SiteColumns.class).found().stream()
            .flatMap(all -> all.columns().stream())
            .flatMap(column -> column.why().stream())
            .filter(why -> why.blame() == Blame.US)
            .toList();
    return unseen.size() > pages ? Optional.of(unseen.getFirst()) : Optional.empty();
  }

  /// Where the site is at home: as registered, and where its home page was found.
  private static Set<String> hosts(Examination visit, List<PageFacts> pages) {
    var found =
        pages.stream()
            .filter(page -> page.kind() == PageKind.HOME)
            .map(page -> Hosts.of(page.finalUrl()));
    return Stream.concat(Stream.of(visit.site().host()), found)
        .filter(host -> !host.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The registered code; where the registry has none, the one that the footers show.
  private static Optional<String> code(Examination visit, List<PageFacts> pages) {
    return SiteCode.parse(visit.site().code())
        .or(() ->
            pages.stream()
                .flatMap(page -> page.marks().siteCode().stream())
                .flatMap(code -> SiteCode.parse(code).stream())
                .findFirst())
        .map(SiteCode::value);
  }

  private static List<DateTimeFormatter> pubDateForms(Rule rule) {
    return Stream.concat(Stream.of(rule.text("pubDate")), rule.words("pubDateTolerated").stream())
        .map(TagReading::form)
        .toList();
  }

  /// The tags that the page must have; empty for pages of other bodies and of no plain kind.
  private static Optional<List<String>> required(
      PageFacts page, Set<String> hosts, Set<String> columns, Rule rule) {
    var host = Hosts.of(page.finalUrl());
    if (page.state() != PageState.CONTENT
        || page.status() != 200
        || hosts.stream().noneMatch(own -> Hosts.related(own, host))) {
      return Optional.empty();
    }
    return switch (page.kind()) {
      case HOME -> Optional.of(rule.words("home"));
      case LIST -> Optional.of(rule.words("column"));
      case ARTICLE ->
          isArticle(page, columns) ? Optional.of(rule.words("article")) : Optional.empty();
      case FORM, HUB, OTHER -> Optional.empty();
    };
  }

  private static boolean isArticle(PageFacts page, Set<String> columns) {
    return !columns.contains(page.url())
        && !columns.contains(page.finalUrl())
        && (page.published().isPresent() || page.meta("ArticleTitle").isPresent());
  }

  private static Set<String> columns(Examination visit) {
    return visit.attempt(SiteColumns.class).found().stream()
        .flatMap(all -> all.columns().stream())
        .map(Column::url)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Outcome outcome(Examination visit, List<Tagged> tagged) {
    var faulty = tagged.stream().filter(page -> !page.faults().isEmpty()).toList();
    var missing = new TreeSet<String>();
    faulty.stream()
        .flatMap(page -> page.faults().stream())
        .filter(fault -> fault.fault() == Fault.MISSING)
        .forEach(fault -> missing.add(fault.name()));
    var wrongCase = tagged.stream().mapToLong(Tagged::wrongCase).sum();
    var foreign =
        faulty.stream()
            .flatMap(page -> page.faults().stream())
            .anyMatch(fault -> fault.fault() == Fault.FOREIGN);
    var measured =
        Measured.of("pages", tagged.size())
            .and("complete", tagged.size() - faulty.size())
            .and("missing", missing);
    var tooFew = tooFew(visit, tagged.size());
    if (faulty.isEmpty() && tooFew.isPresent()) {
      return Outcome.inconclusive(tooFew.get(), measured);
    }
    return new Outcome.Conclusive(
        tagged.size(),
        faulty.stream().map(page -> finding(visit, page)).toList(),
        measured,
        sentence(tagged.size(), faulty.size(), wrongCase),
        0.9,
        foreign,
        List.of(
            new Observation(id(), "pages", tagged.size(), "count"),
            new Observation(id(), "complete", tagged.size() - faulty.size(), "count"),
            new Observation(id(), "wrong-case", wrongCase, "count")));
  }

  private static Sentence sentence(int pages, int faulty, long wrongCase) {
    var zh = wrongCase == 0 ? "" : "（提示：%d处标签名大小写不规范）".formatted(wrongCase);
    var en = wrongCase == 0 ? "" : " (notice: %d tag names in the wrong case)".formatted(wrongCase);
    return faulty == 0
        ? new Sentence(
            "%d个页面标签齐全".formatted(pages) + zh, "all %d pages have their tags".formatted(pages) + en)
        : new Sentence(
            "检查%d个页面，其中%d个页面的标签缺失或有误".formatted(pages, faulty) + zh,
            "%d of %d pages lack tags or have wrong ones".formatted(faulty, pages) + en);
  }

  private static Finding finding(Examination visit, Tagged tagged) {
    var faults = tagged.faults();
    var missing = faults.stream().filter(fault -> fault.fault() == Fault.MISSING).toList();
    var wrong = faults.stream().filter(fault -> fault.fault() != Fault.MISSING).toList();
    var kind = setting(tagged.page().kind());
    var slight = faults.stream().allMatch(TagFault::slight);
    return visit.finding(
        slight ? Severity.NOTICE : visit.rule().severity(),
        tagged.page().url(),
        Measured.of("kind", kind)
            .and("missing", missing.stream().map(TagFault::name).toList())
            .and("wrong", wrong.stream().map(TagFault::name).toList()),
        visit.threshold("required", visit.rule().words(kind), kind),
        new Sentence(
            "页面标签：" + faults.stream().map(TagFault::zh).collect(Collectors.joining("、")),
            "page tags: " + faults.stream().map(TagFault::en).collect(Collectors.joining(", "))),
        List.of(Evidence.of(tagged.page().source(), quote(tagged.page(), wrong))));
  }

  private static String setting(PageKind kind) {
    return switch (kind) {
      case HOME -> "home";
      case LIST -> "column";
      case ARTICLE, FORM, HUB, OTHER -> "article";
    };
  }

  /// The wrong tags as they stand, or all tags of a page that lacks some.
  private static String quote(PageFacts page, List<TagFault> wrong) {
    var quoted =
        wrong.isEmpty()
            ? page.metas().stream().map(tag -> tag.name() + "=" + tag.content())
            : wrong.stream().map(fault -> fault.name() + "=" + fault.value());
    var text = quoted.collect(Collectors.joining("; "));
    var shown = text.isEmpty() ? "页面没有任何meta标签 · no meta tag at all" : text;
    return shown.length() <= LONGEST_QUOTE ? shown : shown.substring(0, LONGEST_QUOTE) + "…";
  }
}
