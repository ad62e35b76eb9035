package xuncha.crawler.probe.consult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import xuncha.crawler.Corpus;

/// Wordings of real message boards, whose table gives the words with N for the number and the
/// number beside them.
class StatedRulesTest {
  private static final Pattern QUOTED = Pattern.compile("\"\"([^\"]*N[^\"]*)\"\"");

  @Test
  void readsTheWordingsOfRealMessageBoards() throws IOException {
    var rows = rows();
    var read = 0;
    for (var row : rows) {
      var quoted = QUOTED.matcher(row);
      var number = Pattern.compile(",(\\d+)(?: per 24 hours)?,").matcher(row);
      if (!quoted.find() || !number.find()) {
        continue;
      }
      read++;
      var said = LimitText.read(quoted.group(1).replace("N", number.group(1)));
      var value = Integer.parseInt(number.group(1));
      if (row.contains("per 24 hours")) {
        assertThat(said.perDay()).as(row).hasValue(value);
      } else if (quoted.group(1).contains("工作日")) {
        assertThat(said).as("a reply promise").isEqualTo(LimitText.read(""));
      } else {
        assertThat(said.maxLength()).as(row).hasValue(value);
      }
    }
    assertThat(read).as("wordings with a number").isPositive();
  }

  private static List<String> rows() throws IOException {
    var table = Corpus.found().map(corpus -> corpus.file("consult-rules/rules.csv"));
    assumeTrue(
        table.isPresent() && Files.exists(table.get()),
        "skipped: no corpus (set XUNCHA_CORPUS to the folder with consult-rules)");
    return Files.readAllLines(table.get());
  }
}
