package xuncha.crawler.fetch;

/// What may leave as the body of a POST (contract §6): a search, and a log-in with a lent account.
/// There is no third way to make one.
public sealed interface Posted permits SearchPost, LoginPost {
  /// How it is sent.
  String MEDIA_TYPE = "application/x-www-form-urlencoded";

  /// What is sent, not to be changed.
  byte[] sent();
}
