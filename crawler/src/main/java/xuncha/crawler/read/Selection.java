package xuncha.crawler.read;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// What a list to choose from sends when nobody chooses.
public final class Selection {
  private Selection() {}

  /// The value of the last option that is chosen beforehand, else of the first; empty without any.
  public static String of(Element select) {
    @Nullable Element chosen = null;
    for (var option : select.getElementsByTag("option")) {
      chosen = chosen == null || option.hasAttr("selected") ? option : chosen;
    }
    if (chosen == null) {
      return "";
    }
    return chosen.hasAttr("value") ? chosen.attr("value") : chosen.text();
  }
}
