package xuncha.crawler.render;

import java.util.List;
import java.util.Optional;

/// What came of acting on a page.
///
/// @param drawn the page as it stood in the end, or why there is none
/// @param result what the act saw; empty when the page was lost before it was done
/// @param attempts all that the page tried to send or get meanwhile, in order
public record Acted<R>(Drawn drawn, Optional<R> result, List<Attempt> attempts) {
  public Acted {
    attempts = List.copyOf(attempts);
  }
}
