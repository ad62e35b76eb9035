package xuncha.crawler.archive;

/// The names that our records use beside the standard's own (WARC 1.1). Other programs pass over
/// fields they do not know.
final class Fields {
  /// What a request was for: the name of an [xuncha.crawler.fetch.Ask.Why].
  static final String WHY = "Xuncha-Why";

  /// How it was asked: `GET`, `HEAD` or `POST`.
  static final String METHOD = "Xuncha-Method";

  /// The digest of the form that was sent along, so that a replay tells one search from another.
  static final String FORM = "Xuncha-Form";

  /// How long an exchange took, an ISO duration.
  static final String TOOK = "Xuncha-Took";

  /// Why a body is not whole: a failure's kind and its detail.
  static final String CUT = "Xuncha-Cut";

  /// What stands before the names of response headers that speak of the transfer and not of the
  /// bytes as they are kept, as in other archives.
  static final String ORIGINAL = "X-Archive-Orig-";

  /// A visit's own words about itself.
  static final String VISIT_TYPE = "application/vnd.xuncha.visit+json";

  /// A failure instead of an answer.
  static final String FAILURE_TYPE = "application/vnd.xuncha.failure+json";

  /// An artifact kept whole, for a replay cannot gather it again.
  static final String ARTIFACT_TYPE = "application/vnd.xuncha.artifact+json";

  /// What happened while a page was drawn.
  static final String JOURNAL_TYPE = "application/vnd.xuncha.drawing+json";

  /// The status of the page that was drawn.
  static final String STATUS = "Xuncha-Status";

  /// What is said of a drawn page beside its document, a JSON object in one line.
  static final String SAID = "Xuncha-Said";

  /// What such an artifact is called.
  static final String ARTIFACT = "Xuncha-Artifact";

  private Fields() {}
}
