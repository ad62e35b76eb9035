package xuncha.crawler.render;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import xuncha.crawler.fetch.Body;
import xuncha.crawler.fetch.SearchPost;
import xuncha.findings.visit.Failure;

/// Between the browser's thread and the visit's: requests go out, answers come in, and in the end
/// the drawing itself.
final class Hatch {
  static final String BARRED = "nothing leaves while a form is tried";

  private final LinkedBlockingQueue<Out> out = new LinkedBlockingQueue<>();
  private volatile boolean shut;
  private volatile boolean barred;

  /// What comes out to the visit.
  sealed interface Out {}

  /// A request that the page makes.
  ///
  /// @param headers those worth passing on, names in lower case
  /// @param document whether it is for a document rather than a part of one
  /// @param kept whether the answer is worth keeping for the visit's other pages
  /// @param question what is sent along: a question to a search, and nothing else
  record Asked(
      String url,
      String method,
      Map<String, String> headers,
      boolean document,
      boolean kept,
      Optional<SearchPost> question,
      CompletableFuture<Reply> reply)
      implements Out {}

  /// The end.
  record Done(Drawn drawn) implements Out {}

  /// What a request brought.
  ///
  /// @param url where the answer was found, after redirects
  /// @param why why there is no answer, or none that is whole; empty when there is
  record Reply(
      String url, int status, Map<String, String> headers, Body body, Optional<Failure> why) {
    static Reply failed(String url, Failure why) {
      return new Reply(url, 0, Map.of(), Body.EMPTY, Optional.of(why));
    }
  }

  void put(Out next) {
    if (barred && next instanceof Asked asked) {
      asked.reply().complete(Reply.failed(asked.url(), new Failure(Failure.Kind.BUDGET, BARRED)));
    } else {
      out.add(next);
    }
  }

  /// From here on no request gets through; only the end does.
  void bar() {
    barred = true;
  }

  boolean isBarred() {
    return barred;
  }

  /// The next thing to come out, null when nothing did in that time.
  @Nullable Out next(Duration patience) throws InterruptedException {
    return out.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Nobody stands at the hatch any more: the browser may stop.
  void shut() {
    shut = true;
  }

  boolean isShut() {
    return shut;
  }
}
