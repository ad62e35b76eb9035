package xuncha.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// How many pages a second of one core's time buys, here and elsewhere: the same simulated sites
/// crawled by this product, by Scrapy, by WebMagic, and fetched and parsed by a bare loop; each in
/// a process of its own, one after the other, the simulation in yet another. Who runs on the JVM
/// does all the work several times and is measured the last time.
public final class CrawlBench {
  /// The same for every Java contender, both compilers on.
  private static final List<String> JVM =
      List.of("-Xmx512m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED");

  private final Plan plan;
  private final PrintWriter out;
  private final PrintWriter err;

  /// What is to be run.
  ///
  /// @param folder where its files go; made when missing
  /// @param sites how many sites
  /// @param pages how many pages of each at most
  /// @param rounds how often each contender runs; the run of the median counts
  /// @param warmUp how often a contender on the JVM does the work before it is measured
  /// @param rivals who takes part, this product in any case
  public record Plan(Path folder, int sites, int pages, int rounds, int warmUp, Set<Rival> rivals) {
    public Plan {
      folder = folder.toAbsolutePath();
      rivals = Set.copyOf(rivals);
      if (sites < 1 || pages < 1 || rounds < 1 || warmUp < 0) {
        throw new IllegalArgumentException("at least one site, one page, one round");
      }
    }
  }

  /// @param out for the table
  /// @param err for what is going on
  public CrawlBench(Plan plan, PrintWriter out, PrintWriter err) {
    this.plan = plan;
    this.out = out;
    this.err = err;
  }

  /// Runs all contenders in turn and prints the table.
  ///
  /// @throws IllegalStateException when the laboratory or a contender fails
  /// @throws UncheckedIOException when files cannot be written
  public void run() {
    try {
      Files.createDirectories(plan.folder());
      err.println("starting the laboratory …");
      // Sites differ in size and some are served over TLS alone: enough to choose from.
      try (var lab = LabProcess.start(plan.folder(), plan.sites() * 2 + 10, plan.pages() * 2)) {
        err.println("choosing the sites, and warming the laboratory …");
        var contenders = contenders(lab, chosen(lab));
        var table = new CrawlTable();
        for (var round = 1; round <= plan.rounds(); round++) {
          for (var contender : contenders) {
            err.println("round " + round + " of " + plan.rounds() + ": " + contender.who().title());
            var figures = CrawlFigures.in(Processes.run(contender.command(), plan.folder()));
            table.add(contender.who(), figures);
          }
        }
        table.print(out);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// Our own crawl over all sites, not counted, tells the largest, and their pages for the bare
  /// loop.
  private List<String> chosen(LabProcess lab) throws IOException {
    var homes = Files.write(plan.folder().resolve("homes-all.txt"), lab.homes());
    var seen = plan.folder().resolve("visited-all.txt");
    Processes.run(ours(JVM, lab, homes, seen, false), plan.folder());
    var pages =
        Files.readAllLines(seen).stream()
            .collect(Collectors.groupingBy(url -> URI.create(url).resolve("/").toString()));
    var chosen =
        pages.entrySet().stream()
            .sorted(Comparator.comparingInt(site -> -site.getValue().size()))
            .limit(plan.sites())
            .toList();
    Files.write(
        plan.folder().resolve("pages.txt"),
        chosen.stream().flatMap(site -> site.getValue().stream()).toList());
    return chosen.stream().map(Map.Entry::getKey).toList();
  }

  private List<String> ours(
      List<String> options, LabProcess lab, Path homes, Path visited, boolean allFacts) {
    var command = Processes.java(options, Processes.ownClassPath(), OurCrawl.class.getName());
    command.addAll(
        List.of(
            homes.toString(),
            lab.profile().toString(),
            "" + plan.pages(),
            visited.toString(),
            "" + allFacts));
    return command;
  }

  /// Those who can take part, this product first. Who cannot is named aloud.
  private List<Contender> contenders(LabProcess lab, List<String> homes) throws IOException {
    var folder = plan.folder();
    var port = "" + lab.port();
    var pages = "" + plan.pages();
    var list = Files.write(folder.resolve("homes.txt"), homes);
    var here = Files.write(folder.resolve("homes-here.txt"), withPort(homes, port));
    var names = Files.writeString(folder.resolve("hosts"), hosts(homes));
    var others = new Others(folder, List.of(here.toString(), port, pages));

    var warmed = new ArrayList<>(JVM);
    warmed.add("-D" + CrawlFigures.WARM_UP + "=" + plan.warmUp());

    var contenders = new ArrayList<Contender>();
    var visited = folder.resolve("visited.txt");
    contenders.add(Contender.present(Rival.XUNCHA, ours(warmed, lab, list, visited, false)));
    if (plan.rivals().contains(Rival.FACTS)) {
      contenders.add(Contender.present(Rival.FACTS, ours(warmed, lab, list, visited, true)));
    }
    if (plan.rivals().contains(Rival.BARE)) {
      var bare = Processes.java(warmed, Processes.ownClassPath(), BareLoop.class.getName());
      bare.addAll(List.of(folder.resolve("pages.txt").toString(), port));
      contenders.add(Contender.present(Rival.BARE, bare));
    }
    if (plan.rivals().contains(Rival.WEBMAGIC)) {
      var mapped = new ArrayList<>(warmed);
      mapped.add("-Djdk.net.hosts.file=" + names);
      contenders.add(others.webMagic(mapped));
    }
    if (plan.rivals().contains(Rival.SCRAPY)) {
      contenders.add(others.scrapy());
    }
    for (var contender : contenders) {
      contender
          .absent()
          .ifPresent(why -> out.println(contender.who().title() + " is left out: " + why));
    }
    return contenders.stream().filter(contender -> contender.absent().isEmpty()).toList();
  }

  private static List<String> withPort(List<String> homes, String port) {
    return homes.stream()
        .map(home -> home.replaceFirst("^http://([^/:]+)", "http://$1:" + port))
        .toList();
  }

  private static String hosts(List<String> homes) {
    var lines = new StringBuilder("127.0.0.1 localhost\n");
    homes.forEach(home -> lines.append("127.0.0.1 ").append(home.split("/", 4)[2]).append('\n'));
    return lines.toString();
  }
}
