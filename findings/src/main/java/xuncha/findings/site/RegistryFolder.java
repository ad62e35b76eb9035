package xuncha.findings.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// The registry that an operator has imported, kept as the contract's two CSV files, so that people
/// can read and mend it and it reads back as it was.
///
/// @param folder where the files are
public record RegistryFolder(Path folder) {
  private static final String SITES = "sites.csv";
  private static final String ACCOUNTS = "accounts.csv";

  /// The files that are there; none before the first import.
  public List<Path> files() {
    return Stream.of(SITES, ACCOUNTS).map(folder::resolve).filter(Files::isRegularFile).toList();
  }

  /// Keeps a registry in place of the one before.
  ///
  /// @throws UncheckedIOException when the folder cannot be written; what was there stays
  public void keep(Registry registry) {
    try {
      Files.createDirectories(folder);
      write(SITES, registry.sites(), siteColumns(), Site::labels);
      write(ACCOUNTS, registry.accounts(), accountColumns(), Account::labels);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot write the registry to " + folder, broken);
    }
  }

  private static List<Column<Site>> siteColumns() {
    return List.of(
        new Column<>(Field.CODE, Site::code),
        new Column<>(Field.NAME, Site::name),
        new Column<>(Field.URL, Site::url),
        new Column<>(Field.ORGANISER, Site::organiser),
        new Column<>(Field.CATEGORY, site -> site.category().id()),
        new Column<>(Field.REGION, Site::region),
        new Column<>(Field.STATUS, site -> site.running() ? "running" : "offline"));
  }

  private static List<Column<Account>> accountColumns() {
    return List.of(
        new Column<>(Field.ID, Account::id),
        new Column<>(Field.PLATFORM, account -> account.platform().id()),
        new Column<>(Field.HANDLE, Account::handle),
        new Column<>(Field.NAME, Account::name),
        new Column<>(Field.ORGANISER, Account::organiser),
        new Column<>(Field.CATEGORY, account -> account.category().id()),
        new Column<>(Field.REGION, Account::region),
        new Column<>(Field.URL, Account::url),
        new Column<>(Field.FEED, Account::feed));
  }

  /// A column of the file and what a row has in it.
  private record Column<T>(Field field, Function<T, String> value) {}

  private <T> void write(
      String name, List<T> rows, List<Column<T>> columns, Function<T, Map<String, String>> labels)
      throws IOException {
    var target = folder.resolve(name);
    if (rows.isEmpty()) {
      Files.deleteIfExists(target);
      return;
    }
    var more =
        rows.stream()
            .flatMap(row -> labels.apply(row).keySet().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    var fresh = Files.createTempFile(folder, name, ".part");
    try (var out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8);
        var csv = new CSVPrinter(out, CSVFormat.DEFAULT)) {
      var header = new ArrayList<String>();
      columns.forEach(column -> header.add(column.field().contractName()));
      header.addAll(more);
      csv.printRecord(header);
      for (var row : rows) {
        var cells = new ArrayList<String>();
        columns.forEach(column -> cells.add(column.value().apply(row)));
        more.forEach(label -> cells.add(labels.apply(row).getOrDefault(label, "")));
        csv.printRecord(cells);
      }
    }
    Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
  }
}
