package xuncha.crawler.probe.search;

import xuncha.crawler.Inquiry;
import xuncha.findings.edition.Edition;
import xuncha.findings.edition.Lexicon;
import xuncha.findings.edition.Rule;
import xuncha.findings.visit.Gathered;
import xuncha.findings.visit.SearchTrial;

/// Finds the site's search and asks it for what the site has published, as often as the edition
/// allows and no more.
public final class SiteSearch implements Inquiry<SearchTrial> {
  /// Pages, scripts and results looked at beside the questions.
  private static final int BESIDES = 8;

  private final Rule rule;
  private final Lexicon lexicon;
  private final SearchProfiles profiles;

  public SiteSearch(Edition edition) {
    this(edition, SearchProfiles.NONE);
  }

  /// @param profiles what an operator knows of some sites' searches
  public SiteSearch(Edition edition, SearchProfiles profiles) {
    this.profiles = profiles;

    this.rule = edition.rule("search");
    this.lexicon = edition.lexicon();
  }

  @Override
  public Class<SearchTrial> brings() {
    return SearchTrial.class;
  }

  @Override
  public int pages() {
    return rule.count("budget") + BESIDES;
  }

  @Override
  public Gathered<SearchTrial> into(Ground ground) {
    return new Gathered.Got<>(
        new SearchRound(ground, rule, lexicon, profiles.of(ground.site().id())).trial());
  }
}
