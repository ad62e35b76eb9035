package xuncha.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import xuncha.cli.bench.CorpusBench;
import xuncha.cli.bench.CrawlBench;
import xuncha.cli.bench.Rival;

/// Measures the product: how right it reads, and how fast.
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "测准确率和速度 · measures accuracy and speed",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {Bench.OnCorpus.class, Bench.Crawl.class})
final class Bench implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /// Accuracy on labelled real pages.
  @Command(
      name = "corpus",
      mixinStandardHelpOptions = true,
      description = "用带标注的真实页面测准确率 · accuracy on labelled real pages")
  static final class OnCorpus implements Callable<Integer> {
    @Parameters(
        arity = "0..1",
        paramLabel = "DIR",
        description =
            "页面目录，默认 XUNCHA_CORPUS 或上级目录中的 shared/corpus · the labelled pages; default:"
                + " XUNCHA_CORPUS, else shared/corpus beside a parent folder")
    private @Nullable Path corpus;

    @Override
    public Integer call() {
      var folder =
          found()
              .orElseThrow(() ->
                  new ExitStatus.BadInput(
                      "xuncha: no labelled pages found; name their folder, or set"
                          + " XUNCHA_CORPUS"));
      var bench = new CorpusBench();
      bench.run(folder, new java.io.PrintStream(System.out, true, StandardCharsets.UTF_8));
      return ExitStatus.DONE;
    }

    private Optional<Path> found() {
      var named = corpus == null ? System.getenv("XUNCHA_CORPUS") : corpus.toString();
      if (named != null && !named.isEmpty()) {
        return Optional.of(Path.of(named)).filter(Files::isDirectory);
      }
      for (var up = Options.home().toAbsolutePath(); up != null; up = up.getParent()) {
        if (Files.isDirectory(up.resolve("shared/corpus"))) {
          return Optional.of(up.resolve("shared/corpus"));
        }
      }
      return Optional.empty();
    }
  }

  /// Speed and memory beside other crawlers.
  @Command(
      name = "crawl",
      mixinStandardHelpOptions = true,
      description = "与 Scrapy、WebMagic 比速度和内存 · speed and memory beside Scrapy and WebMagic")
  static final class Crawl implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
        names = "--sites",
        defaultValue = "50",
        description = "网站数 · sites (default: ${DEFAULT-VALUE})")
    private int sites;

    @Option(
        names = "--pages",
        defaultValue = "400",
        description = "每站页数 · pages of each (default: ${DEFAULT-VALUE})")
    private int pages;

    @Option(
        names = "--rounds",
        defaultValue = "3",
        description = "轮数，取中位数 · rounds; the median counts (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
        names = "--warm-up",
        defaultValue = "5",
        description =
            "JVM 程序先空跑几遍，0 连启动一起计 · unmeasured runs of JVM programs before the measured one;"
                + " 0 counts their start (default: ${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
        names = "--against",
        split = ",",
        description = "对手 · rivals: ${COMPLETION-CANDIDATES} (default: all)")
    private @Nullable Set<Rival> against;

    @Option(names = "--out", paramLabel = "DIR", description = "工作目录，默认 data/bench · files go here")
    private @Nullable Path out;

    @Override
    public Integer call() {
      if (sites < 1 || pages < 1 || rounds < 1 || warmUp < 0) {
        throw new ExitStatus.BadInput(
            "xuncha: --sites, --pages and --rounds are at least 1, --warm-up at least 0");
      }
      var line = spec.commandLine();
      var folder = out == null ? Options.home().resolve("data/bench") : out;
      new CrawlBench(
              new CrawlBench.Plan(
                  folder,
                  sites,
                  pages,
                  rounds,
                  warmUp,
                  against == null ? EnumSet.allOf(Rival.class) : against),
              line.getOut(),
              line.getErr())
          .run();
      return ExitStatus.DONE;
    }
  }
}
