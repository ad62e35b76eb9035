package xuncha.checks.identity;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import xuncha.checks.Hosts;
import xuncha.checks.View;
import xuncha.findings.visit.HomePage;
import xuncha.findings.visit.Marks;
import xuncha.findings.visit.PageFacts;
import xuncha.findings.visit.SitePages;
import xuncha.findings.visit.Visit;

/// The marks that the site shows anywhere among the pages read of its own host: a mark that only
/// one page's footer lacks is not missing from the site.
///
/// @param marks the union, the home page's own first; where more may be is a question to the home
///   page alone, which a browser may have shown whole
/// @param metaCode SiteIDCode of the pages: where they have several, the registered one is right
record ShownMarks(Marks marks, Optional<String> metaCode) {
  static final View<ShownMarks> VIEW = ShownMarks::of;

  /// Whether the site shows the mark of that name in the edition.
  boolean shows(String mark) {
    return switch (mark) {
      case "icp" -> marks.icp().isPresent();
      case "police" -> marks.police().isPresent() || marks.policeLink().isPresent();
      case "siteCode" -> marks.siteCode().isPresent();
      case "partyMark" -> marks.partyMark();
      case "errorReport" -> marks.errorReport();
      case "organiser" -> marks.organiser().isPresent();
      case "contact" -> marks.contact().isPresent();
      case "sitemap" -> marks.sitemap().isPresent();
      default -> throw new IllegalArgumentException("no such mark: " + mark);
    };
  }

  private static ShownMarks of(Visit visit) {
    var home = visit.attempt(HomePage.class).found().map(HomePage::page);
    var host = home.map(page -> Hosts.of(page.finalUrl())).orElse("");
    var others =
        visit.attempt(SitePages.class).found().stream()
            .flatMap(pages -> pages.pages().stream())
            .filter(page -> Hosts.of(page.finalUrl()).equals(host));
    var pages = Stream.concat(home.stream(), others).toList();
    var marks = pages.stream().map(PageFacts::marks).reduce(Marks::and).orElse(Marks.NONE);
    var metaCode =
        pages.stream()
            .flatMap(page -> page.metas().stream())
            .filter(meta -> meta.name().strip().equalsIgnoreCase("SiteIDCode"))
            .map(meta -> meta.content().strip())
            .filter(code -> !code.isEmpty())
            .min(Comparator.comparing(code -> !code.equalsIgnoreCase(visit.target().id())));
    return new ShownMarks(marks, metaCode);
  }
}
