@NullMarked
package xuncha.cli.bench;

import org.jspecify.annotations.NullMarked;
