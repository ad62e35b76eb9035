package xuncha.findings.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/// One real PostgreSQL server for all tests of the JVM; every caller gets a database of its own.
/// PostgreSQL refuses to run as root: the library then starts it in a user namespace of its own
/// (`unshare -U`), where it is nobody; where none may be made, [PostgresAsNobody] does it.
final class Postgres {
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final UnaryOperator<String> SERVER = start();

  private Postgres() {}

  static String emptyDatabase() {
    var name = "ledger" + DATABASES.incrementAndGet();
    try (var connection = DriverManager.getConnection(SERVER.apply("postgres"));
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException failed) {
      throw new IllegalStateException("no database " + name, failed);
    }
    return SERVER.apply(name);
  }

  /// The address of a database by its name.
  private static UnaryOperator<String> start() {
    try {
      if (System.getProperty("user.name").equals("root") && !LinuxUtils.isUnshareAvailable()) {
        return PostgresAsNobody.start();
      }
      var server = EmbeddedPostgres.builder().start();
      return name -> server.getJdbcUrl("postgres", name);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
