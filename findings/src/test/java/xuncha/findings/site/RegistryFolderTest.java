package xuncha.findings.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryFolderTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void theShippedRegistryReadsBackAsItWas() {
    var kept = new RegistryFolder(folder.resolve("registry"));
    kept.keep(Registry.anhui());

    var again = Registry.read(kept.files());

    assertThat(again.errors()).isEmpty();
    assertThat(again.registry()).isEqualTo(Registry.anhui());
  }

  @Test
  void quotesCommasAndLabelsComeBack() {
    var account =
        new Account(
            "wx-1",
            Platform.WECHAT,
            "linshui",
            "“临水”, 发布",
            "临水县, \"政府\"办公室",
            Category.COUNTY_PORTAL,
            "",
            "",
            "",
            Map.of("联系人", "张, 三", "备注", "第一行"));
    var kept = new RegistryFolder(folder);
    kept.keep(new Registry(List.of(), List.of(account)));

    assertThat(Registry.read(kept.files()).registry().accounts()).containsExactly(account);
  }

  @Test
  void whatIsImportedReplacesWhatWasThere() {
    var kept = new RegistryFolder(folder);
    kept.keep(Registry.anhui());
    kept.keep(new Registry(List.of(Site.at("http://www.linshui.gov.cn/")), List.of()));

    assertThat(Registry.read(kept.files()).registry().sites()).hasSize(1);
  }

  @Test
  void beforeTheFirstImportThereIsNothing() {
    assertThat(new RegistryFolder(folder.resolve("none")).files()).isEmpty();
  }
}
