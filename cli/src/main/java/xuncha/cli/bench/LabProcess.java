package xuncha.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import xuncha.crawler.names.NetworkProfile;
import xuncha.findings.site.Registry;
import xuncha.findings.site.Site;
import xuncha.lab.LabMain;

/// The laboratory in a process of its own, so that its work is nobody else's.
final class LabProcess implements AutoCloseable {
  private static final int TRIES = 1_200;
  private static final int PAUSE_MS = 100;

  private final Process process;
  private final Path folder;

  private LabProcess(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
  }

  /// Starts it and waits until it serves.
  ///
  /// @param sites how many sites, healthy all
  /// @param pages about how many pages each
  static LabProcess start(Path folder, int sites, int pages) {
    try {
      for (var old : List.of("registry.csv", "network.yaml", "truth.jsonl", "ca.pem")) {
        Files.deleteIfExists(folder.resolve(old));
      }
      var command =
          Processes.java(List.of("-Xmx1g"), Processes.ownClassPath(), LabMain.class.getName());
      command.addAll(
          List.of(
              "--sites",
              "" + sites,
              "--pages",
              "" + pages,
              "--healthy",
              "true",
              "--pace",
              "1",
              "--addresses",
              "1",
              "--out",
              folder.toString()));
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("lab.log").toFile())
              .start();
      var lab = new LabProcess(process, folder);
      // Ended together with us, however that comes.
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      lab.awaitFiles();
      return lab;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where it serves.
  Path profile() {
    return folder.resolve("network.yaml");
  }

  /// The port of its plain HTTP.
  int port() {
    return NetworkProfile.read(profile()).port(80);
  }

  /// The home pages that are served over plain HTTP.
  List<String> homes() {
    return Registry.read(List.of(folder.resolve("registry.csv"))).registry().sites().stream()
        .map(Site::url)
        .filter(url -> url.startsWith("http://"))
        .toList();
  }

  @Override
  public void close() {
    process.destroy();
  }

  private void awaitFiles() {
    try {
      for (var i = 0; i < TRIES; i++) {
        if (Files.exists(folder.resolve("ca.pem")) && Files.size(folder.resolve("ca.pem")) > 0) {
          return;
        }
        if (process.waitFor(PAUSE_MS, TimeUnit.MILLISECONDS)) {
          break;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    close();
    throw new IllegalStateException(
        "the laboratory does not start, see " + folder.resolve("lab.log"));
  }
}
