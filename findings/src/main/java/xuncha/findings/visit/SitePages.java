package xuncha.findings.visit;

import java.util.List;

/// The pages of the site that the visit read, the home page first.
///
/// @param pages what was read
/// @param unread addresses that were tried and could not be read, with the reason
/// @param complete whether the budget sufficed for every column that was found
public record SitePages(List<PageFacts> pages, List<Unread> unread, boolean complete)
    implements Artifact {
  public SitePages {
    pages = List.copyOf(pages);
    unread = List.copyOf(unread);
  }

  /// A page that could not be read.
  public record Unread(String url, Failure why, Source source) {}
}
