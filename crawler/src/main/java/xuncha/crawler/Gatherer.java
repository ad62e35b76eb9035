package xuncha.crawler;

import java.util.Optional;
import xuncha.crawler.fetch.Exchange;
import xuncha.findings.site.Site;
import xuncha.findings.visit.Gathered;
import xuncha.findings.visit.Keepable;

/// Brings one more artifact to a visit, by ways of its own: what must be tried rather than read. A
/// replay cannot go those ways again, so what was brought is kept whole in the archive.
public interface Gatherer<A extends Keepable<A>> {
  /// What it brings, and how that is kept.
  Keepsake<A> brings();

  /// Goes and tries. Blocks; keeps to the deadline of the visit on this thread.
  Gathered<A> gather(Site site, Scope scope);

  /// What the visit has in hand already, which links are the site's business, and which of them may
  /// be asked for.
  interface Scope {
    /// The home page as its server has just given it at its registered address; empty when that
    /// only led elsewhere, or to nothing that can be read.
    Optional<Exchange.Answered> home();

    /// Whether the host of that address belongs to the site's own body.
    boolean sameBody(String url);

    /// Whether robots.txt and the visit's manners let us ask for it.
    boolean mayAsk(String url);
  }
}
