package xuncha.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusBenchTest {
  @Test
  void countsWhatIsRightAndTellsWhatIsNot(@TempDir Path corpus) throws IOException {
    for (var set :
        List.of(
            "zh-news-pages", "zh-list-pages", "date-gold-htmldate", "charset", "html-robustness")) {
      write(corpus.resolve(set), "MANIFEST.csv", "file\n");
    }
    var folder = corpus.resolve("govcn-pages");
    write(folder, "right.html", page("发布时间：2024-09-10"));
    write(folder, "wrong.html", page("发布时间：2024-09-11"));
    write(
        folder,
        "MANIFEST.csv",
        """
        file,original_url,charset_actual,gold_date,gold_basis,note
        right.html,http://www.example.org/1.html,utf-8,2024-09-10,visible,
        wrong.html,http://www.example.org/2.html,utf-8,2024-09-10,visible,"a ""quoted"", note"
        """);

    var told = run(corpus);

    assertThat(told)
        .containsPattern("government pages, dated +1 of +2 +50.0 %")
        .contains("wrong.html: expected 2024-09-10, got 2024-09-11 (LABELLED")
        .doesNotContain("right.html");
  }

  private static String run(Path corpus) {
    var bytes = new ByteArrayOutputStream();
    new CorpusBench().run(corpus, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String page(String byline) {
    return "<title>全市安全生产工作会议召开</title><h1>全市安全生产工作会议召开</h1><div>"
        + byline
        + "</div><p>"
        + "会议传达学习了上级有关会议精神，通报了今年以来的安全生产形势，对下一阶段工作作出部署。".repeat(3)
        + "</p>";
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(name), text);
  }
}
