package xuncha.findings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerOnH2Test extends LedgerContract {
  @TempDir private static Path folder = Path.of("");

  @Override
  String database() {
    return url("ledger");
  }

  @Test
  void findsEverythingAgainAfterReopening() {
    var clock = InstantSource.fixed(Judged.NIGHT);
    Run run;
    try (var ledger = Ledger.open(url("again"), clock)) {
      run = ledger.begin(Run.Kind.NIGHTLY, Judged.NIGHT, "cn-2019", List.of(Judged.site(1)));
    }
    try (var ledger = Ledger.open(url("again"), clock)) {
      assertThat(ledger.runs()).containsExactly(run);
    }
  }

  @Test
  void namesTheStoreThatCannotBeOpened() throws IOException {
    var notAFolder = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() ->
            Ledger.open("jdbc:h2:file:" + notAFolder.resolve("ledger"), InstantSource.system()))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining(notAFolder.toString());
  }

  private static String url(String name) {
    return "jdbc:h2:file:" + folder.resolve(name);
  }
}
