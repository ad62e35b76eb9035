package xuncha.findings.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads registry files of every kind we take; what kind a file is, its first bytes say.
final class RegistryReader {
  private static final long LARGEST = 256L << 20;
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private final RegistryBuilder registry = new RegistryBuilder();

  Registry.Imported read(List<Path> files) {
    for (var file : files) {
      var name = String.valueOf(file.getFileName());
      try {
        read(file, name);
      } catch (UnreadableTable unreadable) {
        registry.add(unreadable.problem(name));
      } catch (NoSuchFileException missing) {
        registry.add(
            new UnreadableTable(
                    0,
                    new Wording("没有这个文件", "there is no such file").about(file.toString()),
                    new Wording("请检查路径", "check the path"))
                .problem(name));
      } catch (IOException failed) {
        registry.add(
            new UnreadableTable(
                    0,
                    new Wording("无法读取", "cannot be read")
                        .about(String.valueOf(failed.getMessage())),
                    new Wording("请检查文件", "check the file"))
                .problem(name));
      }
    }
    return registry.build();
  }

  /// Reads a list that ships with the product.
  Registry.Imported read(TextEncoding.Bytes resource, String name)
      throws IOException, UnreadableTable {
    csv(resource, name);
    return registry.build();
  }

  private void read(Path file, String name) throws IOException, UnreadableTable {
    if (Files.size(file) > LARGEST) {
      throw new UnreadableTable(
          0,
          new Wording("超过 " + (LARGEST >> 20) + " MB", "larger than " + (LARGEST >> 20) + " MB"),
          new Wording("十万行的登记册也不到 30 MB", "a registry of 100,000 rows is under 30 MB"));
    }
    var start = start(file);
    if (Arrays.equals(start, ZIP)) {
      workbook(file, name);
    } else if (Arrays.equals(start, OLE)) {
      throw new UnreadableTable(
          0,
          new Wording("是 XLS 文件（Excel 97–2003）", "an XLS file (Excel 97–2003)"),
          new Wording("请存为 XLSX 或 UTF-8 CSV", "save it as XLSX or as UTF-8 CSV"));
    } else {
      csv(() -> Files.newInputStream(file), name);
    }
  }

  private void csv(TextEncoding.Bytes file, String name) throws IOException, UnreadableTable {
    var table = new TableReader(name, registry);
    CsvTable.read(file, table);
    table.end(Problem.Level.ERROR);
    if (table.isEmpty()) {
      throw empty();
    }
  }

  /// Every sheet is read, so that nothing on a second sheet is lost without a word.
  private void workbook(Path file, String name) throws IOException, UnreadableTable {
    var tables = new ArrayList<TableReader>();
    Workbook.read(
        file,
        sheet -> {
          var table = new TableReader(name + "[" + sheet + "]", registry);
          tables.add(table);
          return table;
        });
    // A sheet of notes beside the list is no mistake.
    var found = tables.stream().anyMatch(TableReader::hasHeader);
    tables.forEach(table -> table.end(found ? Problem.Level.WARNING : Problem.Level.ERROR));
    if (tables.stream().allMatch(TableReader::isEmpty)) {
      throw empty();
    }
  }

  private static UnreadableTable empty() {
    return new UnreadableTable(
        0,
        new Wording("文件是空的", "the file is empty"),
        new Wording("应有一行表头，每个对象一行", "a header row and one row per target belong in it"));
  }

  private static byte[] start(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(4);
    }
  }
}
