package xuncha.crawler;

import xuncha.crawler.fetch.Exchange;

/// Has pages of one visit drawn in a browser, or takes up what was drawn when the visit was made.
interface Easel {
  /// What the page is once its scripts have run, asked for by `DRAW`: its final document, or why
  /// there is none. What is said of it stands in headers named in [DrawnPage].
  ///
  /// @param reason why reading it as it came was not enough
  Exchange draw(Exchange.Answered page, String reason);

  /// From here on the visit's own requests show what its browser was given: a page that tries its
  /// visitor has let it in.
  void letIn();

  /// What was learnt by doing something on the page.
  Deed.Known enact(Exchange.Answered page, Deed deed);
}
