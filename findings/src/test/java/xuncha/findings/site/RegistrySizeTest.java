package xuncha.findings.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrySizeTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void readsAHundredThousandRows() throws IOException {
    var rows =
        IntStream.range(0, 100_000)
            .mapToObj(n -> "34%08d,第%d站,http://s%d.gov.test/,主办单位,部门网站,合肥市".formatted(n, n, n));
    var file =
        Files.write(
            folder.resolve("large.csv"),
            Stream.concat(Stream.of("code,name,url,organiser,category,region"), rows).toList());

    var imported = Registry.read(List.of(file));

    assertThat(imported.problems()).isEmpty();
    assertThat(imported.registry().sites()).hasSize(100_000);
  }
}
