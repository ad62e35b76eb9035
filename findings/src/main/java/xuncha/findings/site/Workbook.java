package xuncha.findings.site;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// Reads every sheet of an XLSX workbook as a stream, cells as a person sees them.
final class Workbook {
  /// Room for a million cells or so; a workbook that unpacks to more is not a registry.
  private static final long LARGEST_PART = 160L << 20;

  private static final int MOST_COLUMNS = 256;

  static {
    // POI's own guard, one for the whole process: entry size and compression ratio, counted while
    // unpacking and not as the archive claims.
    ZipSecureFile.setMaxEntrySize(LARGEST_PART);
    ZipSecureFile.setMaxFileCount(1_000);
  }

  private Workbook() {}

  /// @param sinks who takes the rows of the sheet of that name
  static void read(Path file, Function<String, RowSink> sinks) throws UnreadableTable {
    try (var unpacked = OPCPackage.open(new File(file.toString()), PackageAccess.READ)) {
      var reader = new XSSFReader(unpacked);
      var strings = new ReadOnlySharedStringsTable(unpacked);
      var sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
      while (sheets.hasNext()) {
        try (var sheet = sheets.next()) {
          var parser = XMLHelper.newXMLReader();
          parser.setContentHandler(
              new XSSFSheetXMLHandler(
                  reader.getStylesTable(),
                  strings,
                  new Cells(sinks.apply(sheets.getSheetName())),
                  new DataFormatter(java.util.Locale.ROOT),
                  false));
          parser.parse(new InputSource(sheet));
        }
      }
    } catch (IOException
        | OpenXML4JException
        | SAXException
        | ParserConfigurationException
        | RuntimeException damaged) { // POI throws unchecked of many kinds at broken files
      throw new UnreadableTable(
          0,
          new Wording(
              "工作簿已损坏，或大得不是登记册",
              "the workbook is damaged or larger than a registry can be" + words(damaged)),
          new Wording(
              "请用表格软件打开，另存为 XLSX 或 UTF-8 CSV",
              "open it in a spreadsheet program and save it again as XLSX, or as UTF-8 CSV"));
    }
  }

  /// What the reader says of it. Its unchecked exceptions speak of its own arrays and nulls, which
  /// helps nobody to mend a file.
  private static String words(Exception damaged) {
    var message = damaged.getMessage();
    return message == null || damaged instanceof RuntimeException
        ? ""
        : " (" + message.lines().findFirst().orElse("").strip() + ")";
  }

  /// Puts the cells of a row in their columns; empty cells are not in the file.
  private static final class Cells implements XSSFSheetXMLHandler.SheetContentsHandler {
    private final RowSink sink;
    private final List<String> cells = new ArrayList<>();

    Cells(RowSink sink) {
      this.sink = sink;
    }

    @Override
    public void startRow(int row) {
      cells.clear();
    }

    @Override
    public void cell(
        @Nullable String reference, @Nullable String text, @Nullable XSSFComment comment) {
      var column = reference == null ? cells.size() : new CellReference(reference).getCol();
      if (column < 0 || column >= MOST_COLUMNS) {
        return;
      }
      while (cells.size() <= column) {
        cells.add("");
      }
      cells.set(column, text == null ? "" : text);
    }

    @Override
    public void endRow(int row) {
      sink.row(row + 1, List.copyOf(cells));
    }
  }
}
