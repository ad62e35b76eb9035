package xuncha.crawler.render;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Body;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.Transport;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Source;

/// A web that exists in memory alone: whatever a browser gets from it came through us.
public final class PaperWeb implements Transport {
  private final Map<String, Supplier<Answer>> answers = new ConcurrentHashMap<>();
  private final List<Ask> asked = new CopyOnWriteArrayList<>();

  public record Answer(int status, Map<String, String> headers, String body) {}

  public PaperWeb page(String url, String html) {
    return with(url, new Answer(200, Map.of("content-type", "text/html; charset=utf-8"), html));
  }

  public PaperWeb script(String url, String code) {
    return with(url, new Answer(200, Map.of("content-type", "text/javascript"), code));
  }

  public PaperWeb json(String url, String json) {
    return with(url, new Answer(200, Map.of("content-type", "application/json"), json));
  }

  public PaperWeb with(String url, Answer answer) {
    return with(url, () -> answer);
  }

  public PaperWeb with(String url, Supplier<Answer> answer) {
    answers.put(url, answer);
    return this;
  }

  /// The page as a visit would have fetched it.
  public Exchange.Answered get(String url) {
    return (Exchange.Answered) exchange(new Ask(url, "GET", Map.of(), Ask.Why.PAGE, 1 << 20));
  }

  /// What was asked while pages were drawn, in order.
  public List<String> drawing() {
    return asked.stream()
        .filter(ask -> ask.why() == Ask.Why.RESOURCE)
        .map(ask -> ask.method() + " " + ask.url())
        .toList();
  }

  public List<Ask> asked() {
    return asked;
  }

  @Override
  public Exchange exchange(Ask ask) {
    asked.add(ask);
    var answer = answers.get(ask.url());
    if (answer == null) {
      return new Exchange.Failed(
          ask, Instant.EPOCH, Duration.ZERO, new Failure(Kind.CONNECTION_REFUSED, ask.url()));
    }
    var given = answer.get();
    var headers = new ArrayList<Exchange.Header>();
    given.headers().forEach((name, value) -> headers.add(new Exchange.Header(name, value)));
    return new Exchange.Answered(
        ask,
        Instant.EPOCH,
        Duration.ZERO,
        "192.0.2.1",
        given.status(),
        headers,
        Body.of(given.body().getBytes(StandardCharsets.UTF_8)),
        Optional.empty(),
        Source.UNARCHIVED);
  }
}
