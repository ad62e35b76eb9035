package xuncha.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xuncha.lab.site.Contents;
import xuncha.lab.system.Systems;

class LabServerTest {
  private final Province province = Province.healthy(7, 60, 30, Province.AS_OF);

  @Test
  void servesEveryPageOfEverySystemAtItsAddress() throws IOException {
    try (var lab = LabServer.start(province)) {
      var visitor = new Visitor(lab);
      for (var system : Systems.all()) {
        var host =
            province.hosts().stream()
                .filter(each -> each.system().equals(system.id()) && !each.plan().secure())
                .findFirst();
        if (host.isEmpty()) {
          continue;
        }
        var plan = host.get().plan();
        var charset =
            system.id().equals("tables") ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
        assertThat(visitor.get(plan.root() + "/").text(charset)).contains(plan.name());
        for (var item : Contents.all(plan)) {
          var seen = visitor.get(system.itemUrl(plan, item));
          assertThat(seen.status()).as(system.itemUrl(plan, item)).isEqualTo(200);
          if (!system.needsBrowser()) {
            assertThat(seen.text(charset)).contains(item.title(), plan.code());
          }
        }
      }
    }
  }

  @Test
  void writesWhatAnInspectionNeeds(@TempDir Path directory) throws IOException {
    try (var lab = LabServer.start(province)) {
      var files = lab.write(directory);
      assertThat(Files.readAllLines(files.registry())).hasSize(61);
      assertThat(Files.readString(files.network())).contains("dns: 127.0.0.1:");
      assertThat(Files.readAllLines(files.truth())).hasSize(60 * 7);
      assertThat(Files.readString(files.authority())).startsWith("-----BEGIN CERTIFICATE-----");
    }
  }
}
