package xuncha.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import xuncha.crawler.Crawler;
import xuncha.crawler.archive.Recorded;
import xuncha.crawler.archive.Replay;
import xuncha.findings.site.Target;
import xuncha.findings.store.Ledger;
import xuncha.findings.store.Run;
import xuncha.scheduler.Filing;
import xuncha.scheduler.Gathering;
import xuncha.scheduler.Progress;
import xuncha.scheduler.Round;

/// Judges stored captures again, with no network: the same capture comes to the same verdicts.
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "不联网重新判定存档 · judges stored captures again")
final class ReplayCaptures implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Options options;
  @Mixin private Judging judging;

  @Parameters(arity = "1..*", paramLabel = "WARC", description = "WARC 文件")
  private List<Path> files = List.of();

  @Option(names = "--target", paramLabel = "URL", description = "首页网址（存档未注明时）")
  private @Nullable String target;

  @Option(
      names = "--format",
      description = "text, json, jsonl (default: ${DEFAULT-VALUE})",
      defaultValue = "text")
  private Audit.Format format = Audit.Format.TEXT;

  @Override
  public Integer call() {
    var said = new Replay.Said(Optional.ofNullable(target), Optional.ofNullable(options.asOf));
    try (var replay = Replay.open(files, said)) {
      var visits = new LinkedHashMap<String, Recorded>();
      replay.visits().forEach(visit -> visits.put(visit.heading().target().id(), visit));
      sayWhatIsNotThere(visits.values());
      return judged(visits);
    } catch (Replay.Unusable unusable) {
      throw new ExitStatus.BadInput("xuncha: " + unusable.getMessage());
    }
  }

  private void sayWhatIsNotThere(Collection<Recorded> visits) {
    var counts = new TreeMap<String, Integer>();
    visits.stream()
        .flatMap(visit -> visit.incomplete().stream())
        .forEach(why -> counts.merge(why.detail(), 1, Integer::sum));
    counts.forEach((why, count) ->
        spec.commandLine()
            .getErr()
            .println(
                "xuncha: 存档不完整，缺少依据的检查记为“无法判定” · %d of %d visits incomplete: %s"
                    .formatted(count, visits.size(), why)));
  }

  /// A replay has a record of its own unless one is named: it must not change what is known of a
  /// finding today.
  private int judged(SequencedMap<String, Recorded> visits) {
    var clock = InstantSource.system();
    var settings = options.settings();
    var searches = settings.searches();
    var asOf = visits.firstEntry().getValue().heading().asOf();
    var said = options.edition == null ? visits.firstEntry().getValue().heading().edition() : "";
    var edition = options.edition(said.isEmpty() ? settings : settings.withEdition(said), asOf);
    var store = options.store == null ? "jdbc:h2:mem:replay" : options.store;
    List<Target> targets = visits.values().stream().map(visit -> visit.heading().target()).toList();
    var examiner = judging.examiner();
    try (var ledger = Ledger.open(store, clock)) {
      var run = ledger.begin(Run.Kind.REPLAY, asOf, edition.id(), targets);
      new Round(
              ledger,
              Gathering.whole(one ->
                  Crawler.again(
                      Objects.requireNonNull(visits.get(one.id())),
                      settings.crawl(),
                      edition,
                      Matters.of(examiner, edition, searches))),
              visit -> examiner.examine(visit, edition),
              Filing.NONE,
              Progress.SILENT,
              Runtime.getRuntime().availableProcessors(),
              clock)
          .run(run.id());
      var done = ledger.run(run.id()).orElseThrow();
      var out = spec.commandLine().getOut();
      switch (format) {
        case TEXT ->
            new VerdictReport(Terminal.on(out), false, options.verbose).print(ledger, done);
        case JSON -> RunJson.write(ledger, run.id(), System.out, true);
        case JSONL -> RunJson.write(ledger, run.id(), System.out, false);
      }
      return judging.status(ledger, done);
    }
  }
}
