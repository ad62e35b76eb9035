package xuncha.findings.site;

import java.util.List;
import java.util.Optional;

/// Reads one table: whatever stands above its header row, the header row, the rows.
final class TableReader implements RowSink {
  /// Lists that people send round have a title and a note or two above the header.
  private static final int ROWS_ABOVE_HEADER = 20;

  private static final Wording ADD = new Wording("请加上", "add it");

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
      warning(
          headerRow,
          "",
          new Wording("表头下面没有内容", "no rows under the header row"),
          new Wording("请每个对象填一行", "add one row per target"));
    }
    if (header.isEmpty() && filled > 0) {
      registry.add(
          new Problem(
              file,
              firstFilled,
              "",
              missingHeader,
              new Wording("没有表头，未读取任何内容", "no header row, so nothing was read"),
              new Wording(
                  "首行须写列名，网站须有 " + Field.URL.both() + "，账号须有 " + Field.PLATFORM.both(),
                  "the first row has to name the columns; "
                      + Field.URL.both()
                      + " is needed for sites, "
                      + Field.PLATFORM.both()
                      + " for accounts")));
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
          new Wording(
              "第 " + firstFilled + " 至 " + (number - 1) + " 行在表头之上，未读取",
              "rows "
                  + firstFilled
                  + " to "
                  + (number - 1)
                  + " stand above the header row, not read"),
          new Wording("其中没有对象则不必处理", "nothing to do unless they list targets"));
    }
    for (var title : found.repeated()) {
      unusable = true;
      error(
          number,
          title,
          new Wording("有两列含义相同", "two columns mean the same"),
          new Wording("请把其中一列改名", "rename one of them"));
    }
    if (found.listsAccounts() && !found.has(Field.PLATFORM)) {
      unusable = true;
      error(
          number,
          "",
          new Wording(
              "是账号名单，但没有这一列：" + Field.PLATFORM.both(),
              "accounts, but no column " + Field.PLATFORM.both()),
          ADD);
    }
    if (!unusable && !found.has(Field.CATEGORY)) {
      warning(
          number,
          "",
          new Wording(
              "没有 " + Field.CATEGORY.both() + " 列，所有对象按“" + Category.OTHER.zh() + "”处理",
              "no column " + Field.CATEGORY.both() + ", every target taken as other"),
          ADD);
    }
  }

  private void error(int row, String column, Wording what, Wording remedy) {
    registry.add(new Problem(file, row, column, Problem.Level.ERROR, what, remedy));
  }

  private void warning(int row, String column, Wording what, Wording remedy) {
    registry.add(new Problem(file, row, column, Problem.Level.WARNING, what, remedy));
  }
}
