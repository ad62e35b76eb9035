package xuncha.findings.visit;

/// Something that a visit brought home: facts as recorded, before anyone judged them.
/// Implementations are immutable records in this package.
public interface Artifact {}
