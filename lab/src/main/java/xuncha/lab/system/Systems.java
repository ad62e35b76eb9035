package xuncha.lab.system;

import java.util.List;
import xuncha.lab.words.Body;
import xuncha.lab.words.Lot;

/// The site systems there are, and who runs which.
public final class Systems {
  private static final List<SiteSystem> ALL =
      List.of(
          new StaticPages(),
          new DataStore(),
          new JsonIsland(),
          new Tables(),
          new Blocks(),
          new SharedPlatform(),
          new QueryPages(),
          new ScriptShell());

  private Systems() {}

  public static List<SiteSystem> all() {
    return ALL;
  }

  /// The system with that id.
  public static SiteSystem of(String id) {
    return ALL.stream()
        .filter(system -> system.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no site system " + id));
  }

  /// What a body's site runs on: governments on the newer systems, the oldest ones at bureaus, and
  /// one in forty needs scripts for everything.
  public static String drawn(Body body, Lot lot) {
    if (lot.chance(2)) {
      return "shell";
    }
    return body.isGovernment()
        ? lot.one(List.of("static", "datastore", "json", "blocks", "shared"))
        : lot.one(
            List.of(
                "static", "static", "datastore", "json", "tables", "blocks", "shared", "query"));
  }
}
