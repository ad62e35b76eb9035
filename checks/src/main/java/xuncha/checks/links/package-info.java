/// Whether links lead somewhere.
@NullMarked
package xuncha.checks.links;

import org.jspecify.annotations.NullMarked;
