package xuncha.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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
import xuncha.crawler.archive.Heading;
import xuncha.crawler.archive.Recorded;
import xuncha.crawler.archive.Replay;
import xuncha.findings.Beijing;
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
      replay.visits().forEach(visit -> refuseLater(options.asOf, visit.heading()));
      sayWhatIsNotThere(replay.visits());
      return judged(ReplayedRun.of(replay.visits()));
    } catch (Replay.Unusable unusable) {
      throw new ExitStatus.BadInput("xuncha: " + unusable.getMessage());
    }
  }

  /// What was published after the capture is not in it, and would count as missing.
  private static void refuseLater(@Nullable Instant asOf, Heading heading) {
    if (asOf != null && Beijing.day(asOf).isAfter(Beijing.day(heading.at()))) {
      throw new ExitStatus.BadInput(
          "xuncha: --as-of: "
              + asOf.atZone(Beijing.ZONE).toOffsetDateTime()
              + " is later than the capture of "
              + Terminal.safe(heading.target().url())
              + " on "
              + Beijing.day(heading.at()));
    }
  }

  private void sayWhatIsNotThere(List<Recorded> visits) {
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
  private int judged(List<ReplayedRun> runs) {
    if (format == Audit.Format.JSON && runs.size() > 1) {
      throw new ExitStatus.BadInput(
          "xuncha: --format json: these are captures of %d runs; name those of one, or use jsonl"
              .formatted(runs.size()));
    }
    var store = options.store == null ? "jdbc:h2:mem:replay" : options.store;
    try (var ledger = Ledger.open(store, InstantSource.system())) {
      return runs.stream().mapToInt(one -> judged(ledger, one)).max().orElse(ExitStatus.DONE);
    }
  }

  private int judged(Ledger ledger, ReplayedRun visits) {
    var settings = options.settings();
    var searches = settings.searches();
    var said = options.edition == null ? visits.edition() : "";
    var edition =
        options.edition(said.isEmpty() ? settings : settings.withEdition(said), visits.asOf());
    var examiner = judging.examiner();
    var run = ledger.begin(Run.Kind.REPLAY, visits.asOf(), edition.id(), visits.targets());
    new Round(
            ledger,
            Gathering.whole(one ->
                Crawler.again(
                    visits.of(one),
                    settings.crawl(),
                    edition,
                    Matters.of(examiner, edition, searches))),
            visit -> examiner.examine(visit, edition),
            Filing.NONE,
            Progress.SILENT,
            Runtime.getRuntime().availableProcessors(),
            InstantSource.system())
        .run(run.id());
    var done = ledger.run(run.id()).orElseThrow();
    var out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> new VerdictReport(Terminal.on(out), false, options.verbose).print(ledger, done);
      case JSON -> RunJson.write(ledger, run.id(), System.out, true);
      case JSONL -> RunJson.write(ledger, run.id(), System.out, false);
    }
    return judging.status(ledger, done);
  }
}
