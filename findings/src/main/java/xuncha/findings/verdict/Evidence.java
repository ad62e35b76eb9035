package xuncha.findings.verdict;

import java.util.Locale;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Source;

/// What a finding rests on.
///
/// @param kind what sort of proof
/// @param path the file in the vault, relative to it; empty for text and until the vault has filed
///   it
/// @param record the WARC-Record-ID, empty when not a WARC record
/// @param sha256 the payload's digest, lower-case hex, empty for text
/// @param quote the words or numbers that matter, for a person
public record Evidence(Kind kind, String path, String record, String sha256, String quote) {
  /// What sort of proof.
  public enum Kind {
    WARC,
    SCREENSHOT,
    DNS,
    TEXT;

    /// The name used in JSON.
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// A recorded answer, with the words in it that matter. Falls back to the words alone when the
  /// visit is not archived.
  public static Evidence of(Source source, String quote) {
    return source.record().isEmpty()
        ? text(quote)
        : new Evidence(Kind.WARC, "", source.record(), source.sha256(), quote);
  }

  /// A page as a browser showed it, archived; words alone when the visit is not.
  public static Evidence picture(Source source, String quote) {
    return source.record().isEmpty()
        ? text(quote)
        : new Evidence(Kind.SCREENSHOT, "", source.record(), source.sha256(), quote);
  }

  /// A failure is its own evidence: what was tried and what came back.
  public static Evidence of(Failure failure) {
    return text(failure.kind().id() + (failure.detail().isEmpty() ? "" : ": " + failure.detail()));
  }

  /// Words alone.
  public static Evidence text(String quote) {
    return new Evidence(Kind.TEXT, "", "", "", quote);
  }

  /// The same evidence, filed at `path`.
  public Evidence filedAt(String file) {
    return new Evidence(kind, file, record, sha256, quote);
  }
}
