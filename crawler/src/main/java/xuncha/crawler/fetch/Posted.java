package xuncha.crawler.fetch;

/// What may leave as the body of a POST (contract §6): a search, a log-in with a lent account, and
/// a letter that the site's owner agreed to. There is no fourth way to make one.
public sealed interface Posted permits SearchPost, LoginPost, LetterPost {
  /// How a form is sent.
  String MEDIA_TYPE = "application/x-www-form-urlencoded";

  /// How this is sent.
  default String mediaType() {
    return MEDIA_TYPE;
  }

  /// What is sent, not to be changed.
  byte[] sent();
}
