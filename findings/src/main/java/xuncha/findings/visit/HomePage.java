package xuncha.findings.visit;

import java.util.List;
import java.util.Optional;

/// The home page as it was read.
///
/// @param page its facts
/// @param hops every address on the way to it, the registered one first, the final one last
/// @param entryOnly whether it is only an entry that leads on (splash page, language choice,
///   navigation)
/// @param lacking why entries may be missing that scripts put on it; empty when none are
public record HomePage(
    PageFacts page, List<String> hops, boolean entryOnly, Optional<Failure> lacking)
    implements Artifact {
  public HomePage {
    hops = List.copyOf(hops);
  }
}
