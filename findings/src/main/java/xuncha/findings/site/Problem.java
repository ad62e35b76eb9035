package xuncha.findings.site;

/// One mistake in a registry file, said so that a person can mend it there.
///
/// @param file the file's name, with the sheet where a workbook has several
/// @param row the row as a spreadsheet numbers it, the first being 1; 0 when the whole file is
///   meant
/// @param column the header of the column, as the file writes it; empty when the whole row is meant
/// @param level whether the row could be taken
/// @param what what is wrong
/// @param remedy what to do about it
public record Problem(
    String file, int row, String column, Level level, Wording what, Wording remedy) {
  /// How bad it is.
  public enum Level {
    /// The row was taken, as the problem says.
    WARNING,
    /// The row was not taken.
    ERROR
  }

  /// In one line, Chinese first: `sites.csv:14:url 不是网址："abc"；请写成 http://www.example.gov.cn/ · not
  /// a web address: "abc"; write it like http://www.example.gov.cn/`
  public String line() {
    return "%s:%d:%s %s；%s · %s; %s"
        .formatted(
            file,
            row,
            column.isEmpty() ? "-" : column,
            what.zh(),
            remedy.zh(),
            what.en(),
            remedy.en());
  }
}
