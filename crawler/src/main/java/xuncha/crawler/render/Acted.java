package xuncha.crawler.render;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What came of acting on a page.
///
/// @param drawn the page as it stood in the end, or why there is none
/// @param result what the act saw; empty when the page was lost before it was done
/// @param attempts all that the page tried to send or get meanwhile, in order
/// @param took how long what was passed on took, by its address; waits for a turn not counted
public record Acted<R>(
    Drawn drawn, Optional<R> result, List<Attempt> attempts, Map<String, Duration> took) {
  public Acted {
    attempts = List.copyOf(attempts);
    took = Map.copyOf(took);
  }
}
