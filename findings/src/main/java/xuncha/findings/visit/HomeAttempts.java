package xuncha.findings.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Repeated tries to open the home page.
public record HomeAttempts(List<Attempt> attempts) implements Artifact {
  public HomeAttempts {
    attempts = List.copyOf(attempts);
  }

  /// One try.
  ///
  /// @param at when it began
  /// @param took until the last byte of the final answer, or until it failed
  /// @param failure why it did not open; empty when it did. A slow success is a success here: the
  ///   limit is the edition's.
  /// @param source where the answer is archived
  public record Attempt(Instant at, Duration took, Optional<Failure> failure, Source source) {}
}
