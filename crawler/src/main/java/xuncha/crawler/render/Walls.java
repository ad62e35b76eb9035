package xuncha.crawler.render;

/// What keeps in whatever a page tries to send while it is acted on. Each wall holds alone; a test
/// that takes one down shows it of the other. Everybody else has both.
///
/// @param stopping every request is stopped where the browser makes it, and what cannot be stopped
///   there is not to be had by the page's scripts, see [Cordon]
/// @param shutIn the browser itself reaches nobody: its proxy does not exist, names do not resolve
record Walls(boolean stopping, boolean shutIn) {
  static final Walls BOTH = new Walls(true, true);
}
