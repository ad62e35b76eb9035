package xuncha.findings.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/// The connection to the store. Every question is one transaction on one of the database's own
/// threads, which nobody interrupts: an interrupt during file I/O would make H2 close its file
/// under everyone. The asking thread waits, whatever happens to it.
final class Database implements AutoCloseable {
  private static final Pattern USER = Pattern.compile("//([^/?;]*@)");
  private static final int CONNECTIONS = 4;
  private static final int TRIES = 4;

  /// Another transaction was there first: unique key, serialization, deadlock, H2's lock time-out.
  private static final Set<String> WORTH_ANOTHER_TRY = Set.of("23505", "40001", "40P01", "HYT00");

  /// A commit is in the file before it returns, and nothing is written between two commits, so that
  /// killing the process loses nothing; H2 does not close the file while our own shutdown still
  /// writes; errors are said once, by us; closing may take a second to compact the file.
  private static final List<String> H2_SETTINGS =
      List.of(
          "WRITE_DELAY=0", "DB_CLOSE_ON_EXIT=FALSE", "TRACE_LEVEL_FILE=0", "MAX_COMPACT_TIME=1000");

  private final String url;
  private final boolean h2;
  private final HikariDataSource source;
  private final Jdbi jdbi;
  private final ExecutorService threads;
  private final ReentrantLock writing = new ReentrantLock();

  private Database(String url, HikariDataSource source) {
    this.url = url;
    this.h2 = isH2(url);
    this.source = source;
    this.jdbi = Jdbi.create(source);
    this.threads =
        Executors.newFixedThreadPool(
            CONNECTIONS, Thread.ofPlatform().daemon().name("ledger-", 1).factory());
  }

  /// What is asked inside one transaction.
  @FunctionalInterface
  interface Question<T> {
    T ask(Handle handle);
  }

  static Database open(String jdbcUrl) {
    return undisturbed(() -> opened(jdbcUrl));
  }

  private static Database opened(String jdbcUrl) {
    var shown = withoutSecrets(jdbcUrl);
    var config = new HikariConfig();
    config.setJdbcUrl(settled(jdbcUrl));
    config.setMaximumPoolSize(CONNECTIONS);
    config.setPoolName("ledger");
    config.setAutoCommit(true);
    config.setConnectionTimeout(10_000);
    if (isH2(jdbcUrl)) {
      config.setUsername("sa");
      config.setMaxLifetime(0);
    }
    try {
      var source = new HikariDataSource(config);
      try {
        migrate(source);
        return new Database(shown, source);
      } catch (RuntimeException failed) {
        source.close();
        throw failed;
      }
    } catch (RuntimeException failed) {
      throw new StoreFailure(
          "the store " + shown + " cannot be opened: " + withoutUser(cause(failed), jdbcUrl),
          failed);
    }
  }

  /// The answer, from a transaction that is committed when this returns and rolled back when it
  /// throws. Asked again where another transaction was in the way, so a question must come to the
  /// same when asked twice.
  <T> T ask(Question<T> question) {
    try {
      return CompletableFuture.supplyAsync(() -> patiently(question), threads).join();
    } catch (RejectedExecutionException closed) {
      throw new StoreFailure("the store " + url + " is closed", closed);
    } catch (CompletionException wrapped) {
      throw wrapped.getCause() instanceof RuntimeException cause ? restacked(cause) : wrapped;
    }
  }

  /// The same for a question that changes something: what it changed is in the store, safe from the
  /// death of this process, before this returns. H2 is told one thing at a time: a commit writes
  /// what all open transactions have done so far, and after a kill 2.5.252 was seen to keep halves
  /// of those that had not ended (rows without their siblings, locks that nobody holds).
  <T> T tell(Question<T> question) {
    if (!h2) {
      return ask(question);
    }
    writing.lock();
    try {
      return ask(question);
    } finally {
      writing.unlock();
    }
  }

  @Override
  public void close() {
    undisturbed(() -> {
      threads.close();
      source.close();
      return this;
    });
  }

  private <T> T patiently(Question<T> question) {
    for (var attempt = 1; ; attempt++) {
      try {
        return jdbi.inTransaction(question::ask);
      } catch (JdbiException failed) {
        if (attempt == TRIES || !WORTH_ANOTHER_TRY.contains(state(failed))) {
          throw new StoreFailure("the store " + url + " failed: " + cause(failed), failed);
        }
      }
    }
  }

  /// Done on a thread of its own, because the caller's may be interrupted.
  private static <T> T undisturbed(Supplier<T> task) {
    try {
      return CompletableFuture.supplyAsync(task, job -> Thread.ofPlatform().start(job)).join();
    } catch (CompletionException wrapped) {
      throw wrapped.getCause() instanceof RuntimeException cause ? restacked(cause) : wrapped;
    }
  }

  private static boolean isH2(String url) {
    return url.startsWith("jdbc:h2:");
  }

  private static void migrate(HikariDataSource source) {
    try {
      Flyway.configure(Database.class.getClassLoader())
          .dataSource(source)
          .locations("classpath:xuncha/findings/store/migration")
          .load()
          .migrate();
    } catch (FlywayException failed) {
      throw new IllegalStateException("migration: " + failed.getMessage(), failed);
    }
  }

  /// What the caller's own settings leave open.
  private static String settled(String url) {
    if (!isH2(url)) {
      return url;
    }
    var set = new StringBuilder(url);
    for (var setting : H2_SETTINGS) {
      var name = setting.substring(0, setting.indexOf('=') + 1);
      if (!url.toUpperCase(Locale.ROOT).contains(";" + name)) {
        set.append(';').append(setting);
      }
    }
    return set.toString();
  }

  /// The address without its parameters, where PostgreSQL's user and password stand.
  static String withoutSecrets(String url) {
    return url.split("[?;]", 2)[0].replaceAll("//[^/]*@", "//");
  }

  /// A driver that knows no user before the host takes both for its name, and complains of that.
  private static String withoutUser(String says, String url) {
    var user = USER.matcher(url);
    return user.find() ? says.replace(user.group(1), "") : says;
  }

  /// The caller sees its own frames too.
  private static RuntimeException restacked(RuntimeException cause) {
    cause.addSuppressed(new IllegalStateException("asked from here"));
    return cause;
  }

  private static String state(Throwable failed) {
    for (var cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState();
      }
    }
    return "";
  }

  private static String cause(Throwable failed) {
    var deepest = failed;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
  }
}
