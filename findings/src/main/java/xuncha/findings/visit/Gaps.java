package xuncha.findings.visit;

import java.util.Set;

/// That a visit was gone through again from a capture which does not hold all of it, and asked in
/// vain for what is not there. What was seen is as it was; that nothing else is wrong nobody knows.
///
/// @param in the artifacts that may lack something
/// @param why what the capture lacks, and why
public record Gaps(Set<Class<? extends Artifact>> in, Failure why) implements Artifact {
  public Gaps {
    in = Set.copyOf(in);
  }
}
