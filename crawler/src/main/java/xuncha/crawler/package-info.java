/// Goes and gets, never judges: a target goes in, a visit comes out.
@NullMarked
package xuncha.crawler;

import org.jspecify.annotations.NullMarked;
