package xuncha.crawler.render;

import java.time.Duration;
import java.util.Optional;
import xuncha.crawler.fetch.SearchPost;

/// What a page may do while somebody acts on it. Holds from the moment it has come to rest, unless
/// it says otherwise. Asked on the browser's thread.
public interface Rule {
  /// Nothing leaves, nothing comes in. Boxes that ask whether to go on are agreed to, so that one
  /// sees what the page would send.
  static Rule sealed(Duration time) {
    return new Sealed(time);
  }

  /// Whether nothing at all may pass. The visit then takes no request any more, whatever [#passes]
  /// would say.
  boolean seals();

  /// Whether a request is made, by the visit and within its manners; else it is stopped. GET and
  /// HEAD are made at most, and what [#search] recognises. Not asked when the rule seals.
  boolean passes(Attempt attempt);

  /// The question to a search that a request with a body is; empty where it may be anything else,
  /// and then it is stopped.
  default Optional<SearchPost> search(Attempt attempt) {
    return Optional.empty();
  }

  /// Whether it decides from the first request of the page on, its own document excepted, and not
  /// only once the page has come to rest.
  default boolean fromTheStart() {
    return false;
  }

  /// What a box that asks is answered; other boxes are dismissed.
  boolean agrees(String words);

  /// How long acting may take, waits for the network not counted.
  Duration time();

  /// The rule of [#sealed].
  record Sealed(Duration time) implements Rule {
    @Override
    public boolean seals() {
      return true;
    }

    @Override
    public boolean passes(Attempt attempt) {
      return false;
    }

    @Override
    public boolean agrees(String words) {
      return true;
    }
  }
}
