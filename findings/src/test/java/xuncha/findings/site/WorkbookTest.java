package xuncha.findings.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void readsCellsAsAPersonSeesThem() {
    var imported =
        read(book -> {
          var sheet = book.createSheet("名单");
          row(sheet, 0, "全省政府网站名单");
          row(sheet, 2, "序号", "网站标识码", "网站名称", "首页网址", "类别");
          var first = row(sheet, 3, "", "", "合肥市人民政府", "http://www.hefei.gov.test/", "市级门户");
          first.createCell(0).setCellValue(1);
          first.createCell(1).setCellValue(3401000001L);
        });

    assertThat(imported.errors()).isEmpty();
    var site = imported.registry().sites().getFirst();
    assertThat(site.code()).isEqualTo("3401000001");
    assertThat(site.labels()).containsEntry("序号", "1");
  }

  @Test
  void countsRowsAndSheetsAsASpreadsheetDoes() {
    var imported =
        read(book -> {
          row(book.createSheet("说明"), 0, "请勿改动");
          var sheet = book.createSheet("名单");
          row(sheet, 0, "url", "category");
          row(sheet, 6, "nowhere", "other");
        });

    assertThat(imported.problems())
        .extracting(Problem::line)
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .startsWith("list.xlsx[名单]:7:url 不是网址")
                    .contains(" · not a web address"),
            line ->
                assertThat(line).startsWith("list.xlsx[说明]:1:- 没有表头").contains(" · no header row"));
    assertThat(imported.errors()).hasSize(1);
  }

  @Test
  void readsSitesAndAccountsFromTwoSheets() {
    var imported =
        read(book -> {
          var sites = book.createSheet("sites");
          row(sites, 0, "url", "category");
          row(sites, 1, "http://a.gov.test/", "other");
          var accounts = book.createSheet("accounts");
          row(accounts, 0, "id", "platform", "category");
          row(accounts, 1, "w1", "微博", "other");
        });

    assertThat(imported.problems()).isEmpty();
    assertThat(imported.registry().targets()).hasSize(2);
  }

  @Test
  void saysThatAWorkbookIsEmptyOrDamagedOrOld() throws IOException {
    assertThat(line(read(book -> book.createSheet("名单")))).contains("the file is empty");
    assertThat(line(read("PK\3\4 and no more".getBytes(StandardCharsets.UTF_8))))
        .contains("damaged");
    assertThat(line(read(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0})))
        .contains("XLS file");
  }

  /// Forty megabytes of the letter a in forty kilobytes.
  @Test
  void refusesAZipBomb() throws IOException {
    var bomb = folder.resolve("bomb.xlsx");
    try (var book = new XSSFWorkbook();
        var out = Files.newOutputStream(folder.resolve("small.xlsx"))) {
      row(book.createSheet("名单"), 0, "url", "category");
      book.write(out);
    }
    try (var in = new ZipInputStream(Files.newInputStream(folder.resolve("small.xlsx")));
        var out = new ZipOutputStream(Files.newOutputStream(bomb))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().endsWith("sharedStrings.xml")) {
          out.write(
              "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>"
                  .getBytes(StandardCharsets.UTF_8));
          var piece = "a".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
          for (var megabyte = 0; megabyte < 40; megabyte++) {
            out.write(piece);
          }
        } else {
          in.transferTo(out);
        }
      }
    }

    assertThat(line(Registry.read(List.of(bomb))))
        .contains("damaged or larger than a registry can be");
  }

  @FunctionalInterface
  private interface Filling {
    void fill(XSSFWorkbook book);
  }

  private Registry.Imported read(Filling filling) {
    var file = folder.resolve("list.xlsx");
    try (var book = new XSSFWorkbook();
        var out = Files.newOutputStream(file)) {
      filling.fill(book);
      book.write(out);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
    return Registry.read(List.of(file));
  }

  private Registry.Imported read(byte[] bytes) throws IOException {
    return Registry.read(List.of(Files.write(folder.resolve("list.xlsx"), bytes)));
  }

  private static String line(Registry.Imported imported) {
    assertThat(imported.registry().targets()).isEmpty();
    return imported.errors().getFirst().line();
  }

  private static org.apache.poi.xssf.usermodel.XSSFRow row(
      XSSFSheet sheet, int number, String... cells) {
    var row = sheet.createRow(number);
    for (var column = 0; column < cells.length; column++) {
      if (!cells[column].isEmpty()) {
        row.createCell(column).setCellValue(cells[column]);
      }
    }
    return row;
  }
}
