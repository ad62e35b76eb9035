package xuncha.findings.visit;

import java.util.Optional;

/// An artifact, or the reason why there is none. There is no third case and no null.
public sealed interface Gathered<A extends Artifact> {
  /// The artifact was brought home.
  record Got<A extends Artifact>(A artifact) implements Gathered<A> {}

  /// It was not, and why.
  record Missing<A extends Artifact>(Failure why) implements Gathered<A> {}

  /// The artifact, empty when it is missing.
  default Optional<A> found() {
    return switch (this) {
      case Got<A>(var artifact) -> Optional.of(artifact);
      case Missing<A> _ -> Optional.empty();
    };
  }
}
