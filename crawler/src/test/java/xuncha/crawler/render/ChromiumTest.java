package xuncha.crawler.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumTest {
  @TempDir Path folder;

  @Test
  void theBrowserWithoutWindowsDrawsAndTheOneWithThemIsForPeople() throws IOException {
    var full = program("bin/chromium");
    var quick = program("sbin/chromium-headless-shell");
    var environment = Map.of("PATH", folder.resolve("bin") + ":" + folder.resolve("sbin"));

    assertThat(Chromium.find("", environment).orElseThrow().program()).isEqualTo(quick);
    assertThat(Chromium.withWindows("", environment).orElseThrow().program()).isEqualTo(full);
  }

  @Test
  void theProgramIsTakenAndNotTheScriptThatStartsIt() throws IOException {
    program("usr/bin/chromium-headless-shell");
    var itself = program("usr/lib/chromium/chromium-headless-shell");
    var environment = Map.of("PATH", folder.resolve("usr/bin").toString());

    assertThat(Chromium.find("", environment).orElseThrow().program()).isEqualTo(itself);
  }

  @Test
  void oneBrowserIsEnoughToDraw() throws IOException {
    var full = program("bin/google-chrome");

    assertThat(Chromium.find("", Map.of("PATH", folder.resolve("bin").toString())))
        .map(Chromium::program)
        .contains(full);
  }

  @Test
  void playwrightsOwnIsTheLastResort() throws IOException {
    var cache = "home/.cache/ms-playwright/";
    var full = program(cache + "chromium-1200/chrome-linux/chrome");
    var quick = program(cache + "chromium_headless_shell-1200/chrome-linux/headless_shell");
    var environment = Map.of("PATH", "", "HOME", folder.resolve("home").toString());

    assertThat(Chromium.find("", environment).orElseThrow().program()).isEqualTo(quick);
    assertThat(Chromium.withWindows("", environment).orElseThrow().program()).isEqualTo(full);
  }

  @Test
  void whatSomebodyNamedIsTaken() throws IOException {
    var own = program("own/browser");
    program("bin/chromium-headless-shell");
    var environment =
        Map.of("PATH", folder.resolve("bin").toString(), "XUNCHA_CHROMIUM", own.toString());

    assertThat(Chromium.find("", environment).orElseThrow().program()).isEqualTo(own);
    assertThat(Chromium.find(own.toString(), Map.of()).orElseThrow().program()).isEqualTo(own);
  }

  @Test
  void aBrowserWithoutWindowsShowsNobodyOne() throws IOException {
    var quick = program("bin/chromium-headless-shell");

    assertThat(Chromium.withWindows(quick.toString(), Map.of())).isEmpty();
    assertThat(Chromium.withWindows("", Map.of("PATH", folder.resolve("bin").toString())))
        .isEmpty();
  }

  @Test
  void memoryIsSharedByFilesWhereThereIsLittleToShare() {
    assertThat(Chromium.leftOut(64L << 20)).isEmpty();
    assertThat(Chromium.leftOut(4L << 30)).containsExactly("--disable-dev-shm-usage");
  }

  private Path program(String name) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.createFile(file);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
