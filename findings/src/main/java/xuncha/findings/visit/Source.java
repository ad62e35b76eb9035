package xuncha.findings.visit;

/// Where a fact was read: a record in the visit's WARC file. Facts carry it so that a finding can
/// cite it.
///
/// @param record the WARC-Record-ID of the response, `<urn:uuid:…>`; empty when the visit is not
///   archived
/// @param sha256 the payload digest, lower-case hex; empty when the visit is not archived
public record Source(String record, String sha256) {
  /// For facts of a visit that is not archived.
  public static final Source UNARCHIVED = new Source("", "");
}
