package xuncha.crawler.probe.consult;

import xuncha.crawler.Inquiry;
import xuncha.findings.visit.Consultation;
import xuncha.findings.visit.Gathered;

/// Finds the ways that a site offers for writing to its body, and what its forms and notices state.
/// It follows links and frames; it presses no button and sends no form, not even by GET.
public final class ConsultSearch implements Inquiry<Consultation> {
  private static final int PAGES = 24;

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
    return new Gathered.Got<>(new ConsultRound(ground).consultation());
  }
}
