/// Pure judgement: a visit goes in, outcomes come out. No network, clock, store or log here.
@NullMarked
package xuncha.checks;

import org.jspecify.annotations.NullMarked;
