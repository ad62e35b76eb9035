package xuncha.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command line. Data goes to standard output, talk to standard error; the exit status is the
/// contract's: 0 done, 1 findings at the level asked for, 2 bad usage or input, 3 could not
/// inspect.
@Command(
    name = "xuncha",
    description = "巡查：政府网站巡查 · inspects government websites",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      Demo.class,
      Audit.class,
      Inspect.class,
      Export.class,
      ReplayCaptures.class,
      RegistryFiles.class,
      SessionOf.class,
      Doctor.class,
      Bench.class
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  Main() {}

  /// Runs one command and ends the process with its status.
  public static void main(String[] args) {
    System.setErr(new WithoutDriverTraces(System.err));
    var out = StandardOutput.own();
    System.setOut(out.stream());
    var status = run(args);
    System.out.flush();
    System.exit(out.settled(status, new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
  }

  /// Runs one command and gives its exit status; for tests and for `main`.
  static int run(String... args) {
    var line = new CommandLine(new Main());
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(Main::misused);
    line.setExecutionExceptionHandler(Main::failed);
    var status = line.execute(args);
    line.getOut().flush();
    return status;
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static int misused(ParameterException mistake, String[] args) {
    var err = mistake.getCommandLine().getErr();
    err.println("xuncha: " + mistake.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(mistake, err);
    err.println("See '" + mistake.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
    return ExitStatus.BAD_INPUT;
  }

  private static int failed(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
    return ExitStatus.explain(failure, line.getErr());
  }
}
