package xuncha.findings.site;

/// A file, or what follows a row of it, cannot be read as a table.
final class UnreadableTable extends Exception {
  private static final long serialVersionUID = 1;

  private final int row;
  private final String remedy;

  /// @param row where reading ended, 0 when the whole file is meant
  UnreadableTable(int row, String what, String remedy) {
    super(what);
    this.row = row;
    this.remedy = remedy;
  }

  Problem problem(String file) {
    return new Problem(file, row, "", Problem.Level.ERROR, String.valueOf(getMessage()), remedy);
  }
}
