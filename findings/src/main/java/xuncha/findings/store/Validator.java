package xuncha.findings.store;

/// What a server gave us to ask "has it changed?" with at the next visit.
///
/// @param url the address it was given for
/// @param etag the `ETag` as sent, empty when there was none
/// @param lastModified the `Last-Modified` as sent, empty when there was none
public record Validator(String url, String etag, String lastModified) {
  private static final int LONGEST = 2_000;

  /// Whether the store has room for it.
  boolean fits() {
    return Math.max(url.length(), Math.max(etag.length(), lastModified.length())) <= LONGEST;
  }
}
