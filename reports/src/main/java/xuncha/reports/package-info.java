/// What leaves the record for people and systems: exports now, bulletin and dashboard later.
@NullMarked
package xuncha.reports;

import org.jspecify.annotations.NullMarked;
