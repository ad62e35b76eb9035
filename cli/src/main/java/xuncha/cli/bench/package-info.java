/// Benchmarks: accuracy on real pages, and speed beside other crawlers, each in a process of its
/// own on the same simulated sites. Nothing here is part of an inspection.
@NullMarked
package xuncha.cli.bench;

import org.jspecify.annotations.NullMarked;
