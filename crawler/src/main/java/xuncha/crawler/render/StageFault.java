package xuncha.crawler.render;

/// The page would not have it: what was asked of it failed. Ends the act, not the browser.
final class StageFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String words;

  StageFault(String words) {
    super(words);
    this.words = words;
  }

  String words() {
    return words;
  }
}
