/// Registry files as people send them, good and bad.
@NullMarked
package xuncha.findings.site;

import org.jspecify.annotations.NullMarked;
