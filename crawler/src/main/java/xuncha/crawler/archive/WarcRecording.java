package xuncha.crawler.archive;

import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.Transport;
import xuncha.findings.store.Spool;

/// One visit's file under way.
final class WarcRecording implements Archive.Recording {
  private final Spool spool;
  private final Heading heading;
  private final Transport over;

  WarcRecording(Spool spool, Heading heading, Transport over) {
    this.spool = spool;
    this.heading = heading;
    this.over = over;
  }

  @Override
  public Exchange exchange(Ask ask) {
    return over.exchange(ask);
  }

  @Override
  public void close() {
    spool.close();
  }

  @Override
  public String toString() {
    return "the archive of " + heading.target().id();
  }
}
