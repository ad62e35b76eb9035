package xuncha.crawler.archive;

import xuncha.crawler.fetch.Transport;
import xuncha.findings.store.Vault;

/// Writes the visits of one run as WARC 1.1 files, one a visit, into the vault's spool; whoever
/// knows the verdicts files them there (see [Vault#file]).
public final class WarcArchive implements Archive {
  private final Vault vault;
  private final String run;

  /// @param run the run's id
  public WarcArchive(Vault vault, String run) {
    this.vault = vault;
    this.run = run;
  }

  @Override
  public Recording begin(Heading heading, Transport over) {
    return new WarcRecording(vault.spool(run, heading.target()), heading, over);
  }
}
