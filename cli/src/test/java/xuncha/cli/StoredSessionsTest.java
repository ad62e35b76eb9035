package xuncha.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xuncha.crawler.fetch.KeptCookie;
import xuncha.findings.site.Site;

class StoredSessionsTest {
  private static final Site SITE = Site.at("http://www.example.gov.cn/");

  @TempDir private Path folder;

  @Test
  void aSessionIsKeptForItsOwnerAlone() throws IOException {
    var sessions = new StoredSessions(folder.resolve("sessions"));
    assertThat(sessions.all()).isEmpty();

    sessions.keep(SITE, List.of(cookie("first")));
    var file = sessions.keep(SITE, List.of(cookie("second")));

    assertThat(sessions.all()).isEqualTo(Map.of(SITE.id(), List.of(cookie("second"))));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void whatOthersMayReadIsRefused() throws IOException {
    var sessions = new StoredSessions(folder);
    var file = sessions.keep(SITE, List.of(cookie("secret")));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(sessions::all)
        .isInstanceOf(ExitStatus.BadInput.class)
        .hasMessageContaining("chmod 600")
        .hasMessageNotContaining("secret");
  }

  @Test
  void whatIsNoSessionIsRefusedWithoutItsWords() throws IOException {
    var file = new StoredSessions(folder).keep(SITE, List.of(cookie("x")));
    Files.writeString(file, "{\"a\": [{\"value\": \"secret\"");

    assertThatThrownBy(new StoredSessions(folder)::all)
        .isInstanceOf(ExitStatus.BadInput.class)
        .hasMessageContaining("xuncha session")
        .hasMessageNotContaining("secret");
  }

  private static KeptCookie cookie(String value) {
    return new KeptCookie("JSESSIONID", value, "www.example.gov.cn", "/", -1, true);
  }
}
