package xuncha.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import xuncha.findings.edition.Edition;
import xuncha.findings.edition.Editions;
import xuncha.findings.site.Target;
import xuncha.findings.store.Ledger;
import xuncha.findings.store.Run;

/// Inspects every registered target once, as one run that can be resumed.
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = "按登记册全部检查一遍 · inspects every registered target once")
final class Inspect implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Options options;
  @Mixin private Judging judging;

  @Option(names = "--registry", paramLabel = "FILE", description = "网站登记册 (CSV, XLSX)；默认已导入的，否则安徽省")
  private @Nullable Path registry;

  @Option(names = "--accounts", paramLabel = "FILE", description = "新媒体账号登记册 (CSV, XLSX)")
  private @Nullable Path accounts;

  @Option(names = "--resume", paramLabel = "RUN", description = "继续中断的巡查 · goes on with a run")
  private @Nullable String resume;

  @Override
  public Integer call() {
    var clock = InstantSource.system();
    var settings = options.settings();
    try (var ledger = Ledger.open(settings.jdbcUrl(), clock)) {
      var run = resume == null ? begun(ledger, settings, clock) : resumed(ledger, resume);
      var edition = editionOf(run, settings);
      spec.commandLine()
          .getErr()
          .println(
              "巡查 " + run.id() + "：" + run.targets() + " 个对象；中断后用 --resume " + run.id() + " 继续");
      carryOut(ledger, run, settings, edition, clock);
      var done = ledger.run(run.id()).orElseThrow();
      new RunSummary(spec.commandLine().getOut()).print(ledger, done);
      return judging.status(ledger, done);
    }
  }

  private void carryOut(
      Ledger ledger, Run run, Settings settings, Edition edition, InstantSource clock) {
    var err = spec.commandLine().getErr();
    var progress = progress(err, run, ledger, clock);
    try (var inspection =
        new Inspection(
            settings, options.network(), edition, judging.examiner(), options.accounts(), clock)) {
      if (options.submit) {
        inspection.submitting(line -> err.println("xuncha: " + Terminal.safe(line)));
      }
      inspection.carryOut(ledger, run, RoundProgress.shown(progress, err));
    } finally {
      progress.finish();
    }
  }

  private ProgressLine progress(PrintWriter err, Run run, Ledger ledger, InstantSource clock) {
    var left = ledger.progress(run.id());
    return new ProgressLine(
        err,
        !options.quiet,
        !options.quiet && Terminal.isWatched(),
        left.targets() - left.recorded(),
        clock);
  }

  private Run begun(Ledger ledger, Settings settings, InstantSource clock) {
    var asOf = options.asOf(clock);
    var edition = options.edition(settings, asOf);
    return ledger.begin(Run.Kind.ON_DEMAND, asOf, edition.id(), targets());
  }

  private static Run resumed(Ledger ledger, String id) {
    return ledger
        .run(id)
        .orElseThrow(
            () -> new ExitStatus.BadInput("xuncha: --resume: no run " + id + " on record"));
  }

  /// A run is judged by one edition from beginning to end, whatever is in force when it is resumed.
  private Edition editionOf(Run run, Settings settings) {
    return Editions.shippedIds().contains(run.edition())
        ? Editions.shipped(run.edition())
        : options.edition(settings, run.asOf());
  }

  private List<Target> targets() {
    if (registry == null && accounts == null) {
      return options.registry(spec.commandLine().getErr()).targets();
    }
    var files = new ArrayList<Path>();
    if (registry != null) {
      files.add(registry);
    }
    if (accounts != null) {
      files.add(accounts);
    }
    return Options.registry(files, spec.commandLine().getErr()).targets();
  }
}
