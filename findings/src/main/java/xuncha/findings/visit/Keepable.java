package xuncha.findings.visit;

/// An artifact that the archive keeps whole, so that a stored visit can be judged again without
/// what brought it: no answer of the site holds it.
///
/// @param <A> the artifact itself
public interface Keepable<A extends Keepable<A>> extends Artifact {
  /// The same, archived there.
  A archivedAs(Source place);
}
