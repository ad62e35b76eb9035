package xuncha.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import xuncha.crawler.CrawlSettings;
import xuncha.crawler.render.Figures;
import xuncha.findings.store.Ledger;
import xuncha.findings.store.Run;
import xuncha.findings.store.Vault;
import xuncha.lab.LabServer;
import xuncha.lab.Province;

/// Serves the simulated province on loopback, inspects it whole, and holds the verdicts against
/// what was planted.
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = "模拟一个省并巡查一遍 · inspects a simulated province")
final class Demo implements Callable<Integer> {
  private static final int MOST_SITES = 100_000;
  private static final int MOST_PAGES = 100_000;

  @Spec private CommandSpec spec;
  @Mixin private Options options;

  @Option(
      names = "--sites",
      description = "网站数 (default: ${DEFAULT-VALUE})",
      defaultValue = "" + Province.WHOLE)
  private int sites = Province.WHOLE;

  @Option(names = "--pages", description = "每站页数 (default: ${DEFAULT-VALUE})", defaultValue = "30")
  private int pages = 30;

  @Option(names = "--seed", description = "种子 (default: ${DEFAULT-VALUE})", defaultValue = "1")
  private long seed = 1;

  @Override
  public Integer call() {
    within("--sites", sites, MOST_SITES);
    within("--pages", pages, MOST_PAGES);
    var out = spec.commandLine().getOut();
    var clock = InstantSource.system();
    var folder = options.out == null ? Options.home().resolve("data/demo") : options.out;
    var settings = settings(folder);
    var province =
        Province.of(seed, sites, pages, options.asOf == null ? Province.AS_OF : options.asOf);
    try (var lab = LabServer.start(province)) {
      var files = lab.write(folder.resolve("province"));
      out.println("模拟省份：" + province.sites().size() + " 个网站，登记册 " + files.registry());
      var edition = options.edition(settings, province.asOf());
      var asked =
          new Commission(
              settings,
              province.asOf(),
              edition,
              options.editionText(settings),
              Set.of(),
              Optional.of(files.network()),
              Optional.of(files.credentials()));
      try (var ledger = Ledger.open(settings.jdbcUrl(), clock)) {
        var run =
            ledger.begin(
                Run.Kind.ON_DEMAND, province.asOf(), edition.id(), province.sites(), asked.terms());
        var begun = clock.instant();
        inspect(ledger, run, asked, clock);
        var took = Duration.between(begun, clock.instant());
        var done = ledger.run(run.id()).orElseThrow();
        new RunSummary(out).print(ledger, done);
        new LabScore(out).print(ledger, done, province);
        out.println();
        out.println(
            String.format(
                Locale.ROOT,
                "用时 %.1f 秒，实验室收到 %d 次请求（每秒 %.0f 次），其中越界写入 %d 次",
                took.toMillis() / 1000.0,
                lab.journal().received(),
                lab.journal().received() * 1000.0 / Math.max(1, took.toMillis()),
                lab.trespasses().size()));
        out.println(
            "记录 "
                + Ledger.shown(settings.jdbcUrl())
                + "，存档 "
                + settings.folder().resolve("vault").resolve(run.id()));
        out.println(
            "导出：./xuncha export --out DIR --format jsonl --store "
                + Ledger.shown(settings.jdbcUrl()));
        return ExitStatus.DONE;
      }
    }
  }

  private static void within(String option, int value, int most) {
    if (value < 1 || value > most) {
      throw new ExitStatus.BadInput(
          "xuncha: " + option + ": " + value + " is not between 1 and " + most);
    }
  }

  private void inspect(Ledger ledger, Run run, Commission asked, InstantSource clock) {
    var err = spec.commandLine().getErr();
    var line =
        new ProgressLine(
            err, !options.quiet, !options.quiet && Terminal.isErrWatched(), run.targets(), clock);
    try (var inspection = asked.inspection(clock)) {
      inspection.carryOut(ledger, run, RoundProgress.shown(line, err));
      inspection.drawn().ifPresent(this::tell);
    } finally {
      line.finish();
    }
  }

  private void tell(Figures drawn) {
    spec.commandLine()
        .getOut()
        .println(
            String.format(
                Locale.ROOT,
                "浏览器绘制 %d 页，启动 %d 次，强制结束 %d 次，单个浏览器内存最高 %d MB",
                drawn.drawn(),
                drawn.started(),
                drawn.killed(),
                drawn.peak() >> 20));
  }

  /// Nobody is hurt on loopback: no delay, and everything is kept so that it can be replayed.
  private Settings settings(Path folder) {
    var asked = options.settings();
    var crawl = asked.crawl();
    return asked
        .withData(folder)
        .withCrawl(
            new CrawlSettings(
                new CrawlSettings.Pace(Duration.ZERO, 64),
                crawl.budget(),
                crawl.attempts(),
                crawl.userAgent(),
                crawl.obeyRobots(),
                Vault.Retention.ALL));
  }
}
