package xuncha.findings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xuncha.findings.site.Target;

/// What becomes of a visit's archive when the disk does not take it.
final class VaultTest {
  private static final Target SITE = Judged.site(1);
  private static final String FILED = Vault.path("run", SITE);
  private static final String INDEX = FILED.replace(".warc.gz", ".cdxj");

  /// Linux's device that is always full: `ENOSPC`, and no disk has to be filled for it.
  private static final Path FULL = Path.of("/dev/full");

  private static final IndexLine LINE =
      new IndexLine("test,gov,s1)/", "20260301180000", Map.of("url", SITE.url()));

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest(name = "{0} on a full disk")
  @CsvSource({"spool", "archive", "index"})
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsAFailureOfTheStoreAndLeavesNoHalf(String what) throws IOException {
    var full =
        folder.resolve(
            switch (what) {
              case "spool" -> ".spool/" + FILED;
              case "archive" -> FILED + ".part";
              default -> INDEX;
            });
    Files.createDirectories(full.getParent());
    Files.createSymbolicLink(full, FULL);

    assertThatThrownBy(this::visit)
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining(FILED)
        .hasMessageEndingWith(": No space left on device");
    assertThat(folder.resolve(FILED)).doesNotExist();
    assertThat(folder.resolve(FILED + ".part")).doesNotExist();

    Files.deleteIfExists(full);
    assertThat(visit()).hasBinaryContent(new byte[] {1, 2, 3});
    assertThat(folder.resolve(INDEX)).exists();
  }

  @ParameterizedTest(name = "a file where {0} should be")
  @CsvSource({".spool", "run"})
  void aFolderThatCannotBeMadeIsAFailureOfTheStore(String name) throws IOException {
    Files.createFile(folder.resolve(name));

    assertThatThrownBy(this::visit)
        .isInstanceOf(StoreFailure.class)
        .hasMessageMatching("cannot (write|file) the archive .*: (Not a directory|.* in the way)");

    Files.delete(folder.resolve(name));
    assertThat(visit()).exists();
  }

  /// A round that is stopped interrupts its visits, which closes their files.
  @Test
  void aVisitThatIsGivenUpIsNoFailureOfTheStore() {
    var spool = new Vault(folder, Vault.Retention.ALL).spool("run", SITE);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> append(spool)).isInstanceOf(UncheckedIOException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }

    assertThatThrownBy(() -> append(spool)).isInstanceOf(UncheckedIOException.class);
  }

  /// One visit of one record, filed.
  private Path visit() {
    var vault = new Vault(folder, Vault.Retention.ALL);
    append(vault.spool("run", SITE));
    vault.file("run", SITE, List.of());
    return folder.resolve(FILED);
  }

  private static void append(Spool spool) {
    spool.append(
        new Spool.Name("<urn:uuid:1>", "1", true, List.of(LINE)),
        sink -> sink.take(ByteBuffer.wrap(new byte[] {1, 2, 3})));
  }
}
