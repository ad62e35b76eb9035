package xuncha.crawler.read;

import java.util.List;
import java.util.Optional;
import xuncha.findings.edition.Lexicon;
import xuncha.findings.visit.Column;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.PageFacts;
import xuncha.findings.visit.Source;

/// A candidate and its pages into a column. Made per site, when the site's pages have been read, so
/// that boxes which stand on every page are told from a column's own list.
public final class ColumnReading {
  private final Lexicon lexicon;
  private final List<PageFacts> site;

  /// @param lexicon the edition's words
  /// @param site the pages of the site that were read, the home page among them
  public ColumnReading(Lexicon lexicon, List<PageFacts> site) {
    this.lexicon = lexicon;
    this.site = List.copyOf(site);
  }

  /// What else should be fetched and read before [#read], likeliest first: data addresses when the
  /// list is not in the page, the next page when the first shows only pinned or undated items.
  /// Empty when what was read suffices.
  public List<String> wanted(Candidate candidate, List<PageReader.Result> pages) {
    return List.of();
  }

  /// The column, from its pages in reading order (list page, data answers, further pages).
  ///
  /// @param pages never empty
  public Column read(Candidate candidate, List<PageReader.Result> pages) {
    return unread(
        candidate,
        new Failure(Failure.Kind.UNREADABLE, site.size() + "/" + lexicon.lists().size()),
        pages.getFirst().facts().source());
  }

  /// The column whose page could not be had.
  public Column unread(Candidate candidate, Failure why, Source source) {
    return new Column(
        candidate.name(),
        candidate.url(),
        candidate.kind(),
        candidate.confidence(),
        candidate.level(),
        Column.State.UNREAD,
        List.of(),
        "",
        Optional.of(why),
        source);
  }
}
