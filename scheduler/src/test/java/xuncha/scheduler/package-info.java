/// Rounds over real ledgers, with visits that go well, crash, hang and are cut off.
@NullMarked
package xuncha.scheduler;

import org.jspecify.annotations.NullMarked;
