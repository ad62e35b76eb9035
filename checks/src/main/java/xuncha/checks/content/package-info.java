/// Whether pages hold what they should.
@NullMarked
package xuncha.checks.content;

import org.jspecify.annotations.NullMarked;
