package xuncha.crawler.archive;

import java.time.InstantSource;
import xuncha.crawler.fetch.Transport;

/// One stored visit, ready to be gone through again: it answers like the sites did, in the same
/// order, and its clock stands where the visit stood. For one crawl only; get a new one from
/// [Replay#visits] for the next.
public interface Recorded extends Transport, InstantSource {
  /// What the visit said of itself, or what could be made out of somebody else's capture.
  Heading heading();
}
