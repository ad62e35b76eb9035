package xuncha.findings.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import xuncha.findings.verdict.Evidence;
import xuncha.findings.verdict.Finding;
import xuncha.findings.verdict.Judgement;
import xuncha.findings.verdict.Outcome;

/// Moves one visit's spool into the vault.
final class Filing {
  private final Path target;
  private final String path;
  private final Vault.Retention retention;

  /// @param root the vault's folder
  /// @param path where the visit is filed, relative to it
  Filing(Path root, String path, Vault.Retention retention) {
    this.target = root.resolve(path);
    this.path = path;
    this.retention = retention;
  }

  /// Keeps what is to be kept, and answers the judgements with evidence that points there.
  List<Judgement> file(Spool spool, List<Judgement> judged) {
    spool.close();
    var entries = spool.entries();
    var known = new HashSet<String>();
    entries.forEach(entry -> known.add(entry.name().record()));
    try {
      Files.createDirectories(target.getParent());
      keep(spool.file(), chosen(entries, cited(judged)));
      Files.deleteIfExists(spool.file());
    } catch (IOException broken) {
      throw StoreFailure.of("cannot file the archive " + target, broken);
    }
    return judged.stream().map(judgement -> filed(judgement, known)).toList();
  }

  private List<Spool.Entry> chosen(List<Spool.Entry> entries, Set<String> cited) {
    if (retention == Vault.Retention.ALL) {
      return entries;
    }
    var groups = new HashSet<String>();
    for (var entry : entries) {
      if (cited.contains(entry.name().record())) {
        groups.add(entry.name().group());
      }
    }
    return entries.stream()
        .filter(entry -> entry.name().kept() || groups.contains(entry.name().group()))
        .toList();
  }

  /// The index is written before the archive appears under its name, so that a file in the vault
  /// always has one.
  private void keep(Path spool, List<Spool.Entry> chosen) throws IOException {
    var part = target.resolveSibling(target.getFileName() + ".part");
    try {
      write(spool, chosen, part).write(VaultIndex.beside(target));
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part); // a full disk has no room for a half
    }
  }

  private VaultIndex write(Path spool, List<Spool.Entry> chosen, Path part) throws IOException {
    var index = new VaultIndex(String.valueOf(target.getFileName()));
    try (var from = FileChannel.open(spool);
        var to =
            FileChannel.open(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
      for (var entry : chosen) {
        index.add(entry.name(), to.position(), entry.length());
        copy(from, entry, to);
      }
      to.force(true);
    }
    return index;
  }

  private static void copy(FileChannel from, Spool.Entry entry, FileChannel to) throws IOException {
    var done = 0L;
    while (done < entry.length()) {
      done += from.transferTo(entry.offset() + done, entry.length() - done, to);
    }
  }

  private static Set<String> cited(List<Judgement> judged) {
    var cited = new HashSet<String>();
    for (var judgement : judged) {
      switch (judgement.outcome()) {
        case Outcome.Conclusive conclusive ->
            conclusive.findings().stream()
                .flatMap(finding -> finding.evidence().stream())
                .forEach(evidence -> cited.add(evidence.record()));
        case Outcome.Inconclusive unseen ->
            unseen.evidence().forEach(evidence -> cited.add(evidence.record()));
        case Outcome.NotApplicable _ -> {}
      }
    }
    return cited;
  }

  private Judgement filed(Judgement judgement, Set<String> known) {
    var outcome =
        switch (judgement.outcome()) {
          case Outcome.Conclusive conclusive ->
              new Outcome.Conclusive(
                  conclusive.examined(),
                  conclusive.findings().stream().map(finding -> filed(finding, known)).toList(),
                  conclusive.measured(),
                  conclusive.summary(),
                  conclusive.confidence(),
                  conclusive.needsReview(),
                  conclusive.observations());
          case Outcome.Inconclusive unseen ->
              new Outcome.Inconclusive(
                  unseen.cause(),
                  unseen.measured(),
                  unseen.summary(),
                  unseen.observations(),
                  unseen.evidence().stream().map(evidence -> filed(evidence, known)).toList());
          case Outcome.NotApplicable none -> none;
        };
    return new Judgement(judgement.check(), judgement.revision(), outcome);
  }

  private Finding filed(Finding finding, Set<String> known) {
    return new Finding(
        finding.target(),
        finding.check(),
        finding.indicator(),
        finding.severity(),
        finding.subject(),
        finding.measured(),
        finding.threshold(),
        finding.summary(),
        finding.evidence().stream().map(evidence -> filed(evidence, known)).toList());
  }

  private Evidence filed(Evidence evidence, Set<String> known) {
    return known.contains(evidence.record()) ? evidence.filedAt(path) : evidence;
  }
}
