package xuncha.findings.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import xuncha.findings.site.Target;
import xuncha.findings.verdict.Judgement;

/// Where the archive files of runs live, one per visit, at `run/target.warc.gz` with its index
/// beside it. A visit is written to a spool while it happens and filed when its verdicts are known:
/// filing keeps what the retention asks for and is atomic, so that a killed run leaves whole files
/// or none. Knows records as byte ranges with an id; what is in them is the archive's business.
///
/// Errors of the disk are [StoreFailure]s: they concern the whole run.
public final class Vault {
  private final Path root;
  private final Retention retention;
  private final Map<Path, Spool> open = new ConcurrentHashMap<>();

  /// @param root the folder, made when it is missing
  /// @param retention how much of a visit is kept
  public Vault(Path root, Retention retention) {
    this.root = root;
    this.retention = retention;
  }

  /// How much of a visit's archive outlives its judging.
  public enum Retention {
    /// The records that findings cite, and what the visit says of itself.
    CITED,
    /// Everything, so that the visit can be replayed.
    ALL;

    /// The name used in the settings file.
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The retention called `text`, empty when there is none of that name.
    public static Optional<Retention> parse(String text) {
      return List.of(values()).stream()
          .filter(r -> r.id().equalsIgnoreCase(text.strip()))
          .findFirst();
    }
  }

  /// A spool for one visit; what an earlier, unfiled visit of that run to that target left is lost.
  public Spool spool(String run, Target target) {
    var path = spoolPath(run, target);
    var left = open.remove(path);
    if (left != null) {
      left.discard();
    }
    var spool = Spool.at(path);
    open.put(path, spool);
    return spool;
  }

  /// Files what the visit wrote, and tells each piece of evidence where it now lies. Without a
  /// spool (the visit was not archived) the judgements come back as they are. Filing again after a
  /// crash replaces the file.
  public List<Judgement> file(String run, Target target, List<Judgement> judged) {
    var spool = open.remove(spoolPath(run, target));
    if (spool == null) {
      return judged;
    }
    return new Filing(root, path(run, target), retention).file(spool, judged);
  }

  /// Drops what an unfinished visit wrote.
  public void discard(String run, Target target) {
    var spool = open.remove(spoolPath(run, target));
    if (spool != null) {
      spool.discard();
    }
  }

  /// Where the visit of that run to that target is filed, relative to the vault, with `/`.
  public static String path(String run, Target target) {
    return plain(run) + "/" + plain(target.id()) + ".warc.gz";
  }

  /// One record as it was filed (a gzip member), or empty when the file or the record is not there.
  ///
  /// @param path as [xuncha.findings.verdict.Evidence] has it
  /// @param record the WARC-Record-ID
  public Optional<InputStream> record(String path, String record) {
    var file = root.resolve(path).normalize();
    if (!file.startsWith(root.normalize()) || !Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return VaultIndex.find(file, record);
    } catch (IOException broken) {
      throw StoreFailure.of("cannot read " + file, broken);
    }
  }

  private Path spoolPath(String run, Target target) {
    return root.resolve(".spool").resolve(plain(run)).resolve(plain(target.id()) + ".warc.gz");
  }

  /// A name that every file system takes and that cannot leave the folder.
  private static String plain(String name) {
    var plain = name.replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit}._-]", "_").replaceAll("^\\.", "_");
    return plain.equals(name) ? name : plain + "-" + Integer.toHexString(name.hashCode());
  }
}
