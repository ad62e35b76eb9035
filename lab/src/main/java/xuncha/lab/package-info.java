/// The simulated province on loopback: sites with planted faults, healthy twins and traps, and the
/// truth about them.
@NullMarked
package xuncha.lab;

import org.jspecify.annotations.NullMarked;
