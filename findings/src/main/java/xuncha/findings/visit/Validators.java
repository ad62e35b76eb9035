package xuncha.findings.visit;

import java.util.List;

/// What a site's server gave us to ask "has it changed?" with (RFC 9110, 8.8), for pages that
/// opened when the links were tried.
///
/// @param given one for each address
public record Validators(List<Given> given) implements Artifact {
  /// None.
  public static final Validators NONE = new Validators(List.of());

  public Validators {
    given = List.copyOf(given);
  }

  /// What one page came with.
  ///
  /// @param url the address that was asked for
  /// @param etag the `ETag` as sent, empty when there was none
  /// @param lastModified the `Last-Modified` as sent, empty when there was none
  public record Given(String url, String etag, String lastModified) {}
}
