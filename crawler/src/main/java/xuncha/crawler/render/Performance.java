package xuncha.crawler.render;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One act under way, and what was seen of it so far. Written by the browser's thread; the visit's
/// looks at it after the end was handed out.
final class Performance<R> {
  private final Act<R> act;
  private final Rule rule;
  private final List<Attempt> attempts = new ArrayList<>();
  private final List<Stage.Box> boxes = new ArrayList<>();
  private @Nullable R result;

  Performance(Act<R> act, Rule rule) {
    this.act = act;
    this.rule = rule;
  }

  Rule rule() {
    return rule;
  }

  List<Attempt> attempts() {
    return attempts;
  }

  List<Stage.Box> boxes() {
    return boxes;
  }

  void on(Stage stage) {
    result = act.on(stage);
  }

  Acted<R> ended(Drawn drawn, Map<String, Duration> took) {
    return new Acted<>(drawn, Optional.ofNullable(result), attempts, took);
  }
}
