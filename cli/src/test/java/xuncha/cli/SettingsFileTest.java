package xuncha.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.dataformat.yaml.YAMLMapper;

final class SettingsFileTest {
  @TempDir Path folder;

  @Test
  void theReferenceFileListsEveryKeyWithItsDefault() throws IOException {
    try (var reference =
        Objects.requireNonNull(SettingsFile.class.getResourceAsStream("reference.yaml"))) {
      var listed = new YAMLMapper().readTree(reference);
      var text = SettingsFile.asTree(Settings.defaults()).toString();
      assertThat(listed.toString()).isEqualToIgnoringCase(text);
    }
  }

  @Test
  void takesOnlyWhatDiffers() throws IOException {
    var settings = SettingsFile.read(file("crawl:\n  budget:\n    pages: 7\n  retention: all\n"));
    assertThat(settings.crawl().budget().pages()).isEqualTo(7);
    assertThat(settings.crawl().budget().links())
        .isEqualTo(Settings.defaults().crawl().budget().links());
  }

  @Test
  void refusesAKeyNobodyKnows() throws IOException {
    var file = file("crawl:\n  budgets: 3\n");
    assertThatThrownBy(() -> SettingsFile.read(file))
        .isInstanceOf(ExitStatus.BadInput.class)
        .hasMessageContaining("crawl.budgets");
  }

  @Test
  void refusesAValueOutOfRange() throws IOException {
    var file = file("crawl:\n  budget:\n    pages: 0\n");
    assertThatThrownBy(() -> SettingsFile.read(file))
        .isInstanceOf(ExitStatus.BadInput.class)
        .hasMessageContaining("budget.pages");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("settings.yaml"), text);
  }
}
