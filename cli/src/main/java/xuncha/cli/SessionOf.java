package xuncha.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import xuncha.crawler.fetch.KeptCookie;
import xuncha.crawler.names.NetworkProfile;
import xuncha.crawler.render.Chromium;
import xuncha.crawler.render.OperatorWindow;
import xuncha.findings.site.Site;

/// A person logs in where no program may: in a visible browser, once. Later visits look at the user
/// space with the session that this made.
@Command(
    name = "session",
    mixinStandardHelpOptions = true,
    description = "由人在浏览器中登录一次，供以后查看用户空间 · a person logs in once, for later visits")
final class SessionOf implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  @Spec private CommandSpec spec;
  @Mixin private Options options;

  @Parameters(paramLabel = "SITE", description = "网站标识码或首页网址 · a code or a home page")
  private String wanted = "";

  @Option(names = "--registry", paramLabel = "FILE", description = "登记册，默认已导入的或安徽省")
  private @Nullable List<Path> registry;

  @Override
  public Integer call() {
    var err = spec.commandLine().getErr();
    var settings = options.settings();
    var site = site();
    var chromium =
        Chromium.withWindows(settings.browser().path(), System.getenv())
            .orElseThrow(() ->
                new ExitStatus.CannotInspect(
                    "xuncha: no browser with windows; install Debian's package chromium"));
    if (!isThereAScreen()) {
      throw new ExitStatus.CannotInspect(
          "xuncha: no screen (DISPLAY and WAYLAND_DISPLAY are empty); run this where a window can be seen");
    }
    err.println("浏览器已打开 " + Terminal.safe(site.url()) + "：请登录，然后回到这里按回车（或关闭窗口）。");
    err.println("Log in in the window, then press Enter here or close it.");
    var window =
        new OperatorWindow(chromium, rules(options.network()), PATIENCE, InstantSource.system());
    var cookies = cookies(window, site);
    if (cookies.isEmpty()) {
      throw new ExitStatus.CannotInspect("xuncha: the site set no cookie; nothing was stored");
    }
    var file = sessions(settings).keep(site, cookies);
    err.println("已保存 " + cookies.size() + " 个 Cookie：" + file + "；到期后请重新执行本命令。");
    return ExitStatus.DONE;
  }

  private static List<KeptCookie> cookies(OperatorWindow window, Site site) {
    try {
      return window.cookies(site.url(), enter()::get);
    } catch (IllegalStateException noWindow) {
      throw new ExitStatus.CannotInspect(
          "xuncha: no window could be opened: " + noWindow.getMessage());
    }
  }

  /// Where sessions are kept.
  static StoredSessions sessions(Settings settings) {
    return new StoredSessions(settings.folder().resolve("sessions"));
  }

  private Site site() {
    var known =
        registry == null
            ? options.registry(spec.commandLine().getErr())
            : Options.registry(registry, spec.commandLine().getErr());
    return Named.find(known, wanted)
        .filter(Site.class::isInstance)
        .map(Site.class::cast)
        .orElseThrow(() -> new ExitStatus.BadInput(Named.unknown(wanted)));
  }

  private static boolean isThereAScreen() {
    return !System.getenv().getOrDefault("DISPLAY", "").isEmpty()
        || !System.getenv().getOrDefault("WAYLAND_DISPLAY", "").isEmpty()
        || System.getProperty("os.name", "").startsWith("Mac")
        || System.getProperty("os.name", "").startsWith("Windows");
  }

  /// Under a network profile every host is where the laboratory serves: a browser cannot be told
  /// another resolver.
  static Optional<String> rules(NetworkProfile network) {
    return network
        .dns()
        .map(resolver ->
            network.ports().entrySet().stream()
                .map(port ->
                    "MAP *:%d %s:%d"
                        .formatted(
                            port.getKey(), resolver.getAddress().getHostAddress(), port.getValue()))
                .sorted()
                .collect(Collectors.joining(", ")));
  }

  /// Becomes true when the person presses Enter; an end of the input is none.
  private static AtomicBoolean enter() {
    var pressed = new AtomicBoolean();
    Thread.ofPlatform()
        .daemon()
        .name("enter")
        .start(() -> {
          try {
            int sign;
            do {
              sign = System.in.read();
            } while (sign >= 0 && sign != '\n');
            pressed.set(sign == '\n');
          } catch (IOException unreadable) {
            // closing the window is left to say that one is done
            pressed.set(false);
          }
        });
    return pressed;
  }
}
