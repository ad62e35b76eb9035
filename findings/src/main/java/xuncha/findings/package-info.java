/// The vocabulary and the record. Everything else in the house speaks these words; this module
/// knows none of the others.
@NullMarked
package xuncha.findings;

import org.jspecify.annotations.NullMarked;
