package xuncha.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import xuncha.findings.edition.Edition;
import xuncha.findings.edition.Editions;

/// How an inspection was asked for, as far as its verdicts depend on it. It is kept with the run,
/// so that whoever resumes the run judges the rest as its beginning was judged.
///
/// @param settings what the settings file and the command line said together
/// @param asOf the reference time
/// @param edition the indicators
/// @param editionText the operator's edition file, word for word; empty for a shipped edition
/// @param checks the checks asked for; empty for all of them
/// @param network the network profile's file
/// @param credentials the file of the test accounts; what it says is kept nowhere
record Commission(
    Settings settings,
    Instant asOf,
    Edition edition,
    String editionText,
    Set<String> checks,
    Optional<Path> network,
    Optional<Path> credentials) {
  static final String SETTINGS = "settings";
  static final String EDITION = "edition";
  static final String CHECKS = "checks";
  static final String NETWORK = "network";
  static final String NETWORK_SAYS = "network-says";
  static final String CREDENTIALS = "credentials";

  Commission {
    checks = Set.copyOf(checks);
  }

  /// What the command line asks for. Whatever is wrong with it is told here, before anything
  /// begins.
  static Commission asked(Options options, Judging judging, InstantSource clock) {
    var settings = options.settings();
    var asOf = options.asOf(clock);
    judging.examiner();
    return new Commission(
        settings,
        asOf,
        options.edition(settings, asOf),
        options.editionText(settings),
        judging.checks(),
        Optional.ofNullable(options.network),
        Optional.ofNullable(options.credentials));
  }

  /// The wiring of it.
  Inspection inspection(InstantSource clock) {
    var profile = Options.network(network);
    var accounts = Options.accounts(credentials);
    return new Inspection(settings, profile, edition, Judging.examiner(checks), accounts, clock);
  }

  /// What is kept with the run. No secret is among it: the store's address may hold one and is left
  /// out.
  Map<String, String> terms() {
    var terms = new HashMap<String, String>();
    terms.put(SETTINGS, SettingsFile.text(absolute(settings.withStore(""))));
    keep(terms, EDITION, editionText);
    keep(terms, CHECKS, String.join(",", new TreeSet<>(checks)));
    network.ifPresent(file -> {
      terms.put(NETWORK, file.toAbsolutePath().toString());
      terms.put(NETWORK_SAYS, Options.text(file));
    });
    credentials.ifPresent(file -> terms.put(CREDENTIALS, file.toAbsolutePath().toString()));
    return terms;
  }

  /// Whoever resumes the run may stand in another folder.
  private static Settings absolute(Settings settings) {
    var rooted = settings.withData(settings.folder().toAbsolutePath());
    return settings.searchProfiles().isEmpty()
        ? rooted
        : rooted.withSearchProfiles(Path.of(settings.searchProfiles()).toAbsolutePath());
  }

  private static void keep(Map<String, String> terms, String name, String term) {
    if (!term.isEmpty()) {
      terms.put(name, term);
    }
  }

  /// The checks that a term names.
  static Set<String> checks(@Nullable String term) {
    return term == null ? Set.of() : Set.copyOf(Arrays.asList(term.split(",")));
  }

  /// The edition that a run is judged by, from what was kept with it.
  static Edition edition(String id, @Nullable String text) {
    return text == null ? Editions.shipped(id) : Editions.parse(id, text);
  }
}
