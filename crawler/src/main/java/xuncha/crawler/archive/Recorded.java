package xuncha.crawler.archive;

import java.time.InstantSource;
import java.util.Optional;
import xuncha.crawler.fetch.Body;
import xuncha.crawler.fetch.Transport;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Source;

/// One stored visit, ready to be gone through again: it answers like the sites did, in the same
/// order, and its clock stands where the visit stood. For one crawl only; get a new one from
/// [Replay#visits] for the next.
public interface Recorded extends Transport, InstantSource {
  /// What the visit said of itself, or what could be made out of somebody else's capture.
  Heading heading();

  /// An artifact that was kept whole.
  ///
  /// @param type its type's simple name
  default Optional<Kept> kept(String type) {
    return Optional.empty();
  }

  /// Why the capture does not hold all of the visit: its archive kept only what findings rest on,
  /// or a file breaks off. Empty where it does hold all, or says nothing of it.
  default Optional<Failure> incomplete() {
    return Optional.empty();
  }

  /// How often it was asked so far for what the capture lacks.
  default int lacking() {
    return 0;
  }

  /// What was kept, and where.
  record Kept(Body json, Source source) {}
}
