package xuncha.reports.export;

import java.io.OutputStream;
import xuncha.findings.store.Ledger;

/// A run's verdicts or findings as CSV for spreadsheets: UTF-8 with BOM, formulas made harmless.
@SuppressWarnings("DoNotCallSuggester") // a skeleton for the other rooms to compile against
public final class Csv {
  private final Ledger ledger;

  public Csv(Ledger ledger) {
    this.ledger = ledger;
  }

  /// One row per verdict; `out` is flushed, not closed.
  public void verdicts(String run, OutputStream out) {
    throw new UnsupportedOperationException(run + ledger.runs());
  }

  /// One row per finding; `out` is flushed, not closed.
  public void findings(String run, OutputStream out) {
    throw new UnsupportedOperationException(run + ledger.runs());
  }
}
