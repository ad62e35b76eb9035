package xuncha.findings.site;

import java.util.List;
import java.util.Optional;

/// Reads one table: whatever stands above its header row, the header row, the rows.
final class TableReader implements RowSink {
  /// Lists that people send round have a title and a note or two above the header.
  private static final int ROWS_ABOVE_HEADER = 20;

  private final String file;
  private final RegistryBuilder registry;
  private Optional<Header> header = Optional.empty();
  private boolean unusable;
  private int filled;
  private int headerRow;
  private int rows;
  private int firstFilled;

  TableReader(String file, RegistryBuilder registry) {
    this.file = file;
    this.registry = registry;
  }

  @Override
  public void row(int number, List<String> cells) {
    if (unusable || cells.stream().allMatch(cell -> Cell.stripped(cell).isEmpty())) {
      return;
    }
    if (header.isPresent()) {
      rows++;
      var reader = new RowReader(file, header.get(), number, cells);
      var target = reader.read();
      reader.problems().forEach(registry::add);
      target.ifPresent(one -> registry.add(one, file, number, header.get()));
    } else {
      above(number, cells);
    }
  }

  /// To be called after the last row.
  ///
  /// @param missingHeader how bad it is when there was no header row
  void end(Problem.Level missingHeader) {
    if (header.isPresent() && rows == 0) {
      warning(headerRow, "", "no rows under the header row", "add one row per target");
    }
    if (header.isEmpty() && filled > 0) {
      registry.add(
          new Problem(
              file,
              firstFilled,
              "",
              missingHeader,
              "no header row, so nothing was read",
              "the first row has to name the columns; "
                  + Field.URL.both()
                  + " is needed for sites, "
                  + Field.PLATFORM.both()
                  + " for accounts"));
    }
  }

  /// Whether the header row was found.
  boolean hasHeader() {
    return header.isPresent();
  }

  /// Whether there was anything in the table.
  boolean isEmpty() {
    return filled == 0;
  }

  private void above(int number, List<String> cells) {
    if (filled++ == 0) {
      firstFilled = number;
    }
    header = Header.of(cells);
    if (header.isPresent()) {
      begin(number, header.get());
    } else if (filled == ROWS_ABOVE_HEADER) {
      unusable = true;
    }
  }

  private void begin(int number, Header found) {
    headerRow = number;
    if (number > firstFilled) {
      warning(
          firstFilled,
          "",
          "rows " + firstFilled + " to " + (number - 1) + " stand above the header row, not read",
          "nothing to do unless they list targets");
    }
    for (var title : found.repeated()) {
      unusable = true;
      error(number, title, "two columns mean the same", "rename one of them");
    }
    if (found.listsAccounts() && !found.has(Field.PLATFORM)) {
      unusable = true;
      error(number, "", "accounts, but no column " + Field.PLATFORM.both(), "add it");
    }
    if (!unusable && !found.has(Field.CATEGORY)) {
      warning(
          number,
          "",
          "no column " + Field.CATEGORY.both() + ", every target taken as other",
          "add it");
    }
  }

  private void error(int row, String column, String what, String remedy) {
    registry.add(new Problem(file, row, column, Problem.Level.ERROR, what, remedy));
  }

  private void warning(int row, String column, String what, String remedy) {
    registry.add(new Problem(file, row, column, Problem.Level.WARNING, what, remedy));
  }
}
