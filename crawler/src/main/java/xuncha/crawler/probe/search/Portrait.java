package xuncha.crawler.probe.search;

import java.nio.charset.StandardCharsets;
import xuncha.crawler.Deed;
import xuncha.crawler.fetch.Body;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.render.Drawn;
import xuncha.crawler.render.Renderer;

/// A picture of a page that stood in the way, for whoever doubts that it did.
final class Portrait implements Deed {
  @Override
  public String name() {
    return "portrait";
  }

  @Override
  public Told go(Exchange.Answered page, Renderer.Sitting sitting) {
    return switch (sitting.draw(page, true)) {
      case Drawn.Shown shown ->
          new Told.Done(Body.of("{}".getBytes(StandardCharsets.US_ASCII)), shown.picture());
      case Drawn.Lost lost -> new Told.Failed(lost.why());
    };
  }
}
