package xuncha.findings.visit;

import java.util.List;
import java.util.Optional;

/// The links of the pages visited, each tried once.
///
/// @param links those tried
/// @param untried how many more there were, which we did not try
/// @param why what kept us from trying most of these; empty when all were tried
public record LinkSurvey(List<TriedLink> links, int untried, Optional<Failure> why)
    implements Artifact {
  public LinkSurvey {
    links = List.copyOf(links);
    if (why.isPresent() != untried > 0) {
      throw new IllegalArgumentException("links go untried exactly for a reason: " + untried);
    }
  }

  /// One link and what came of it.
  ///
  /// @param url the address tried
  /// @param text what a person reads on it
  /// @param from a page that has it
  /// @param onHome whether the home page has it
  /// @param internal whether it belongs to the site or to the same body
  /// @param status the final HTTP status, 0 when there was none
  /// @param failure why it did not open; empty when it did
  /// @param confirmed whether a second try, later in the visit, failed the same way
  /// @param source where the answer is archived
  public record TriedLink(
      String url,
      String text,
      String from,
      boolean onHome,
      boolean internal,
      int status,
      Optional<Failure> failure,
      boolean confirmed,
      Source source) {}
}
