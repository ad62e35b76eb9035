/// Whether people who write are answered.
@NullMarked
package xuncha.checks.consult;

import org.jspecify.annotations.NullMarked;
