/// The record: the ledger (runs, verdicts, findings over time, observations) and the vault (WARC
/// files that findings rest on).
@NullMarked
package xuncha.findings.store;

import org.jspecify.annotations.NullMarked;
