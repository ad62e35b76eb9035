package xuncha.findings.site;

/// A file, or what follows a row of it, cannot be read as a table.
final class UnreadableTable extends Exception {
  private static final long serialVersionUID = 1;

  private final int row;
  private final transient Wording what;
  private final transient Wording remedy;

  /// @param row where reading ended, 0 when the whole file is meant
  UnreadableTable(int row, Wording what, Wording remedy) {
    super(what.en());
    this.row = row;
    this.what = what;
    this.remedy = remedy;
  }

  Problem problem(String file) {
    return new Problem(file, row, "", Problem.Level.ERROR, what, remedy);
  }
}
