package xuncha.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xuncha.crawler.probe.space.TestAccount;

class CredentialsTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void takesValuesFromTheFileAndFromTheEnvironment() throws IOException {
    var file = file("'3401000001': {user: ceshi, password: 'env:XUNCHA_PW'}\n", "rw-------");

    assertThat(Credentials.read(file, Map.of("XUNCHA_PW", "geheim")))
        .containsExactly(Map.entry("3401000001", new TestAccount("ceshi", "geheim")));
  }

  @Test
  void refusesAFileThatOthersMayRead() throws IOException {
    var file = file("'3401000001': {user: a, password: b}\n", "rw-r--r--");

    assertThatThrownBy(() -> Credentials.read(file, Map.of()))
        .isInstanceOf(ExitStatus.BadInput.class)
        .hasMessageContaining("chmod 600");
  }

  @Test
  void saysWhatIsMissingWithoutSayingWhatIsThere() throws IOException {
    var file = file("'3401000001': {user: ceshi4711, password: 'env:NOT_SET'}\n", "rw-------");

    assertThatThrownBy(() -> Credentials.read(file, Map.of()))
        .hasMessageContaining("NOT_SET")
        .hasMessageNotContaining("ceshi4711");
  }

  @Test
  void repeatsNothingOfAFileThatIsNoYaml() throws IOException {
    var file = file("'3401000001': {user: ceshi, password: geheim\n", "rw-------");

    assertThatThrownBy(() -> Credentials.read(file, Map.of()))
        .isInstanceOf(ExitStatus.BadInput.class)
        .hasMessageNotContaining("geheim");
  }

  @Test
  void takesAFileThatLendsNothing() throws IOException {
    assertThat(Credentials.read(file("", "rw-------"), Map.of())).isEmpty();
    assertThat(Credentials.read(file("# '3401000001': later\n", "rw-------"), Map.of())).isEmpty();
  }

  @Test
  void printsNoSecret() {
    assertThat(new TestAccount("ceshi", "geheim").toString()).doesNotContain("ceshi", "geheim");
  }

  private Path file(String text, String permissions) throws IOException {
    var file = Files.writeString(folder.resolve("accounts.yaml"), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }
}
