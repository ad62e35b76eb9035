package xuncha.cli.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The crawlers of others, prepared in a folder from what ships as resources.
final class Others {
  private final Path folder;
  private final List<String> arguments;

  /// @param folder where they are prepared
  /// @param arguments file of home pages, port of the laboratory, pages of each site
  Others(Path folder, List<String> arguments) {
    this.folder = folder;
    this.arguments = List.copyOf(arguments);
  }

  /// Debian's Scrapy.
  Contender scrapy() {
    var python = Stream.of("/usr/bin/python3", "python3").filter(this::hasScrapy).findFirst();
    if (python.isEmpty()) {
      return Contender.absent(
          Rival.SCRAPY, "not installed here; to mend: apt-get install python3-scrapy");
    }
    var script = resource("scrapy_contender.py");
    var command = new ArrayList<>(List.of(python.get(), script.toString()));
    command.addAll(arguments);
    return Contender.present(Rival.SCRAPY, command);
  }

  /// WebMagic, which Maven fetches now into its own cache: the product does not depend on it.
  ///
  /// @param options for the JVM
  Contender webMagic(List<String> options) {
    var pom = resource("webmagic/pom.xml");
    var source = resource("webmagic/WebMagicContender.java");
    var libraries = folder.resolve("webmagic/lib");
    var classes = folder.resolve("webmagic/classes");
    try {
      Processes.run(
          List.of(
              "mvn",
              "-q",
              "-B",
              "-f",
              pom.toString(),
              "dependency:copy-dependencies",
              "-DoutputDirectory=" + libraries),
          folder);
      var path = libraries + File.separator + "*";
      Processes.run(
          List.of(
              Processes.tool("javac"), "-cp", path, "-d", classes.toString(), source.toString()),
          folder);
      var command =
          Processes.java(options, path + File.pathSeparator + classes, "WebMagicContender");
      command.addAll(arguments);
      return Contender.present(Rival.WEBMAGIC, command);
    } catch (IllegalStateException | UncheckedIOException absent) {
      return Contender.absent(
          Rival.WEBMAGIC,
          "Maven could not fetch or javac not compile it; to mend: install maven and let it reach"
              + " Maven Central once ("
              + absent.getMessage()
              + ")");
    }
  }

  private boolean hasScrapy(String python) {
    try {
      Processes.run(List.of(python, "-c", "import scrapy"), folder);
      return true;
    } catch (IllegalStateException | UncheckedIOException _) {
      return false;
    }
  }

  private Path resource(String name) {
    var to = folder.resolve(name);
    try (var in =
        Optional.ofNullable(Others.class.getResourceAsStream(name))
            .orElseThrow(() -> new IllegalStateException("not shipped: " + name))) {
      Files.createDirectories(to.resolveSibling("x").getParent());
      Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
