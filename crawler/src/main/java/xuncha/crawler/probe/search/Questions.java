package xuncha.crawler.probe.search;

import java.util.Optional;
import xuncha.crawler.Inquiry.Ground;
import xuncha.crawler.probe.search.SearchBox.Option;
import xuncha.findings.visit.SearchTrial.Kind;

/// How many questions one visit has put to a site's search, and how many it may.
final class Questions {
  private final Ground ground;
  private final int budget;
  private int asked;

  Questions(Ground ground, int budget) {
    this.ground = ground;
    this.budget = budget;
  }

  /// Asks for a thing by its title.
  Put ask(Interview talk, Kind kind, KnownItem item, Optional<Option> chosen) {
    asked++;
    return talk.ask(kind, item, chosen);
  }

  /// Asks for these words.
  Put put(Interview talk, Kind kind, String words, Optional<KnownItem> item) {
    asked++;
    return talk.put(kind, words, item, Optional.empty());
  }

  boolean goesOn(Interview talk) {
    return !talk.isOver() && left() > 0 && ground.left() > 0;
  }

  /// How many more may be put.
  int left() {
    return budget - asked;
  }

  int budget() {
    return budget;
  }
}
