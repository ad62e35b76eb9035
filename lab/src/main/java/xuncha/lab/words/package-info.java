/// Names, titles and texts as Chinese government sites have them, drawn by lot but always the same
/// for the same seed.
@NullMarked
package xuncha.lab.words;

import org.jspecify.annotations.NullMarked;
