package xuncha.crawler.probe.consult;

import xuncha.crawler.Inquiry;
import xuncha.findings.edition.Edition;
import xuncha.findings.edition.Rule;
import xuncha.findings.visit.Consultation;
import xuncha.findings.visit.Gathered;

/// Finds the ways that a site offers for writing to its body, and what its forms and notices state.
/// It follows links and frames; it sends no form, not even by GET. Where there is a browser, forms
/// whose scripts check what is written are tried in it with everything outgoing stopped.
public final class ConsultSearch implements Inquiry<Consultation> {
  private static final int PAGES = 24;

  private final Rule rule;

  /// @param edition how much a form may be tried
  public ConsultSearch(Edition edition) {
    this.rule = edition.rule("consult-min-length");
  }

  @Override
  public Class<Consultation> brings() {
    return Consultation.class;
  }

  @Override
  public int pages() {
    return PAGES;
  }

  @Override
  public Gathered<Consultation> into(Ground ground) {
    return new Gathered.Got<>(new ConsultRound(ground, rule).consultation());
  }
}
