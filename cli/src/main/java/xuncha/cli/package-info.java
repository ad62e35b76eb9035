/// The only module that knows the others: commands, wiring, settings.
@NullMarked
package xuncha.cli;

import org.jspecify.annotations.NullMarked;
