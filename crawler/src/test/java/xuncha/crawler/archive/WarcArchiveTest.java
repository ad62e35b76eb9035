package xuncha.crawler.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcResponse;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Ask.Why;
import xuncha.crawler.fetch.Body;
import xuncha.crawler.fetch.Exchange;
import xuncha.findings.store.Vault;
import xuncha.findings.store.Vault.Retention;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Finding;
import xuncha.findings.verdict.Judgement;
import xuncha.findings.verdict.Measured;
import xuncha.findings.verdict.Outcome;
import xuncha.findings.verdict.Sentence;
import xuncha.findings.verdict.Severity;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Source;

class WarcArchiveTest {
  @TempDir Path folder;

  @Test
  void whateverWasExchangedComesBackInTheSameOrderAndToTheNanosecond() {
    for (var seed = 0; seed < 8; seed++) {
      var random = new Random(seed);
      var web = ScriptedWeb.anything(random);
      var asks = IntStream.range(0, 60).mapToObj(_ -> anyAsk(random)).toList();
      var vault = new Vault(folder.resolve("v" + seed), Retention.ALL);
      var live = new ArrayList<Exchange>();
      try (var recording = new WarcArchive(vault, "run").begin(ScriptedWeb.heading(), web::apply)) {
        asks.forEach(ask -> live.add(recording.exchange(ask)));
      }
      vault.file("run", ScriptedWeb.heading().target(), List.of());

      try (var replay = Replay.open(List.of(filed("v" + seed)), Replay.Said.NOTHING)) {
        var stored = replay.visits().getFirst();
        assertThat(stored.heading()).isEqualTo(ScriptedWeb.heading());
        for (var i = 0; i < asks.size(); i++) {
          assertSame(stored.exchange(asks.get(i)), live.get(i));
        }
        assertThat(stored.exchange(Ask.page("http://www.example.gov.cn/other", Why.PAGE, 10)))
            .isInstanceOfSatisfying(
                Exchange.Failed.class,
                failed -> assertThat(failed.why().kind()).isEqualTo(Kind.NOT_GATHERED));
      }
    }
  }

  @Test
  void aCitedRecordIsKeptWithItsRequestAndReadsBackWithItsDigest() throws IOException {
    var vault = new Vault(folder, Retention.CITED);
    var target = ScriptedWeb.heading().target();
    var cited = Source.UNARCHIVED;
    try (var recording =
        new WarcArchive(vault, "run")
            .begin(ScriptedWeb.heading(), ask -> ScriptedWeb.page(ask, 200, "页面 " + ask.url()))) {
      recording.exchange(ask("http://www.example.gov.cn/"));
      cited = recording.exchange(ask("http://www.example.gov.cn/a")).source();
      recording.exchange(ask("http://www.example.gov.cn/b"));
    }
    var filed = vault.file("run", target, List.of(accusing(cited)));

    var evidence =
        ((Outcome.Conclusive) filed.getFirst().outcome())
            .findings()
            .getFirst()
            .evidence()
            .getFirst();
    assertThat(evidence.path()).isEqualTo(Vault.path("run", target));
    try (var record = vault.record(evidence.path(), evidence.record()).orElseThrow();
        var reader = new WarcReader(record)) {
      var response = (WarcResponse) reader.next().orElseThrow();
      var body = response.http().body().stream().readAllBytes();
      assertThat(Digest.sha256(body)).isEqualTo(evidence.sha256());
      assertThat(new String(body, java.nio.charset.StandardCharsets.UTF_8))
          .isEqualTo("页面 http://www.example.gov.cn/a");
    }
    assertThat(types(folder.resolve(evidence.path())))
        .isEqualTo(Map.of("warcinfo", 1, "metadata", 1, "response", 1, "request", 1));
  }

  @Test
  void anArtifactKeptWholeComesBackWhateverIsCited() {
    var vault = new Vault(folder, Retention.CITED);
    var json = Body.of("{\"a\": 1}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Source where;
    try (var recording =
        new WarcArchive(vault, "run")
            .begin(ScriptedWeb.heading(), ask -> ScriptedWeb.page(ask, 200, "x"))) {
      where = recording.keep("Ipv6Trace", json);
    }
    vault.file("run", ScriptedWeb.heading().target(), List.of());
    var path = folder.resolve(Vault.path("run", ScriptedWeb.heading().target()));
    try (var replay = Replay.open(List.of(path), Replay.Said.NOTHING)) {
      var kept = replay.visits().getFirst().kept("Ipv6Trace").orElseThrow();
      assertThat(kept.json().bytes()).isEqualTo(json.bytes());
      assertThat(kept.source()).isEqualTo(where);
      assertThat(replay.visits().getFirst().kept("Another")).isEmpty();
    }
  }

  @Test
  void aFailureCanBeCitedToo() {
    var vault = new Vault(folder, Retention.CITED);
    var target = ScriptedWeb.heading().target();
    try (var recording =
        new WarcArchive(vault, "run")
            .begin(
                ScriptedWeb.heading(),
                ask -> ScriptedWeb.failure(ask, Kind.CONNECT_TIMEOUT, "10 s"))) {
      var failed = recording.exchange(ask("http://www.example.gov.cn/"));
      var judged = vault.file("run", target, List.of(accusing(failed.source())));
      assertThat(judged.toString()).contains(Vault.path("run", target));
    }
    assertThat(vault.record(Vault.path("run", target), "<urn:uuid:none>")).isEmpty();
    assertThat(vault.record("../elsewhere", "x")).isEmpty();
  }

  @Test
  void otherProgramsReadEveryRecordAndFindItsDigestRight() throws IOException {
    var vault = new Vault(folder, Retention.ALL);
    var random = new Random(7);
    try (var recording =
        new WarcArchive(vault, "run")
            .begin(ScriptedWeb.heading(), ScriptedWeb.anything(random)::apply)) {
      for (var i = 0; i < 40; i++) {
        recording.exchange(anyAsk(random));
      }
    }
    vault.file("run", ScriptedWeb.heading().target(), List.of());

    var read = 0;
    try (var reader = new WarcReader(filed(""))) {
      reader.calculateBlockDigest();
      for (var record : reader) {
        record.body().consume();
        assertThat(record.calculatedBlockDigest()).isEqualTo(record.blockDigest());
        read++;
      }
    }
    assertThat(read).isEqualTo(2 + 2 * 40);
    assertThat(Files.readAllLines(filed("").resolveSibling("www.example.gov.cn.cdxj")))
        .hasSize(40)
        .isSorted()
        .allSatisfy(line -> assertThat(line).startsWith("cn,gov,example,www)/"));
  }

  @Test
  void aSecondVisitOfTheSameRunReplacesTheFirst() {
    var vault = new Vault(folder, Retention.ALL);
    var archive = new WarcArchive(vault, "run");
    try (var broken =
        archive.begin(ScriptedWeb.heading(), ask -> ScriptedWeb.page(ask, 200, "1"))) {
      broken.exchange(ask("http://www.example.gov.cn/"));
    }
    try (var again = archive.begin(ScriptedWeb.heading(), ask -> ScriptedWeb.page(ask, 200, "2"))) {
      again.exchange(ask("http://www.example.gov.cn/"));
    }
    vault.file("run", ScriptedWeb.heading().target(), List.of());
    try (var replay = Replay.open(List.of(filed("")), Replay.Said.NOTHING)) {
      assertThat(replay.visits()).hasSize(1);
      var answer =
          (Exchange.Answered)
              replay.visits().getFirst().exchange(ask("http://www.example.gov.cn/"));
      assertThat(answer.body().bytes()).asString().isEqualTo("2");
    }
  }

  private Path filed(String vault) {
    return folder.resolve(vault).resolve("run").resolve("www.example.gov.cn.warc.gz");
  }

  private static Ask ask(String url) {
    return Ask.page(url, Why.PAGE, 1 << 20);
  }

  /// What a visit asks for by itself; what only a browser asked for is not asked for again.
  private static final List<Why> REPLAYED =
      List.of(Why.HOME, Why.ATTEMPT, Why.PAGE, Why.LINK, Why.ROBOTS, Why.SITEMAP, Why.DATA);

  private static Ask anyAsk(Random random) {
    return new Ask(
        "http://www.example.gov.cn/路径/" + random.nextInt(10) + "?q=" + random.nextInt(2),
        random.nextBoolean() ? "GET" : "HEAD",
        Map.of("referer", "http://www.example.gov.cn/"),
        REPLAYED.get(random.nextInt(REPLAYED.size())),
        1 << 20);
  }

  private static void assertSame(Exchange replayed, Exchange live) {
    assertThat(replayed).usingRecursiveComparison().ignoringFields("ask", "body").isEqualTo(live);
    if (live instanceof Exchange.Answered answer) {
      assertThat(((Exchange.Answered) replayed).body().bytes()).isEqualTo(answer.body().bytes());
    }
  }

  private static Map<String, Integer> types(Path file) throws IOException {
    var types = new HashMap<String, Integer>();
    try (var reader = new WarcReader(file)) {
      for (var record : reader) {
        types.merge(record.type(), 1, Integer::sum);
      }
    }
    return types;
  }

  private static Judgement accusing(Source source) {
    var sentence = new Sentence("错", "wrong");
    var finding =
        new Finding(
            "www.example.gov.cn",
            "link-health",
            "V-W-05",
            Severity.MINOR,
            "http://www.example.gov.cn/a",
            Measured.NOTHING,
            Measured.NOTHING,
            sentence,
            List.of(Evidence.of(source, LocalDate.EPOCH.toString())));
    return new Judgement(
        "link-health",
        1,
        new Outcome.Conclusive(
            1, List.of(finding), Measured.NOTHING, sentence, 1, false, List.of()));
  }
}
