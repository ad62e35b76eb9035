package xuncha.crawler.render;

/// Something done on a page that has come to rest. Runs on the thread that owns the browser and may
/// run twice, when the browser was lost the first time; it keeps nothing between.
@FunctionalInterface
public interface Act<R> {
  /// Does it.
  ///
  /// @return what was seen: plain values, for the stage is gone afterwards
  R on(Stage stage);
}
