/// Benchmarks: what the product measures of itself.
@NullMarked
package xuncha.cli.bench;

import org.jspecify.annotations.NullMarked;
