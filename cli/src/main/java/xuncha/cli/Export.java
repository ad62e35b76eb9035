package xuncha.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import xuncha.findings.store.Ledger;
import xuncha.findings.store.Run;
import xuncha.reports.export.Csv;
import xuncha.reports.export.JsonLines;

/// Findings, verdicts and observations for other systems: JSON Lines on standard output, or CSV.
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "导出给其他系统 · for other systems")
final class Export implements Callable<Integer> {
  @Mixin private Options options;

  @Option(names = "--run", paramLabel = "RUN", description = "默认最近一次 · default: the latest")
  private @Nullable String run;

  @Option(
      names = "--format",
      required = true,
      description =
          "jsonl; csv (verdicts.csv, findings.csv, observations.csv; without --out findings go to"
              + " standard output)")
  private Format format = Format.JSONL;

  /// The formats there are.
  enum Format {
    JSONL,
    CSV
  }

  @Override
  public Integer call() {
    try (var ledger = Ledger.open(record(), InstantSource.system())) {
      var wanted = wanted(ledger).id();
      switch (format) {
        case JSONL -> to("run.jsonl", out -> new JsonLines(ledger).write(wanted, out));
        case CSV -> {
          if (options.out != null) {
            to("verdicts.csv", out -> new Csv(ledger).verdicts(wanted, out));
          }
          to("findings.csv", out -> new Csv(ledger).findings(wanted, out));
          if (options.out != null) {
            to("observations.csv", out -> new Csv(ledger).observations(wanted, out));
          }
        }
      }
      return ExitStatus.DONE;
    }
  }

  /// The record that is there, never a new one: the one named, else that of the folder where files
  /// go, when an inspection was told to put everything there, else the usual one.
  private String record() {
    var wanted = options.settings();
    if (!wanted.store().isEmpty()) {
      return Ledger.existing(wanted.store());
    }
    var folders = Stream.of(wanted.folder(), options.folder());
    return folders
        .filter(folder -> Files.isRegularFile(folder.resolve("ledger.mv.db")))
        .findFirst()
        .map(folder -> wanted.withData(folder).jdbcUrl())
        .orElseThrow(() ->
            new ExitStatus.BadInput(
                "xuncha: nothing on record yet in "
                    + options.folder()
                    + "; run audit or inspect first, or name the record with --store"));
  }

  private Run wanted(Ledger ledger) {
    var id = run;
    return id == null
        ? ledger
            .latestRun()
            .orElseThrow(() ->
                new ExitStatus.BadInput(
                    "xuncha: nothing on record yet; run audit or inspect first"))
        : ledger
            .run(id)
            .orElseThrow(
                () -> new ExitStatus.BadInput("xuncha: --run: no run " + id + " on record"));
  }

  private void to(String file, Writing writing) {
    var folder = options.out;
    if (folder == null) {
      writing.to(System.out);
      return;
    }
    try {
      Files.createDirectories(folder);
      try (var out = Files.newOutputStream(folder.resolve(file))) {
        writing.to(out);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(
          "cannot write " + folder.resolve(file) + ": " + broken.getMessage(), broken);
    }
  }

  /// Writes one file.
  @FunctionalInterface
  private interface Writing {
    void to(OutputStream out);
  }
}
