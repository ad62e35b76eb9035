/// Rounds: gather, examine, record; one virtual thread a visit.
@NullMarked
package xuncha.scheduler;

import org.jspecify.annotations.NullMarked;
