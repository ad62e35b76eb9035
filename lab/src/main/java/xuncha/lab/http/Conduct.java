package xuncha.lab.http;

import java.time.Duration;
import java.util.function.Supplier;

/// How a site behaves at an address.
@FunctionalInterface
public interface Conduct {
  /// What is answered.
  ///
  /// @param request what was asked
  /// @param before how many requests for the same path came before, since the last visitor came:
  ///   one who reads robots.txt
  /// @param usual what the site would answer if all went well
  Reply answer(Request request, int before, Supplier<Reply> usual);

  /// Always that answer.
  static Conduct always(Reply reply) {
    return (_, _, _) -> reply;
  }

  /// That answer to a visitor's first request, then as usual.
  static Conduct once(Reply reply) {
    return (_, before, usual) -> before == 0 ? reply : usual.get();
  }

  /// As usual, after a delay.
  static Conduct late(Duration delay) {
    return (_, _, usual) -> usual.get().after(delay);
  }
}
