package xuncha.crawler.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The file that points everything at a laboratory.
class NetworkProfileTest {
  @TempDir private Path folder;

  @Test
  void readsTheContractsExample() throws IOException {
    Files.writeString(folder.resolve("ca.pem"), "");
    var profile =
        read(
            """
            dns: 127.0.0.1:5300
            ports: {80: 18080, 443: 18443}
            allowPrivate: true
            trust: ca.pem
            """);
    assertThat(profile.dns())
        .contains(new InetSocketAddress(InetAddress.getLoopbackAddress(), 5300));
    assertThat(profile.ports()).isEqualTo(Map.of(80, 18_080, 443, 18_443));
    assertThat(profile.port(80)).isEqualTo(18_080);
    assertThat(profile.port(8080)).isEqualTo(8080);
    assertThat(profile.allowPrivate()).isTrue();
    assertThat(profile.trust()).contains(folder.resolve("ca.pem").toAbsolutePath());
  }

  @Test
  void takesAnEmptyFileForTheRealNetwork() throws IOException {
    assertThat(read("")).isEqualTo(NetworkProfile.system());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dns: localhost:53     | dns: needs an address
          dns: 127.0.0.1:0      | dns: needs an address
          dns: 127.0.0.1:65536  | dns: needs an address
          dns: 1.2.3            | dns: needs an address
          'ports: {80: 0}'      | ports.80: ports are whole numbers
          'ports: {http: 80}'   | ports.http: ports are whole numbers
          'ports: {80: "81"}'   | ports.80: ports are whole numbers
          'ports: [80]'         | ports: needs a mapping
          allowPrivate: maybe   | allowPrivate: needs true or false
          allowPrivate: 1       | allowPrivate: needs true or false
          trust: nowhere.pem    | trust: cannot read
          proxy: 127.0.0.1      | proxy: unknown key
          '- dns'               | a network profile is a mapping
          'dns: {'              | not YAML
          """)
  void saysInOneLineWhatIsWrong(String yaml, String complaint) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOfSatisfying(
            BadProfileException.class,
            bad -> assertThat(bad.mistakes()).hasSize(1).first().asString().contains(complaint))
        .hasMessageContaining("network.yaml");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"'dns: \"[::1]:5300\"',5300", "'dns: \"::1\"',53", "dns: 127.0.0.1,53"})
  void readsAResolverInEveryForm(String yaml, int port) throws IOException {
    assertThat(read(yaml).dns().orElseThrow().getPort()).isEqualTo(port);
  }

  @Test
  void reportsEveryMistakeAtOnceAndKeysGivenTwice() {
    assertThatThrownBy(() -> read("dns: x\nallowPrivate: x\nproxy: x\n"))
        .isInstanceOfSatisfying(
            BadProfileException.class, bad -> assertThat(bad.mistakes()).hasSize(3));
    assertThatThrownBy(() -> read("dns: 127.0.0.1\ndns: 127.0.0.2\n"))
        .isInstanceOf(BadProfileException.class);
  }

  @Test
  void takesNonsenseForNothingElse() throws IOException {
    var random = new Random(5);
    var letters = "dns:ports allowPrivate trust{}[]0123456789.:\n\"'-#&*!|>%@`\u0000\ufeff中";
    for (var i = 0; i < 3_000; i++) {
      var text = new StringBuilder();
      for (var length = random.nextInt(40); length > 0; length--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      try {
        assertThat(read(text.toString())).isNotNull();
      } catch (BadProfileException bad) {
        assertThat(bad.mistakes()).isNotEmpty();
      }
    }
  }

  private NetworkProfile read(String yaml) throws IOException {
    var file = folder.resolve("network.yaml");
    Files.write(file, yaml.getBytes(StandardCharsets.UTF_8));
    return NetworkProfile.read(file);
  }
}
