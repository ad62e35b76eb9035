package xuncha.crawler;

import java.time.Duration;
import java.time.InstantSource;
import xuncha.crawler.archive.Archive;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.Transport;
import xuncha.crawler.render.Renderer;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;

/// Has pages drawn now, and writes down what came of it.
final class LiveEasel implements Easel {
  private final Renderer.Sitting sitting;
  private final Archive.Recording recording;
  private final InstantSource clock;
  private final int most;
  private int drawn;

  /// @param network makes the requests of the pages
  /// @param most pages that are drawn
  LiveEasel(
      Renderer renderer,
      Transport network,
      Archive.Recording recording,
      InstantSource clock,
      int most) {
    this.sitting = renderer.sit(network);
    this.recording = recording;
    this.clock = clock;
    this.most = most;
  }

  @Override
  public Exchange draw(Exchange.Answered page, String reason) {
    if (drawn >= most) {
      var why = new Failure(Kind.BUDGET, most + " pages in the browser");
      return recording.drawn(
          new Exchange.Failed(DrawnPage.ask(page), clock.instant(), Duration.ZERO, why),
          page.source(),
          xuncha.crawler.fetch.Body.EMPTY);
    }
    drawn++;
    var came = sitting.draw(page, false);
    return recording.drawn(
        DrawnPage.of(page, came, reason), page.source(), DrawnPage.journal(came, reason));
  }
}
