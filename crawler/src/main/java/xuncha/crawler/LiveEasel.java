package xuncha.crawler;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import xuncha.crawler.archive.Archive;
import xuncha.crawler.fetch.Admission;
import xuncha.crawler.fetch.Body;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.Transport;
import xuncha.crawler.render.Renderer;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;

/// Has pages drawn now, and writes down what came of it.
final class LiveEasel implements Easel {
  private final Renderer.Sitting sitting;
  private final Admission admission;
  private final Archive.Recording recording;
  private final InstantSource clock;
  private final int most;
  private int drawn;

  /// @param network makes the requests of the pages
  /// @param admission what the visit's own requests go through
  /// @param most pages that are drawn
  LiveEasel(
      Renderer renderer,
      Transport network,
      Admission admission,
      Archive.Recording recording,
      InstantSource clock,
      int most) {
    this.sitting = renderer.sit(network);
    this.admission = admission;
    this.recording = recording;
    this.clock = clock;
    this.most = most;
  }

  @Override
  public void letIn() {
    admission.grant(sitting.cookies());
  }

  @Override
  public Deed.Known enact(Exchange.Answered page, Deed deed) {
    var at = clock.instant();
    var told = drawn < most ? deed.go(page, sitting) : new Deed.Told.Failed(tooMany());
    drawn++;
    var took = Duration.between(at, clock.instant());
    var journal = Body.of(("{\"deed\":\"" + deed.name() + "\"}").getBytes(StandardCharsets.UTF_8));
    var kept =
        recording.drawn(
            DeedExchange.told(DeedExchange.ask(page, deed), at, took, told),
            page.source(),
            journal);
    var picture =
        told instanceof Deed.Told.Done(_, var png)
            ? png.map(body ->
                recording.drawn(
                    DeedExchange.picture(DeedExchange.askToSee(page, deed), at, took, body),
                    page.source(),
                    journal))
            : Optional.<Exchange>empty();
    return DeedExchange.known(kept, picture.map(Exchange::source));
  }

  private Failure tooMany() {
    return new Failure(Kind.BUDGET, most + " pages in the browser");
  }

  @Override
  public Exchange draw(Exchange.Answered page, String reason) {
    if (drawn >= most) {
      return recording.drawn(
          new Exchange.Failed(DrawnPage.ask(page), clock.instant(), Duration.ZERO, tooMany()),
          page.source(),
          Body.EMPTY);
    }
    drawn++;
    var came = sitting.draw(page, false);
    return recording.drawn(
        DrawnPage.of(page, came, reason), page.source(), DrawnPage.journal(came, reason));
  }
}
