package xuncha.crawler;

import java.util.List;
import java.util.Map;
import xuncha.crawler.archive.Archive.Recording;
import xuncha.crawler.archive.Recorded;
import xuncha.crawler.fetch.Body;
import xuncha.findings.visit.Artifact;
import xuncha.findings.visit.FormSights;
import xuncha.findings.visit.Gathered;
import xuncha.findings.visit.Ipv6Trace;
import xuncha.findings.visit.Keepable;
import xuncha.findings.visit.KeptJson;
import xuncha.findings.visit.OwnLetters;
import xuncha.findings.visit.UserSpace;

/// An artifact that the archive keeps whole.
///
/// @param type its type; the simple name is what the archive's record is called
public record Keepsake<A extends Keepable<A>>(Class<A> type) {
  /// The IPv6 trace.
  public static final Keepsake<Ipv6Trace> IPV6 = new Keepsake<>(Ipv6Trace.class);

  /// What a log-in showed.
  public static final Keepsake<UserSpace> USER_SPACE = new Keepsake<>(UserSpace.class);

  /// When a form was found open before.
  public static final Keepsake<FormSights> FORM_SIGHTS = new Keepsake<>(FormSights.class);

  /// What became of our own letters.
  public static final Keepsake<OwnLetters> OWN_LETTERS = new Keepsake<>(OwnLetters.class);

  /// All there are.
  static final List<Keepsake<?>> ALL = List.of(IPV6, USER_SPACE, FORM_SIGHTS, OWN_LETTERS);

  /// Keeps what was brought, and puts it among the others, citing where it is kept.
  void keep(
      Gathered<A> brought,
      Recording recording,
      Map<Class<? extends Artifact>, Gathered<? extends Artifact>> others) {
    others.put(
        type,
        switch (brought) {
          case Gathered.Got<A>(var artifact) -> {
            var json = KeptJson.write(artifact);
            yield new Gathered.Got<>(
                KeptJson.read(type, json, recording.keep(type.getSimpleName(), Body.of(json))));
          }
          case Gathered.Missing<A> missing -> missing;
        });
  }

  /// Puts what was kept among the others; nothing when nothing was.
  void restore(
      Recorded recorded, Map<Class<? extends Artifact>, Gathered<? extends Artifact>> others) {
    recorded
        .kept(type.getSimpleName())
        .ifPresent(kept ->
            others.put(
                type, new Gathered.Got<>(KeptJson.read(type, kept.json().bytes(), kept.source()))));
  }
}
