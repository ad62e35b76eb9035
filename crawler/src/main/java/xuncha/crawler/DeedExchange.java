package xuncha.crawler;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Ask.Why;
import xuncha.crawler.fetch.Body;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.Exchange.Header;
import xuncha.findings.visit.Source;

/// A deed as an exchange, so that it is archived and replayed like any other.
final class DeedExchange {
  private DeedExchange() {}

  /// How what it told is asked for.
  static Ask ask(Exchange.Answered page, Deed deed) {
    return ask(page, "DO-" + deed.name());
  }

  /// How its picture is asked for.
  static Ask askToSee(Exchange.Answered page, Deed deed) {
    return ask(page, "SEE-" + deed.name());
  }

  private static Ask ask(Exchange.Answered page, String method) {
    return new Ask(page.ask().url(), method, Map.of(), Why.DRAWN, page.ask().maxBytes());
  }

  static Exchange told(Ask ask, Instant at, Duration took, Deed.Told told) {
    return switch (told) {
      case Deed.Told.Done done -> holding(ask, at, took, "application/json", done.json());
      case Deed.Told.Failed(var why) -> new Exchange.Failed(ask, at, took, why);
    };
  }

  static Exchange picture(Ask ask, Instant at, Duration took, Body png) {
    return holding(ask, at, took, "image/png", png);
  }

  private static Exchange holding(Ask ask, Instant at, Duration took, String type, Body body) {
    return new Exchange.Answered(
        ask,
        at,
        took,
        "",
        200,
        List.of(new Header("content-type", type)),
        body,
        Optional.empty(),
        Source.UNARCHIVED);
  }

  /// What is known when these were found.
  static Deed.Known known(Exchange told, Optional<Source> picture) {
    return switch (told) {
      case Exchange.Answered answer -> new Deed.Known.Done(answer.body(), answer.source(), picture);
      case Exchange.Failed failed -> new Deed.Known.Failed(failed.why());
    };
  }
}
