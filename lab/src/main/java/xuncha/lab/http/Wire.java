package xuncha.lab.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.UnaryOperator;

/// A connection that an answer may treat as it pleases.
public final class Wire {
  private final Socket socket;
  private final OutputStream out;
  private final UnaryOperator<Duration> pace;

  Wire(Socket socket, OutputStream out, UnaryOperator<Duration> pace) {
    this.socket = socket;
    this.out = out;
    this.pace = pace;
  }

  /// Sends text, line ends as given, and flushes.
  public Wire say(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Sends bytes and flushes.
  public Wire send(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
    return this;
  }

  /// Where long bodies go; the caller flushes.
  public OutputStream out() {
    return out;
  }

  /// Waits as long as `simulated` really takes.
  public Wire pause(Duration simulated) throws InterruptedException {
    Thread.sleep(pace.apply(simulated));
    return this;
  }

  /// Breaks the connection with a TCP reset.
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }
}
