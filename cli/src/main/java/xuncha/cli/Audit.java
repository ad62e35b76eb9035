package xuncha.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import xuncha.checks.reach.Ipv6Account;
import xuncha.findings.site.Target;
import xuncha.findings.store.Ledger;
import xuncha.findings.store.Run;
import xuncha.findings.visit.Ipv6Trace;
import xuncha.findings.visit.Visit;
import xuncha.scheduler.Progress;

/// Inspects single sites now and reports to the person at the terminal, or as JSON.
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "现在检查单个网站 · inspects single sites or accounts now")
final class Audit implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Options options;
  @Mixin private Judging judging;

  @Parameters(arity = "1..*", paramLabel = "URL|CODE", description = "首页网址或网站标识码")
  private List<String> wanted = List.of();

  @Option(
      names = "--registry",
      paramLabel = "FILE",
      description = "登记册，默认已导入的或安徽省 · where codes and names are looked up")
  private @Nullable List<Path> registry;

  @Option(
      names = "--format",
      description = "text, json, jsonl (default: ${DEFAULT-VALUE})",
      defaultValue = "text")
  private Format format = Format.TEXT;

  @Option(names = "--lang", description = "zh, en (default: ${DEFAULT-VALUE})", defaultValue = "zh")
  private Language language = Language.ZH;

  /// How the result is written.
  enum Format {
    TEXT,
    JSON,
    JSONL
  }

  /// Which of the two sentences is shown.
  enum Language {
    ZH,
    EN
  }

  @Override
  public Integer call() {
    var clock = InstantSource.system();
    var asked = Commission.asked(options, judging, clock);
    var targets = targets();
    try (var inspection = asked.inspection(clock);
        var ledger = Ledger.open(asked.settings().jdbcUrl(), clock)) {
      var err = spec.commandLine().getErr();
      if (options.submit) {
        inspection.submitting(line -> err.println("xuncha: " + Terminal.safe(line)));
      }
      var run =
          ledger.begin(
              Run.Kind.ON_DEMAND, asked.asOf(), asked.edition().id(), targets, asked.terms());
      var accounts = new ConcurrentLinkedQueue<List<String>>();
      inspection.carryOut(
          ledger, run, listener(), visit -> account(visit).ifPresent(accounts::add));
      var done = ledger.run(run.id()).orElseThrow();
      show(ledger, done);
      if (format == Format.TEXT) {
        accounts.forEach(this::tell);
      }
      Blindness.refuse(ledger, done);
      return judging.status(ledger, done);
    }
  }

  /// What happened over IPv6, step by step, where that was looked at.
  private static Optional<List<String>> account(Visit visit) {
    return visit.attempt(Ipv6Trace.class).found().map(Ipv6Account::of);
  }

  private void tell(List<String> account) {
    var terminal = Terminal.on(spec.commandLine().getOut());
    terminal.line("");
    account.forEach(line -> terminal.line(Terminal.safe(line)));
    spec.commandLine().getOut().flush();
  }

  private Progress listener() {
    var err = spec.commandLine().getErr();
    return new Progress() {
      @Override
      public void visiting(Target target) {
        if (!options.quiet && format == Format.TEXT) {
          err.println("正在检查 " + Terminal.safe(target.url()) + " …");
        }
      }

      @Override
      public void crashed(Target target, Throwable why) {
        err.println("xuncha: " + Terminal.safe(target.url() + ": " + why));
      }
    };
  }

  private void show(Ledger ledger, Run run) {
    var out = spec.commandLine().getOut();
    switch (format) {
      case TEXT ->
          new VerdictReport(Terminal.on(out), language == Language.EN, options.verbose)
              .print(ledger, run);
      case JSON -> RunJson.write(ledger, run.id(), System.out, true);
      case JSONL -> RunJson.write(ledger, run.id(), System.out, false);
    }
    out.flush();
  }

  private List<Target> targets() {
    var known =
        registry == null
            ? options.registry(spec.commandLine().getErr())
            : Options.registry(registry, spec.commandLine().getErr());
    var mistakes = new ArrayList<String>();
    var targets = new LinkedHashMap<String, Target>();
    for (var word : wanted) {
      Named.find(known, word)
          .ifPresentOrElse(
              target -> {
                var taken = targets.putIfAbsent(target.id(), target);
                Named.aside(taken == null ? target : taken, word)
                    .ifPresent(spec.commandLine().getErr()::println);
              },
              () -> mistakes.add(Named.unknown(word)));
    }
    if (!mistakes.isEmpty()) {
      throw new ExitStatus.BadInput(mistakes);
    }
    return List.copyOf(targets.values());
  }
}
