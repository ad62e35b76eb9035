package xuncha.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.LoggerFactory;

/// Runs the laboratory alone in a process, until the process is ended.
///
/// Arguments, each optional: `--seed N`, `--sites N`, `--pages N`, `--as-of TIME` (RFC 3339;
/// default now), `--healthy true` (nothing planted), `--addresses N`, `--pace MS` (what a simulated
/// second takes, milliseconds), `--out DIRECTORY`. Logs one line for each file it wrote.
public final class LabMain {
  private LabMain() {}

  /// Starts the laboratory and waits.
  ///
  /// @param args as above
  public static void main(String[] args) throws InterruptedException {
    var log = LoggerFactory.getLogger(LabMain.class);
    var options = options(args);
    var seed = Long.parseLong(options.getOrDefault("seed", "1"));
    var sites = Integer.parseInt(options.getOrDefault("sites", Integer.toString(Province.WHOLE)));
    var pages = Integer.parseInt(options.getOrDefault("pages", Integer.toString(Province.PAGES)));
    var asOf = options.containsKey("as-of") ? Instant.parse(options.get("as-of")) : Instant.now();
    var province =
        Boolean.parseBoolean(options.getOrDefault("healthy", "false"))
            ? Province.healthy(seed, sites, pages, asOf)
            : Province.of(seed, sites, pages, asOf);
    var defaults = LabSettings.defaults();
    var settings =
        new LabSettings(
            number(options, "addresses", defaults.addresses()),
            Duration.ofMillis(number(options, "pace", (int) defaults.pace().toMillis())),
            0,
            defaults.ipv6());
    try (var server = LabServer.start(province, settings)) {
      var files = server.write(Path.of(options.getOrDefault("out", "lab")));
      log.info("registry {}", files.registry().toAbsolutePath());
      log.info("network {}", files.network().toAbsolutePath());
      log.info("truth {}", files.truth().toAbsolutePath());
      log.info("http {} https {} dns {}", server.httpPort(), server.httpsPort(), server.dns());
      Thread.currentThread().join();
    }
  }

  private static int number(Map<String, String> options, String name, int otherwise) {
    return options.containsKey(name) ? Integer.parseInt(options.get(name)) : otherwise;
  }

  private static Map<String, String> options(String[] args) {
    var options = new HashMap<String, String>();
    for (var i = 0; i + 1 < args.length; i += 2) {
      if (!args[i].startsWith("--")) {
        throw new IllegalArgumentException("not an option: " + args[i]);
      }
      options.put(args[i].substring(2), args[i + 1]);
    }
    return options;
  }
}
