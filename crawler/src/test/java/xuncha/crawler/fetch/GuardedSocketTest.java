package xuncha.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import xuncha.crawler.names.AddressGuard;

class GuardedSocketTest {
  private static final int WATCHED = 20_000;

  /// What OkHttp asks for, in its order: before it connects, for each exchange, and for a look at
  /// an idle connection.
  @Test
  void aReadThatOkHttpWatchesHasNoTimerOfItsOwn() throws IOException {
    var profile = Fetching.loopback();
    try (var server = RawServer.speaking((_, _, _) -> {});
        var socket = new GuardedSocket(new AddressGuard(profile), profile, WATCHED)) {
      socket.setSoTimeout(WATCHED);
      assertThat(socket.getSoTimeout()).isEqualTo(WATCHED);
      socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), server.port()), 0);
      assertThat(socket.getSoTimeout()).isEqualTo(WATCHED);
      socket.setSoTimeout(WATCHED);
      assertThat(socket.getSoTimeout()).isZero();
      socket.setSoTimeout(1);
      assertThat(socket.getSoTimeout()).isOne();
    }
  }
}
