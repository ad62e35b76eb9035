package xuncha.crawler.render;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The browser's program, and how it is started.
///
/// @param program what is run
/// @param sandboxed whether the browser shuts its own processes in; it refuses to do so for root
public record Chromium(Path program, boolean sandboxed) {
  /// With windows, for a person.
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  /// The same engine without the windows round it: a page costs a third of the processor's time
  /// (measured with Chromium 156: 0.19 instead of 0.62 seconds for a small one).
  private static final List<String> WINDOWLESS =
      List.of("chromium-headless-shell", "chrome-headless-shell", "headless_shell");

  /// The browser has no way out but through us. Whatever would not pass our hands ends at a proxy
  /// that is not there, for names do not resolve and nothing goes round the proxy.
  private static final List<String> SHUT_IN =
      List.of(
          "--proxy-server=http://127.0.0.1:1",
          "--proxy-bypass-list=<-loopback>",
          "--host-resolver-rules=MAP * ~NOTFOUND",
          "--disable-quic",
          "--webrtc-ip-handling-policy=disable_non_proxied_udp",
          "--force-webrtc-ip-handling-policy=disable_non_proxied_udp" // its former name
          );

  /// What a browser says of its own accord, whatever page it shows.
  private static final List<String> QUIET =
      List.of(
          "--no-pings",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-domain-reliability",
          "--disable-sync",
          "--disable-client-side-phishing-detection",
          "--dns-prefetch-disable");

  private static final List<String> FRUGAL =
      List.of(
          "--disable-gpu",
          "--mute-audio",
          "--disable-extensions",
          "--js-flags=--max-old-space-size=384",
          "--renderer-process-limit=2");

  /// Where the browser's processes share memory, and the bytes two browsers may want of it.
  private static final Path SHARED = Path.of("/dev/shm");

  private static final long ENOUGH = 1L << 30;

  /// Finds the browser that draws pages unseen: one without windows where there is one.
  ///
  /// @param path the one that somebody set; empty: whichever is there
  /// @param environment where `XUNCHA_CHROMIUM`, `PATH` and `HOME` are read
  public static Optional<Chromium> find(String path, Map<String, String> environment) {
    return find(path, environment, Stream.concat(WINDOWLESS.stream(), NAMES.stream()).toList());
  }

  /// Finds the browser that can show a window to a person.
  ///
  /// @param path the one that somebody set; empty: whichever is there
  /// @param environment where `XUNCHA_CHROMIUM`, `PATH` and `HOME` are read
  public static Optional<Chromium> withWindows(String path, Map<String, String> environment) {
    return find(path, environment, NAMES)
        .filter(found -> !WINDOWLESS.contains(found.program().getFileName().toString()));
  }

  private static Optional<Chromium> find(
      String path, Map<String, String> environment, List<String> names) {
    var named = path.isEmpty() ? environment.getOrDefault("XUNCHA_CHROMIUM", "") : path;
    var candidates =
        named.isEmpty()
            ? Stream.concat(onPath(environment, names), ownOfPlaywright(environment, names))
            : Stream.of(Path.of(named));
    return candidates
        .filter(Files::isExecutable)
        .findFirst()
        .map(program -> new Chromium(program, !asRoot()));
  }

  /// What it is started with.
  List<String> arguments(Walls walls) {
    var all = new ArrayList<String>();
    if (walls.shutIn()) {
      all.addAll(SHUT_IN);
    }
    all.addAll(QUIET);
    all.addAll(FRUGAL);
    return all;
  }

  /// What Playwright would start it with and we do not, on this machine.
  static List<String> leftOut() {
    return leftOut(free(SHARED));
  }

  /// Playwright has the browser's processes share memory by files in the folder for temporary ones,
  /// because a container may have no more than 64 MB of the other. Where there is enough of it, a
  /// page costs a twentieth less (measured with Chromium 156) and no disk is written to.
  ///
  /// @param shared bytes that are free where memory is shared
  static List<String> leftOut(long shared) {
    return shared >= ENOUGH ? List.of("--disable-dev-shm-usage") : List.of();
  }

  private static long free(Path folder) {
    try {
      return Files.isWritable(folder) ? Files.getFileStore(folder).getUsableSpace() : 0;
    } catch (IOException _) { // not known is not enough
      return 0;
    }
  }

  private static boolean asRoot() {
    return ProcessHandle.current().info().user().filter("root"::equals).isPresent();
  }

  /// The names in their order, each wherever on the path it is.
  private static Stream<Path> onPath(Map<String, String> environment, List<String> names) {
    var folders = environment.getOrDefault("PATH", "").split(File.pathSeparator);
    return names.stream()
        .flatMap(name ->
            Stream.of(folders)
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> programs(Path.of(folder), name)));
  }

  /// Debian starts the one without windows by a script that stays: whoever ends what he started
  /// would end the script and leave the browser. The program itself stands in the library's folder.
  private static Stream<Path> programs(Path folder, String name) {
    var itself = folder.resolveSibling(Path.of("lib", "chromium", name));
    return WINDOWLESS.contains(name)
        ? Stream.of(itself, folder.resolve(name))
        : Stream.of(folder.resolve(name));
  }

  private static Stream<Path> ownOfPlaywright(Map<String, String> environment, List<String> names) {
    var cache = Path.of(environment.getOrDefault("HOME", ""), ".cache", "ms-playwright");
    if (!Files.isDirectory(cache)) {
      return Stream.empty();
    }
    try (var deep = Files.find(cache, 3, (_, about) -> about.isRegularFile())) {
      var files = deep.sorted().toList();
      return Stream.concat(names.stream(), Stream.of("chrome"))
          .flatMap(name -> files.stream().filter(file -> file.endsWith(name)));
    } catch (IOException unreadable) {
      return Stream.empty();
    }
  }
}
