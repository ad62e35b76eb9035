package xuncha.cli;

import java.util.Optional;
import xuncha.findings.site.HomeAddress;
import xuncha.findings.site.Registry;
import xuncha.findings.site.Site;
import xuncha.findings.site.Target;
import xuncha.findings.site.Wording;

/// Targets as people name them on the command line: by code, by host or by address.
final class Named {
  private Named() {}

  /// The registered target, else the site at that address; empty when the word is neither.
  static Optional<Target> find(Registry known, String word) {
    return known
        .find(word)
        .or(() ->
            address(word) instanceof HomeAddress.Usable(var url, _, _)
                ? known.find(Site.at(url).host()).or(() -> Optional.of(Site.at(url)))
                : Optional.empty());
  }

  private static HomeAddress address(String word) {
    if (!word.contains("://") && !word.contains(".")) {
      return new HomeAddress.Unusable(
          new Wording("既不是网址，也不是登记册中的代码", "neither a web address nor a code of the registry"));
    }
    return HomeAddress.parse(word.contains("/") ? word : word + "/");
  }

  /// The line for a word that names nothing.
  static String unknown(String word) {
    var why =
        address(word) instanceof HomeAddress.Unusable(var said)
            ? said
            : new Wording("未知", "unknown");
    return "xuncha: '"
        + Terminal.safe(HomeAddress.shown(word))
        + "': "
        + why.zh()
        + "；请写 https://www.example.gov.cn/，或用 --registry 指明登记册 · "
        + why.en()
        + "; write https://www.example.gov.cn/ or name the registry with --registry";
  }

  /// The line for an address that is not the home page of the target it belongs to; empty where
  /// nothing needs to be said.
  static Optional<String> aside(Target target, String word) {
    return word.contains("/") && !isSamePage(target.url(), word)
        ? Optional.of(
            "xuncha: "
                + Terminal.safe(word)
                + " belongs to "
                + Terminal.safe(target.id())
                + ", which is inspected by its home page "
                + Terminal.safe(target.url()))
        : Optional.empty();
  }

  private static boolean isSamePage(String one, String other) {
    return HomeAddress.parse(one) instanceof HomeAddress.Usable(_, var key, _)
        && HomeAddress.parse(other) instanceof HomeAddress.Usable(_, var same, _)
        && key.equals(same);
  }
}
