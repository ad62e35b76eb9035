package xuncha.crawler.archive;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Body;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.Exchange.Header;
import xuncha.findings.site.Site;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Source;
import xuncha.findings.visit.Vantage;

/// Exchanges to be archived.
final class ScriptedWeb {
  static final Instant AT = Instant.parse("2020-03-31T02:00:00.123456789Z");

  private ScriptedWeb() {}

  static Heading heading() {
    return new Heading(
        Site.at("http://www.example.gov.cn/"),
        AT.plusSeconds(60),
        AT,
        new Vantage("here", false, false),
        "cn-2019",
        Map.of("attempts", 3, "pace", Map.of("perAddress", 4)));
  }

  static Exchange page(Ask ask, int status, String text) {
    return new Exchange.Answered(
        ask,
        AT.plusNanos(1_000_001),
        Duration.ofNanos(12_345_678),
        "192.0.2.7",
        status,
        List.of(new Header("Content-Type", "text/html; charset=utf-8")),
        Body.of(text.getBytes(StandardCharsets.UTF_8)),
        Optional.empty(),
        Source.UNARCHIVED);
  }

  static Exchange failure(Ask ask, Kind kind, String detail) {
    return new Exchange.Failed(ask, AT, Duration.ofMillis(7), new Failure(kind, detail));
  }

  /// Anything that a server might send, and what might keep it from us.
  static Function<Ask, Exchange> anything(Random random) {
    return ask ->
        switch (random.nextInt(4)) {
          case 0 ->
              failure(
                  ask,
                  List.of(Kind.values()).get(random.nextInt(Kind.values().length)),
                  "原因 \"\n " + random.nextInt());
          default -> anyAnswer(ask, random);
        };
  }

  private static Exchange anyAnswer(Ask ask, Random random) {
    var body = new byte[ask.method().equals("HEAD") ? 0 : random.nextInt(5000)];
    random.nextBytes(body);
    var headers = new ArrayList<Header>();
    headers.add(new Header("Server", "某服务器"));
    headers.add(new Header("content-encoding", "gzip"));
    headers.add(new Header("Content-Length", "17"));
    headers.add(new Header("Set-Cookie", "a=" + random.nextInt()));
    headers.add(new Header("Set-Cookie", "b="));
    return new Exchange.Answered(
        ask,
        AT.plusNanos(random.nextLong(1L << 40)),
        Duration.ofNanos(random.nextLong(1L << 36)),
        random.nextBoolean() ? "192.0.2.7" : "2001:db8::7",
        100 + random.nextInt(500),
        headers,
        Body.of(body),
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(new Failure(Kind.BODY_TOO_LARGE, "über\t1 MB  \r\nat most")),
        Source.UNARCHIVED);
  }
}
