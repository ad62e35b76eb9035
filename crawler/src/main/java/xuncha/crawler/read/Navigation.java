package xuncha.crawler.read;

import java.util.List;
import java.util.Objects;
import xuncha.findings.edition.Lexicon;

/// Finds what a site calls its columns. Stateless.
public final class Navigation {
  private final Lexicon lexicon;

  public Navigation(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// The columns that the home page names, in its order, each address once: navigation bars, menus,
  /// section headings with 更多. Never other bodies' sites, log-ins, searches or print views.
  public List<Candidate> candidates(PageReader.Result home) {
    Objects.requireNonNull(lexicon);
    return List.of();
  }

  /// The columns that a further page of the site names (its site map), as [#candidates].
  public List<Candidate> candidates(PageReader.Result home, PageReader.Result sitemap) {
    return List.of();
  }

  /// The columns below `parent` that its own page names: side menus, hub pages with blocks and 更多.
  /// Empty when the page is itself a list.
  public List<Candidate> below(Candidate parent, PageReader.Result page) {
    return List.of();
  }
}
