package xuncha.findings.site;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/// Reads CSV: UTF-8 or GB18030, with commas, or with the semicolons or tabs that some spreadsheets
/// write instead.
final class CsvTable {
  private static final int LOOK_AHEAD = 1 << 13;

  /// Empty lines are rows too, for the numbering. A quotation mark out of place is an error and
  /// never guessed at: it may have swallowed rows.
  private static CSVFormat.Builder strict() {
    return CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false);
  }

  private CsvTable() {}

  static void read(TextEncoding.Bytes file, RowSink sink) throws IOException, UnreadableTable {
    var rows = 0;
    try (var text = new BufferedReader(TextEncoding.open(file), LOOK_AHEAD);
        var parser =
            CSVParser.builder()
                .setReader(text)
                .setFormat(strict().setDelimiter(delimiter(text)).get())
                .get()) {
      for (var each = parser.iterator(); each.hasNext(); ) {
        var cells = each.next();
        rows++;
        sink.row(rows, cells.toList());
      }
    } catch (UncheckedIOException malformed) {
      // The parser cannot tell where the next row would begin once a quote is out of place.
      throw new UnreadableTable(
          rows + 1,
          new Wording(
              "引号位置不对，本行及以后均未读取",
              "a quotation mark is out of place, so this row and all after it were not read"),
          new Wording(
              "双引号内的 \" 请写成两个，并以一个 \" 结束该单元格",
              "double every \" inside a quoted cell and close the cell with one"));
    }
  }

  /// The separator that the first line has most of; a comma when it has none.
  private static char delimiter(Reader text) throws IOException {
    text.mark(LOOK_AHEAD);
    var best = ',';
    var counts = new int[128];
    for (var n = 0; n < LOOK_AHEAD - 1; n++) {
      var c = text.read();
      if (c < 0 || c == '\n' || c == '\r') {
        break;
      }
      if (c < counts.length) {
        counts[c]++;
      }
    }
    text.reset();
    for (var candidate : new char[] {';', '\t'}) {
      if (counts[candidate] > counts[best]) {
        best = candidate;
      }
    }
    return best;
  }
}
