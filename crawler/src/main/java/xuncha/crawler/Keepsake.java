package xuncha.crawler;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import xuncha.crawler.archive.Archive.Recording;
import xuncha.crawler.archive.Recorded;
import xuncha.crawler.fetch.Body;
import xuncha.findings.visit.Artifact;
import xuncha.findings.visit.FormSights;
import xuncha.findings.visit.FormSightsJson;
import xuncha.findings.visit.Gathered;
import xuncha.findings.visit.Ipv6Trace;
import xuncha.findings.visit.Ipv6TraceJson;
import xuncha.findings.visit.OwnLetters;
import xuncha.findings.visit.OwnLettersJson;
import xuncha.findings.visit.Source;
import xuncha.findings.visit.UserSpace;
import xuncha.findings.visit.UserSpaceJson;

/// An artifact that the archive keeps whole.
///
/// @param type its type; the simple name is what the archive's record is called
/// @param write as JSON
/// @param read what was written, and where it is archived
public record Keepsake<A extends Artifact>(
    Class<A> type, Function<A, byte[]> write, BiFunction<byte[], Source, A> read) {
  /// The IPv6 trace.
  public static final Keepsake<Ipv6Trace> IPV6 =
      new Keepsake<>(Ipv6Trace.class, Ipv6TraceJson::write, Ipv6TraceJson::read);

  /// What a log-in showed.
  public static final Keepsake<UserSpace> USER_SPACE =
      new Keepsake<>(UserSpace.class, UserSpaceJson::write, UserSpaceJson::read);

  /// When a form was found open before.
  public static final Keepsake<FormSights> FORM_SIGHTS =
      new Keepsake<>(FormSights.class, FormSightsJson::write, FormSightsJson::read);

  /// What became of our own letters.
  public static final Keepsake<OwnLetters> OWN_LETTERS =
      new Keepsake<>(OwnLetters.class, OwnLettersJson::write, OwnLettersJson::read);

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
            var json = write.apply(artifact);
            yield new Gathered.Got<>(
                read.apply(json, recording.keep(type.getSimpleName(), Body.of(json))));
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
            others.put(type, new Gathered.Got<>(read.apply(kept.json().bytes(), kept.source()))));
  }
}
