package xuncha.findings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
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

  /// As the first release of the tables left it.
  @Test
  void bringsAnOlderRecordUpToDateAndLosesNothing() throws SQLException {
    var clock = InstantSource.fixed(Judged.NIGHT);
    Run run;
    try (var ledger = Ledger.open(url("older"), clock)) {
      run = ledger.begin(Run.Kind.NIGHTLY, Judged.NIGHT, "cn-2019", List.of(Judged.site(1)));
    }
    try (var connection = DriverManager.getConnection(url("older"), "sa", "");
        var statement = connection.createStatement()) {
      statement.execute("drop table run_term");
      statement.execute("delete from \"flyway_schema_history\" where \"version\" = '2'");
    }
    try (var ledger = Ledger.open(url("older"), clock)) {
      assertThat(ledger.runs()).containsExactly(run);
      assertThat(ledger.remaining(run.id())).containsExactly(Judged.site(1));
      assertThat(ledger.terms(run.id())).isEmpty();
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
