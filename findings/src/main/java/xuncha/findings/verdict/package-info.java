/// What may be said of a visit: outcomes, verdicts, findings, evidence and observations.
@NullMarked
package xuncha.findings.verdict;

import org.jspecify.annotations.NullMarked;
