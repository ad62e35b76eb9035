package xuncha.cli;

import java.time.InstantSource;
import xuncha.checks.consult.ConsultOpenHours;
import xuncha.crawler.Gatherer;
import xuncha.crawler.Keepsake;
import xuncha.findings.edition.Edition;
import xuncha.findings.site.Site;
import xuncha.findings.store.Ledger;
import xuncha.findings.visit.FormSights;
import xuncha.findings.visit.FormSights.Sight;
import xuncha.findings.visit.Gathered;
import xuncha.findings.visit.Source;

/// Brings along what the record says of earlier sights of a site's form, so that they are archived
/// with the visit and a replay needs no record.
final class SightsOnRecord implements Gatherer<FormSights> {
  private static final String CHECK = new ConsultOpenHours().id();

  private final Ledger ledger;
  private final Edition edition;
  private final InstantSource clock;

  SightsOnRecord(Ledger ledger, Edition edition, InstantSource clock) {
    this.ledger = ledger;
    this.edition = edition;
    this.clock = clock;
  }

  @Override
  public Keepsake<FormSights> brings() {
    return Keepsake.FORM_SIGHTS;
  }

  @Override
  public Gathered<FormSights> gather(Site site, Scope scope) {
    var since = clock.instant().minus(edition.rule(CHECK).duration("remembered"));
    var sights =
        ledger.series(site.id(), CHECK, ConsultOpenHours.OPEN, since).stream()
            .map(seen -> new Sight(seen.at(), seen.value() > 0))
            .toList();
    return new Gathered.Got<>(new FormSights(sights, Source.UNARCHIVED));
  }
}
