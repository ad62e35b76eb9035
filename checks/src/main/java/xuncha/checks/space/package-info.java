/// What a person has of logging in.
@NullMarked
package xuncha.checks.space;

import org.jspecify.annotations.NullMarked;
