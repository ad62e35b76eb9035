/// Exports, held to their schemas line by line.
@NullMarked
package xuncha.reports.export;

import org.jspecify.annotations.NullMarked;
