package xuncha.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
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
    return resume == null ? begin(clock) : goOn(resume, clock);
  }

  private int begin(InstantSource clock) {
    var asked = Commission.asked(options, judging, clock);
    var targets = targets();
    try (var inspection = asked.inspection(clock);
        var ledger = Ledger.open(asked.settings().jdbcUrl(), clock)) {
      var run =
          ledger.begin(
              Run.Kind.ON_DEMAND, asked.asOf(), asked.edition().id(), targets, asked.terms());
      return carryOut(inspection, ledger, run, clock);
    }
  }

  private int goOn(String id, InstantSource clock) {
    try (var ledger = Ledger.open(options.settings().jdbcUrl(), clock)) {
      var run = begun(ledger, id);
      var asked = Resumption.of(run, ledger.terms(id), options, judging);
      if ((registry != null || accounts != null)
          && !Set.copyOf(targets()).equals(Set.copyOf(ledger.targets(id)))) {
        throw new ExitStatus.BadInput(
            "xuncha: --resume "
                + id
                + ": it goes on with the targets it was begun with, which --registry or --accounts"
                + " contradicts; begin a new run for that");
      }
      try (var inspection = asked.inspection(clock)) {
        return carryOut(inspection, ledger, run, clock);
      }
    }
  }

  private int carryOut(Inspection inspection, Ledger ledger, Run run, InstantSource clock) {
    var err = spec.commandLine().getErr();
    err.println(
        "巡查 "
            + run.id()
            + "："
            + run.targets()
            + " 个对象；中断后继续：./xuncha inspect --resume "
            + run.id()
            + options.whereabouts());
    var progress = progress(err, run, ledger, clock);
    try {
      if (options.submit) {
        inspection.submitting(line -> err.println("xuncha: " + Terminal.safe(line)));
      }
      inspection.carryOut(ledger, run, RoundProgress.shown(progress, err));
    } finally {
      progress.finish();
    }
    var done = ledger.run(run.id()).orElseThrow();
    new RunSummary(spec.commandLine().getOut()).print(ledger, done);
    Blindness.refuse(ledger, done);
    return judging.status(ledger, done);
  }

  private ProgressLine progress(PrintWriter err, Run run, Ledger ledger, InstantSource clock) {
    var left = ledger.progress(run.id());
    return new ProgressLine(
        err,
        !options.quiet,
        !options.quiet && Terminal.isErrWatched(),
        left.targets() - left.recorded(),
        clock);
  }

  private static Run begun(Ledger ledger, String id) {
    var run =
        ledger
            .run(id)
            .orElseThrow(
                () -> new ExitStatus.BadInput("xuncha: --resume: no run " + id + " on record"));
    if (run.kind() == Run.Kind.REPLAY) {
      throw new ExitStatus.BadInput(
          "xuncha: --resume "
              + id
              + ": it judged stored captures; begin a new run, or replay again");
    }
    return run;
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
