package xuncha.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import xuncha.checks.Examiner;
import xuncha.crawler.Inquiry;
import xuncha.crawler.probe.consult.ConsultSearch;
import xuncha.crawler.probe.consult.LetterBoxes;
import xuncha.crawler.probe.search.SearchProfiles;
import xuncha.crawler.probe.search.SiteSearch;
import xuncha.findings.edition.Edition;
import xuncha.findings.visit.Artifact;

/// What is looked into after a walk: what the enabled checks need, and nothing else.
final class Matters {
  private Matters() {}

  /// @param edition whose numbers and words they go by
  static List<Inquiry<?>> of(Examiner examiner, Edition edition) {
    return of(examiner, edition, SearchProfiles.NONE);
  }

  /// @param searches what an operator knows of some sites' searches
  static List<Inquiry<?>> of(Examiner examiner, Edition edition, SearchProfiles searches) {
    List<Inquiry<?>> all =
        List.of(new LetterBoxes(), new ConsultSearch(edition), new SiteSearch(edition, searches));
    return all.stream().filter(one -> concern(examiner, one.brings())).toList();
  }

  /// The types of artifacts that the enabled checks look at.
  static Set<Class<? extends Artifact>> concerning(Examiner examiner) {
    return examiner.checks().stream()
        .flatMap(check -> Stream.concat(check.needs().stream(), check.wants().stream()))
        .collect(Collectors.toSet());
  }

  /// Whether an enabled check looks at artifacts of that type.
  static boolean concern(Examiner examiner, Class<? extends Artifact> type) {
    return concerning(examiner).contains(type);
  }
}
