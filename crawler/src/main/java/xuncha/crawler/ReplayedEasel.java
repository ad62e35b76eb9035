package xuncha.crawler;

import java.util.Optional;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.Transport;
import xuncha.findings.visit.Source;

/// Takes up what was drawn and done when the visit was made.
record ReplayedEasel(Transport recorded) implements Easel {
  @Override
  public Exchange draw(Exchange.Answered page, String reason) {
    return recorded.exchange(DrawnPage.ask(page));
  }

  @Override
  public void letIn() {
    // the answers of the visit are there, however they were asked for
  }

  @Override
  public Deed.Known enact(Exchange.Answered page, Deed deed) {
    var told = recorded.exchange(DeedExchange.ask(page, deed));
    var picture =
        recorded.exchange(DeedExchange.askToSee(page, deed)) instanceof Exchange.Answered seen
            ? Optional.of(seen.source())
            : Optional.<Source>empty();
    return DeedExchange.known(told, picture);
  }
}
