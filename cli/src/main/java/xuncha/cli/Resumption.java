package xuncha.cli;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import xuncha.crawler.CrawlSettings;
import xuncha.findings.edition.Edition;
import xuncha.findings.edition.Editions;
import xuncha.findings.store.Run;

/// A run that is gone on with: by what was kept with it. An option that says otherwise is refused,
/// for half of the run would be judged by one rule and half by another.
final class Resumption {
  private final Run run;
  private final Map<String, String> kept;
  private final Options options;
  private final Judging judging;
  private final List<String> mistakes = new ArrayList<>();

  private Resumption(Run run, Map<String, String> kept, Options options, Judging judging) {
    this.run = run;
    this.kept = kept;
    this.options = options;
    this.judging = judging;
  }

  /// What the rest of the run is to be inspected by.
  ///
  /// @param kept the run's terms; of a run from before they were kept only its own record is known,
  ///   and the command line has to say the rest
  /// @throws ExitStatus.BadInput when the command line contradicts what was kept
  static Commission of(Run run, Map<String, String> kept, Options options, Judging judging) {
    return new Resumption(run, kept, options, judging).commission();
  }

  private Commission commission() {
    if (options.asOf != null && !options.asOf.truncatedTo(ChronoUnit.MILLIS).equals(run.asOf())) {
      contradicts("--as-of", "as of " + run.asOf());
    }
    var commission = kept.isEmpty() ? told() : remembered();
    if (!mistakes.isEmpty()) {
      throw new ExitStatus.BadInput(mistakes);
    }
    return commission;
  }

  private Commission told() {
    var settings = options.settings();
    var shipped = Editions.shippedIds().contains(run.edition());
    var edition = shipped ? Editions.shipped(run.edition()) : options.edition(settings, run.asOf());
    if (!edition.id().equals(run.edition()) || isOtherEdition(edition, "")) {
      mistakes.add(
          refusal()
              + "it is judged by the edition "
              + run.edition()
              + "; name its file with --edition");
    }
    return new Commission(
        settings,
        run.asOf(),
        edition,
        shipped ? "" : options.editionText(settings),
        judging.checks(),
        Optional.ofNullable(options.network),
        Optional.ofNullable(options.credentials));
  }

  /// Of a run without terms only the id is known.
  private boolean isOtherEdition(Edition edition, String text) {
    if (options.edition == null) {
      return false;
    }
    var asked = options.edition(options.settings(), run.asOf());
    return !asked.id().equals(edition.id())
        || (!kept.isEmpty() && !options.editionText(options.settings()).equals(text));
  }

  private Commission remembered() {
    var text = kept.getOrDefault(Commission.EDITION, "");
    var edition = Commission.edition(run.edition(), kept.get(Commission.EDITION));
    if (isOtherEdition(edition, text)) {
      contradicts("--edition", "with the edition " + run.edition());
    }
    var checks = Commission.checks(kept.get(Commission.CHECKS));
    if (!judging.checks().isEmpty() && !judging.checks().equals(checks)) {
      contradicts(
          "--checks",
          checks.isEmpty() ? "with all checks" : "with " + String.join(",", new TreeSet<>(checks)));
    }
    return new Commission(
        settings(),
        run.asOf(),
        edition,
        text,
        checks,
        network(),
        Optional.ofNullable(options.credentials).or(() -> path(Commission.CREDENTIALS)));
  }

  private Settings settings() {
    var before = SettingsFile.kept(kept.getOrDefault(Commission.SETTINGS, ""));
    var now = options.settings();
    if (options.noBrowser && before.browser().use()) {
      contradicts("--no-browser", "with a browser");
    }
    if (options.searchProfiles != null
        && !options.searchProfiles.toAbsolutePath().equals(Path.of(before.searchProfiles()))) {
      contradicts("--search-profiles", "with others");
    }
    if (options.config != null && !isLike(before, now)) {
      contradicts("--config", "with other settings");
    }
    var own = options.config == null ? before : now.withBrowser(before.browser());
    return own.withSearchProfiles(before.searchProfiles())
        .withData(options.out == null ? before.folder() : options.out)
        .withStore(now.jdbcUrl());
  }

  /// Whether both judge alike: where the record lies and how fast the sites are asked is no matter.
  private static boolean isLike(Settings before, Settings now) {
    return SettingsFile.text(judging(before)).equals(SettingsFile.text(judging(now)));
  }

  private static Settings judging(Settings settings) {
    var crawl = settings.crawl();
    return settings
        .withStore("")
        .withData(Path.of(""))
        .withEdition("")
        .withSearchProfiles("")
        .withVisits(1)
        .withBrowser(settings.browser().unused())
        .withCrawl(
            new CrawlSettings(
                CrawlSettings.defaults().pace(),
                crawl.budget(),
                crawl.attempts(),
                crawl.userAgent(),
                crawl.obeyRobots(),
                crawl.retention()));
  }

  private Optional<Path> network() {
    var before = path(Commission.NETWORK);
    var wanted = Optional.ofNullable(options.network).or(() -> before);
    var says = wanted.map(Options::text).orElse("");
    if (!says.equals(kept.getOrDefault(Commission.NETWORK_SAYS, ""))) {
      contradicts(
          "--network",
          before.map(file -> "on the network that " + file + " described then").orElse("without"));
    }
    return wanted;
  }

  private Optional<Path> path(String term) {
    return Optional.ofNullable(kept.get(term)).map(Path::of);
  }

  private void contradicts(String option, String how) {
    mistakes.add(
        refusal()
            + "it was begun "
            + how
            + ", which "
            + option
            + " contradicts; begin a new run for that");
  }

  private String refusal() {
    return "xuncha: --resume " + run.id() + ": ";
  }
}
