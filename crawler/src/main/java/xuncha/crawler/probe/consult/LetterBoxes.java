package xuncha.crawler.probe.consult;

import xuncha.crawler.Inquiry;
import xuncha.findings.visit.Gathered;
import xuncha.findings.visit.Letters;

/// Finds the letters that a site publishes: in the columns of its consultation boxes, on the lists
/// below them, and, where a list does not tell how a letter fared, on the letter's own page.
public final class LetterBoxes implements Inquiry<Letters> {
  /// Enough for a year of letters of a usual box, half a minute at the usual pace.
  private static final int PAGES = 60;

  @Override
  public Class<Letters> brings() {
    return Letters.class;
  }

  @Override
  public int pages() {
    return PAGES;
  }

  @Override
  public Gathered<Letters> into(Ground ground) {
    return new Gathered.Got<>(new LetterRound(ground).letters());
  }
}
