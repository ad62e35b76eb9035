package xuncha.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import xuncha.findings.site.Registry;
import xuncha.findings.site.Site;
import xuncha.findings.site.Target;

/// Targets as people name them on the command line: by code, by host or by address.
final class Named {
  private Named() {}

  /// The registered target, else the site at that address; empty when the word is neither.
  static Optional<Target> find(Registry known, String word) {
    var registered = known.find(word);
    if (registered.isPresent()) {
      return registered;
    }
    var address = word.contains("://") ? word : word.contains(".") ? "http://" + word + "/" : "";
    if (!Set.of("http", "https")
        .contains(address.replaceFirst(":.*", "").toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    try {
      var site = Site.at(address);
      return Optional.of(known.find(site.host()).orElse(site));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  /// The line for a word that names nothing.
  static String unknown(String word) {
    return "xuncha: '"
        + Terminal.safe(word)
        + "' is neither a web address nor a code of the registry;"
        + " write https://www.example.gov.cn/ or name the registry with --registry";
  }
}
