package xuncha.findings.site;

/// What a verdict speaks of: a website or a new-media account.
public sealed interface Target permits Site, Account {
  /// Stable from run to run; the key of everything recorded about the target.
  String id();

  /// What people call it.
  String name();

  /// Where a person would look at it; empty when an account has no public page.
  String url();

  /// The body that answers for it.
  String organiser();

  /// What kind of body that is.
  Category category();

  /// The administrative region it belongs to; empty when unknown.
  String region();

  /// `site` or `account`, as in the export.
  default String kind() {
    return switch (this) {
      case Site _ -> "site";
      case Account _ -> "account";
    };
  }
}
