package xuncha.findings.visit;

/// What remains of a page's visible text: enough to tell the same page from another one.
///
/// @param length visible characters, whitespace not counted
/// @param simhash 64-bit similarity hash over character shingles; near-equal texts differ in few
///   bits
public record TextSignature(int length, long simhash) {
  /// The number of differing bits, 0 (alike) to 64.
  public int distance(TextSignature other) {
    return Long.bitCount(simhash ^ other.simhash);
  }
}
