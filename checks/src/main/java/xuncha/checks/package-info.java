/// Pure judgement: a visit goes in, outcomes come out. No network, clock or store here; only the
/// [xuncha.checks.Examiner] logs, and only our own bugs.
@NullMarked
package xuncha.checks;

import org.jspecify.annotations.NullMarked;
