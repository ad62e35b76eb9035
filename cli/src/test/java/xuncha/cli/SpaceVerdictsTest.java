package xuncha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import xuncha.lab.site.Account;

/// Every scenario of logging in, from the socket to the verdict, and once more from the archive; no
/// secret in it.
class SpaceVerdictsTest {
  private static final Set<String> CHECKS = Set.of("login-return", "user-space");

  @TempDir private static Path folder;
  private static ScenarioVisits visits;

  @BeforeAll
  static void visitEverySite() {
    visits = ScenarioVisits.of(folder, CHECKS);
  }

  @TestFactory
  Stream<DynamicTest> saysWhatIsTrue() {
    return visits.sayWhatIsTrue();
  }

  @TestFactory
  Stream<DynamicTest> saysTheSameOfTheArchive() {
    return visits.sayTheSameOfTheArchive();
  }

  @Test
  void nobodyLogsInTwice() {
    var posted =
        visits.received().stream()
            .filter(one -> one.method().equals("POST"))
            .map(one -> one.host() + one.path())
            .toList();

    assertThat(posted).isNotEmpty().doesNotHaveDuplicates();
    assertThat(posted).allMatch(path -> path.endsWith("/member/doLogin"));
  }

  @Test
  void noSecretIsArchived() throws IOException {
    try (var files = Files.walk(visits.vault())) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var text = unpacked(file);
        for (var host : visits.province().hosts()) {
          var account = Account.of(host.plan());
          assertThat(text).doesNotContain(account.password(), account.user());
        }
      }
    }
  }

  private static String unpacked(Path file) throws IOException {
    var plain = Files.newInputStream(file);
    try (var bytes = file.toString().endsWith(".gz") ? new GZIPInputStream(plain) : plain) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
