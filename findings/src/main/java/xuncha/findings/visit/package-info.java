/// What a visit brought home: raw, immutable artifacts, or the reason why one is missing. Gathering
/// writes these words, judging reads them, and neither knows the other.
@NullMarked
package xuncha.findings.visit;

import org.jspecify.annotations.NullMarked;
