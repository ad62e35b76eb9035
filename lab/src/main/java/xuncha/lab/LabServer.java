package xuncha.lab;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/// Serves a province on loopback: HTTP, HTTPS and DNS.
public final class LabServer implements AutoCloseable {
  private final Province province;
  private final Journal journal;

  private LabServer(Province province, LabSettings settings) {
    this.province = province;
    this.journal = new Journal(settings.journalBound());
  }

  /// Serves `province` with default settings until closed.
  public static LabServer start(Province province) {
    return start(province, LabSettings.defaults());
  }

  /// Serves `province` until closed.
  public static LabServer start(Province province, LabSettings settings) {
    return new LabServer(province, settings);
  }

  /// What it serves.
  public Province province() {
    return province;
  }

  /// Where port 80 of every simulated host really is.
  public int httpPort() {
    return 0;
  }

  /// Where port 443 of every simulated host really is.
  public int httpsPort() {
    return 0;
  }

  /// Its name server, UDP and TCP.
  public InetSocketAddress dns() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /// Everything it received.
  public Journal journal() {
    return journal;
  }

  /// Writes registry, network profile, truth and certificate authority into `directory`.
  public LabFiles write(Path directory) {
    return new LabFiles(
        directory.resolve("registry.csv"),
        directory.resolve("network.yaml"),
        directory.resolve("truth.jsonl"),
        directory.resolve("ca.pem"));
  }

  @Override
  public void close() {}
}
