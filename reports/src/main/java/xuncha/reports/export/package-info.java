/// What leaves the record for other systems: a run as JSON Lines or CSV, streamed in registry
/// order.
@NullMarked
package xuncha.reports.export;

import org.jspecify.annotations.NullMarked;
