/// Scenarios: a planted fault with its healthy twin and the traps beside it, one file each. A new
/// one registers itself and touches nothing else.
@NullMarked
package xuncha.lab.scenario;

import org.jspecify.annotations.NullMarked;
