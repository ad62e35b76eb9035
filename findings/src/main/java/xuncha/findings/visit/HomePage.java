package xuncha.findings.visit;

import java.util.List;

/// The home page as it was read.
///
/// @param page its facts
/// @param hops every address on the way to it, the registered one first, the final one last
/// @param entryOnly whether it is only an entry that leads on (splash page, language choice,
///   navigation)
public record HomePage(PageFacts page, List<String> hops, boolean entryOnly) implements Artifact {
  public HomePage {
    hops = List.copyOf(hops);
  }
}
