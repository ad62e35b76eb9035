package xuncha.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import xuncha.findings.site.Problem;
import xuncha.findings.site.Registry;
import xuncha.findings.site.Target;

/// The list of sites and accounts: says what is wrong with a file, or shows what is in it.
@Command(
    name = "registry",
    mixinStandardHelpOptions = true,
    description = "登记册的检查和查看 · the list of sites and accounts")
final class RegistryFiles {
  @Spec private CommandSpec spec;

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "逐行检查 · says what is wrong, row by row")
  int check(@Parameters(arity = "1..*", paramLabel = "FILE") List<Path> files) {
    var imported = Registry.read(files);
    var err = spec.commandLine().getErr();
    imported.problems().stream().map(Problem::line).map(Terminal::safe).forEach(err::println);
    tally(imported.registry());
    return imported.errors().isEmpty() ? ExitStatus.DONE : ExitStatus.BAD_INPUT;
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description = "导入登记册，以后的巡查默认使用；有一行有误则全部不导入 · from now on the registry of every inspection")
  int imported(
      @Mixin Options options, @Parameters(arity = "1..*", paramLabel = "FILE") List<Path> files) {
    var registry = Options.registry(files, spec.commandLine().getErr());
    var kept = options.registryFolder();
    kept.keep(registry);
    tally(registry);
    spec.commandLine().getOut().println("已导入 " + kept.folder());
    return ExitStatus.DONE;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "列出对象；无文件时列出已导入的，否则随附的安徽省登记册 · shows the targets")
  int list(
      @Mixin Options options, @Parameters(arity = "0..*", paramLabel = "FILE") List<Path> files) {
    var registry =
        files == null || files.isEmpty()
            ? options.registry(spec.commandLine().getErr())
            : Options.registry(files, spec.commandLine().getErr());
    var out = spec.commandLine().getOut();
    for (Target target : registry.targets()) {
      out.println(
          Terminal.safe(
              String.join("  ", target.id(), target.category().zh(), target.name(), target.url())));
    }
    return ExitStatus.DONE;
  }

  private void tally(Registry registry) {
    var out = spec.commandLine().getOut();
    out.println("网站 " + registry.sites().size() + " 个，账号 " + registry.accounts().size() + " 个");
    registry
        .byCategory()
        .forEach((category, count) -> out.println("  " + category.zh() + " " + count));
  }
}
