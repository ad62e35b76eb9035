package xuncha.findings.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class LedgerOnPostgresTest extends LedgerContract {
  @Override
  String database() {
    return Postgres.emptyDatabase();
  }

  @Test
  void namesTheServerThatDoesNotAnswerAndKeepsItsPasswordToItself() {
    var nobody = "jdbc:postgresql://127.0.0.1:1/ledger?user=u&password=secret&connectTimeout=1";

    assertThatThrownBy(() -> Ledger.open(nobody, InstantSource.system()))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/ledger")
        .hasMessageNotContaining("secret");
  }
}
