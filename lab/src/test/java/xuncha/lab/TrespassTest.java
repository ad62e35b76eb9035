package xuncha.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The laboratory bears witness against whoever writes to a site.
class TrespassTest {
  private static final Province PROVINCE = Province.healthy(3, 1, 10, Province.AS_OF);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /xiexin.do",
        "GET /xiexin.do?content=hello",
        "HEAD /xinjiancx.do",
        "POST /beacon",
        "PUT /",
        "DELETE /index.html",
        "POST /member/doLogin" // the site has no log-in
      })
  void whateverIsSentComesOut(String asked) {
    assertThatThrownBy(() -> send(asked, "")).hasMessageContaining("sites were written to");
  }

  @Test
  void aSocketComesOut() {
    assertThatThrownBy(() -> send("GET /", "Upgrade: websocket\r\n"))
        .hasMessageContaining("a socket to");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /", "HEAD /index.html", "GET /search?q=1", "POST /search"})
  void readingAndSearchingIsNothingToTell(String asked) throws IOException {
    send(asked, "");
  }

  @Test
  void whoAllowsForLettersCountsThemHimself() throws IOException {
    try (var lab = LabServer.start(PROVINCE).takingLetters()) {
      send(lab, "POST /xiexin.do", "");
      assertThat(lab.trespasses()).isEmpty();
    }
  }

  private static void send(String asked, String headers) throws IOException {
    try (var lab = LabServer.start(PROVINCE)) {
      send(lab, asked, headers);
    }
  }

  /// Returns when the answer has come, and so the request is on record.
  private static void send(LabServer lab, String asked, String headers) throws IOException {
    var request =
        "%s HTTP/1.1\r\nHost: %s\r\n%sContent-Length: 0\r\nConnection: close\r\n\r\n"
            .formatted(asked, PROVINCE.hosts().getFirst().plan().domain(), headers);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), lab.httpPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().read()).isPositive();
    }
  }
}
