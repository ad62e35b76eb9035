package xuncha.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import xuncha.crawler.names.BadProfileException;
import xuncha.crawler.names.NetworkProfile;
import xuncha.crawler.probe.space.TestAccount;
import xuncha.findings.Beijing;
import xuncha.findings.edition.Edition;
import xuncha.findings.edition.Editions;
import xuncha.findings.edition.UnreadableEdition;
import xuncha.findings.site.Problem;
import xuncha.findings.site.Registry;
import xuncha.findings.site.RegistryFolder;
import xuncha.findings.store.Ledger;

/// The options that every command shares, turned into what they mean.
final class Options {
  @Option(names = "--config", paramLabel = "FILE", description = "设置文件 (YAML) · settings")
  @Nullable Path config;

  @Option(
      names = "--store",
      paramLabel = "JDBC-URL",
      description = "记录库，默认 data/ 下的 H2 文件 · the record")
  @Nullable String store;

  @Option(names = "--out", paramLabel = "DIR", description = "输出目录，默认 data · where files go")
  @Nullable Path out;

  @Option(names = "--network", paramLabel = "FILE", description = "网络配置 (YAML) · network profile")
  @Nullable Path network;

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      converter = ReferenceTime.class,
      description = "监测时间点，默认现在 · reference time, default now")
  @Nullable Instant asOf;

  @Option(
      names = "--edition",
      paramLabel = "ID|FILE",
      description = "指标版本，默认按监测时间点 · edition of the indicators")
  @Nullable String edition;

  @Option(names = "--no-browser", description = "不用浏览器；由脚本生成的内容记为无法判定 · never starts a browser")
  boolean noBrowser;

  @Option(
      names = "--credentials",
      paramLabel = "FILE",
      description = "测试账号 (YAML，仅本人可读) · test accounts")
  @Nullable Path credentials;

  @Option(
      names = "--submit",
      description = "向设置中 authorised 列明、已书面同意的网站真实提交测试信件 · really writes to consenting sites")
  boolean submit;

  @Option(
      names = "--search-profiles",
      paramLabel = "FILE",
      description = "各网站搜索的用法 (YAML) · how some searches are asked")
  @Nullable Path searchProfiles;

  @Option(names = "--quiet", description = "不显示进度 · no progress")
  boolean quiet;

  @Option(names = "--verbose", description = "显示更多细节 · more detail")
  boolean verbose;

  /// The settings file or the defaults, with what the command line says instead.
  Settings settings() {
    var settings = config == null ? Settings.defaults() : SettingsFile.read(config);
    settings = settings.withData(out == null ? folder(settings) : out);
    if (noBrowser) {
      settings = settings.withBrowser(settings.browser().unused());
    }
    if (searchProfiles != null) {
      settings = settings.withSearchProfiles(searchProfiles);
    }
    return store == null ? settings : settings.withStore(store);
  }

  /// Where the record lies when no `--out` is given.
  Path folder() {
    return folder(config == null ? Settings.defaults() : SettingsFile.read(config));
  }

  private static Path folder(Settings settings) {
    return settings.folder().isAbsolute() ? settings.folder() : home().resolve(settings.folder());
  }

  /// The network profile asked for, else the real network.
  NetworkProfile network() {
    return network(Optional.ofNullable(network));
  }

  /// The network profile in that file, else the real network.
  static NetworkProfile network(Optional<Path> file) {
    try {
      return file.map(NetworkProfile::read).orElseGet(NetworkProfile::system);
    } catch (BadProfileException wrong) {
      throw new ExitStatus.BadInput(String.valueOf(wrong.getMessage()));
    }
  }

  /// The test accounts in that file, by site code; none when no file is named.
  static Map<String, TestAccount> accounts(Optional<Path> file) {
    return file.map(named -> Credentials.read(named, System.getenv())).orElse(Map.of());
  }

  /// What a file says, word for word.
  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new ExitStatus.BadInput(file + ": cannot be read; is the path right?");
    }
  }

  /// The options that find the record again, as they were given; a secret in the store's address is
  /// not repeated.
  String whereabouts() {
    var said = new StringBuilder();
    say(said, "--config", config);
    say(said, "--out", out);
    say(said, "--store", store == null ? null : Ledger.shown(store));
    say(said, "--network", network);
    return said.toString();
  }

  private static void say(StringBuilder said, String option, @Nullable Object value) {
    if (value != null) {
      var text = value.toString();
      var quoted = text.matches("[\\w./:@%+=-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
      said.append(' ').append(option).append(' ').append(quoted);
    }
  }

  /// The reference time: never later than now, for what is not yet published then would count as
  /// missing. Today as a day is now.
  Instant asOf(InstantSource clock) {
    var now = clock.instant();
    if (asOf == null || asOf.equals(ReferenceTime.endOf(Beijing.day(now)))) {
      return now;
    }
    if (asOf.isAfter(now)) {
      throw new ExitStatus.BadInput(
          "xuncha: --as-of: "
              + asOf.atZone(Beijing.ZONE).toOffsetDateTime()
              + " has not come yet; write a time that has passed");
    }
    return asOf;
  }

  /// The edition asked for (a shipped id or a file), else the one in force at `asOf`.
  Edition edition(Settings settings, Instant asOf) {
    var wanted = Optional.ofNullable(edition).orElse(settings.edition());
    try {
      if (wanted.isEmpty()) {
        return Editions.inForce(Beijing.day(asOf));
      }
      return isFile(wanted) ? Editions.read(Path.of(wanted)) : Editions.shipped(wanted);
    } catch (UnreadableEdition wrong) {
      throw new ExitStatus.BadInput(wrong.mistakes());
    } catch (IllegalArgumentException unknown) {
      throw new ExitStatus.BadInput("xuncha: --edition: " + unknown.getMessage());
    }
  }

  /// What the edition file that is asked for says, word for word; empty when a shipped edition is
  /// meant.
  String editionText(Settings settings) {
    var wanted = Optional.ofNullable(edition).orElse(settings.edition());
    return isFile(wanted) ? Editions.text(Path.of(wanted)) : "";
  }

  private static boolean isFile(String edition) {
    return edition.toLowerCase(Locale.ROOT).endsWith(".yaml");
  }

  /// The registry read from those files; refused with one line per mistake when a row cannot be
  /// taken.
  static Registry registry(List<Path> files, java.io.PrintWriter err) {
    var imported = Registry.read(files);
    if (!imported.errors().isEmpty()) {
      throw new ExitStatus.BadInput(imported.errors().stream().map(Problem::line).toList());
    }
    imported.warnings().forEach(warning -> err.println(Terminal.safe(warning.line())));
    return imported.registry();
  }

  /// The registry when no file is named: the one that was imported, else Anhui's, which ships.
  Registry registry(java.io.PrintWriter err) {
    var files = registryFolder().files();
    return files.isEmpty() ? Registry.anhui() : registry(files, err);
  }

  /// Where an imported registry is kept.
  RegistryFolder registryFolder() {
    return new RegistryFolder(settings().folder().resolve("registry"));
  }

  /// The folder that the launcher lives in; the working folder when it was not used.
  static Path home() {
    return Path.of(System.getProperty("xuncha.home", ""));
  }
}
