package xuncha.findings.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever bytes come, importing ends with targets or with words, never with an exception.
class RegistryFuzzTest {
  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.UTF_16);

  @TempDir private Path folder = Path.of("");

  @Test
  void survivesRandomBytes() throws IOException {
    var random = new Random(1);
    for (var round = 0; round < 300; round++) {
      var bytes = new byte[random.nextInt(2_000)];
      random.nextBytes(bytes);
      speaks(bytes);
    }
  }

  @Test
  void survivesDamagedText() throws IOException {
    var random = new Random(2);
    for (var round = 0; round < 400; round++) {
      var charset = CHARSETS.get(random.nextInt(CHARSETS.size()));
      speaks(damaged(list(random).getBytes(charset), random));
    }
  }

  @Test
  void survivesDamagedWorkbooks() throws IOException {
    var random = new Random(3);
    var whole = new ByteArrayOutputStream();
    try (var book = new XSSFWorkbook()) {
      var sheet = book.createSheet("名单");
      var header = sheet.createRow(0);
      header.createCell(0).setCellValue("url");
      header.createCell(1).setCellValue("category");
      for (var number = 1; number < 50; number++) {
        var row = sheet.createRow(number);
        row.createCell(0).setCellValue("http://s" + number + ".gov.test/");
        row.createCell(1).setCellValue("other");
      }
      book.write(whole);
    }
    for (var round = 0; round < 60; round++) {
      speaks(damaged(whole.toByteArray(), random));
    }
  }

  /// Every row with something in it is a target or has an error of its own.
  @Test
  void neverDropsARowWithoutAWord() throws IOException {
    var random = new Random(4);
    for (var round = 0; round < 300; round++) {
      var rows = random.nextInt(1, 40);
      var text = new StringBuilder("code,name,url,category,status\n");
      for (var row = 0; row < rows; row++) {
        text.append("x").append(line(random)).append('\n');
      }
      var imported = read(text.toString().getBytes(StandardCharsets.UTF_8));
      var refused = imported.errors().stream().map(Problem::row).distinct().count();
      assertThat(imported.registry().sites().size() + refused).isEqualTo(rows);
    }
  }

  private static String list(Random random) {
    var text =
        new StringBuilder(random.nextBoolean() ? "code,name,url,category\n" : "平台,账号,名称,网址\n");
    for (var row = random.nextInt(30); row > 0; row--) {
      text.append(line(random)).append(random.nextInt(10) == 0 ? "\r\n" : "\n");
    }
    return text.toString();
  }

  private static String line(Random random) {
    return String.join(
        ",",
        one(random, "", "3400000001", "bm26000001", "340000000" + random.nextInt(99), "乱"),
        one(random, "", "甲", "\"a,b\"", "\"两\n行\""),
        one(random, "", "http://a" + random.nextInt(20) + ".test/", "a.test", "nowhere", "微博"),
        one(random, "other", "省级门户", "", "?"),
        one(random, "", "关停", "?"));
  }

  private static String one(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static byte[] damaged(byte[] bytes, Random random) {
    for (var hits = random.nextInt(8); hits > 0 && bytes.length > 0; hits--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return random.nextInt(4) == 0
        ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1))
        : bytes;
  }

  private void speaks(byte[] bytes) throws IOException {
    var imported = read(bytes);
    assertThat(imported.registry().targets().size() + imported.problems().size()).isPositive();
    imported.problems().forEach(problem -> assertThat(problem.line()).doesNotContain("null", "\n"));
  }

  private Registry.Imported read(byte[] bytes) throws IOException {
    return Registry.read(List.of(Files.write(folder.resolve("list"), bytes)));
  }
}
