package xuncha.lab.http;

import java.util.Optional;

/// How a site behaves at one address instead of answering plainly.
@FunctionalInterface
public interface Conduct {
  /// What happens instead.
  ///
  /// @param request what was asked
  /// @param before how many requests for the same host and path came before, since the server
  ///   started
  /// @return empty to answer as usual
  Optional<Reply> instead(Request request, int before);

  /// Always the same answer.
  static Conduct always(Reply reply) {
    return (_, _) -> Optional.of(reply);
  }

  /// That answer to the first request, then as usual.
  static Conduct once(Reply reply) {
    return (_, before) -> before == 0 ? Optional.of(reply) : Optional.empty();
  }
}
