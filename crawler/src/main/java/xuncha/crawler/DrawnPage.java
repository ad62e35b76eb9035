package xuncha.crawler;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Ask.Why;
import xuncha.crawler.fetch.Body;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.Exchange.Header;
import xuncha.crawler.fetch.WebAddress;
import xuncha.crawler.read.Reading;
import xuncha.crawler.render.Drawn;
import xuncha.crawler.render.Note;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Source;

/// A drawn page as an exchange, so that it is archived, replayed and read like any other.
final class DrawnPage {
  /// Where the page ended, in case its scripts went on to another address.
  private static final String ENDED = "xuncha-ended";

  /// Why it was drawn.
  private static final String REASON = "xuncha-reason";

  private static final int MOST_KEPT = 20;

  private static final JsonMapper JSON = JsonMapper.shared();

  private DrawnPage() {}

  /// How it is asked for.
  static Ask ask(Exchange.Answered page) {
    return new Ask(page.ask().url(), "DRAW", Map.of(), Why.DRAWN, page.ask().maxBytes());
  }

  static Exchange of(Exchange.Answered page, Drawn drawn, String reason) {
    return switch (drawn) {
      // a page of the browser's own, for one that it could not have, is nothing that the site says
      case Drawn.Shown shown when WebAddress.of(shown.url()).isEmpty() ->
          new Exchange.Failed(
              ask(page),
              shown.at(),
              shown.took(),
              new Failure(Kind.UNREADABLE, "the browser ended at " + scheme(shown.url())));
      case Drawn.Shown shown ->
          new Exchange.Answered(
              ask(page),
              shown.at(),
              shown.took(),
              "",
              shown.status(),
              headers(shown, reason),
              shown.document(),
              Optional.empty(),
              Source.UNARCHIVED);
      case Drawn.Lost lost -> new Exchange.Failed(ask(page), lost.at(), lost.took(), lost.why());
    };
  }

  private static String scheme(String url) {
    return url.substring(0, url.indexOf(':') + 1);
  }

  /// The drawn page as it stands at the address where it ended.
  static Exchange.Answered whereItEnded(Exchange.Answered drawn) {
    var ask = drawn.ask();
    return new Exchange.Answered(
        new Ask(
            drawn.header(ENDED).orElse(ask.url()),
            ask.method(),
            ask.headers(),
            ask.why(),
            ask.maxBytes()),
        drawn.at(),
        drawn.took(),
        drawn.address(),
        drawn.status(),
        drawn.headers(),
        drawn.body(),
        drawn.cut(),
        drawn.source());
  }

  /// What happened while it was drawn.
  static Body journal(Drawn drawn, String reason) {
    var map = new LinkedHashMap<String, Object>();
    map.put("reason", reason);
    map.put("at", drawn.at().toString());
    map.put("took", Duration.ofMillis(drawn.took().toMillis()).toString());
    map.put("notes", drawn.notes().stream().map(DrawnPage::plain).toList());
    return Body.of(JSON.writeValueAsBytes(map));
  }

  private static Map<String, Object> plain(Note note) {
    return Map.of(
        "kind", note.kind().name(),
        "subject", note.subject(),
        "detail", note.detail(),
        "hides", note.hides());
  }

  private static List<Header> headers(Drawn.Shown shown, String reason) {
    var headers = new ArrayList<Header>();
    headers.add(new Header("content-type", "text/html; charset=utf-8"));
    headers.add(new Header(REASON, reason));
    headers.add(new Header(ENDED, WebAddress.spelled(shown.url())));
    shown.unseen().ifPresent(why -> headers.add(new Header(Reading.UNSEEN, why)));
    shown.notes().stream()
        .filter(Note::hides)
        .limit(MOST_KEPT)
        .forEach(note -> headers.add(new Header(Reading.KEPT, note.subject())));
    return headers;
  }
}
