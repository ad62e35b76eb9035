package xuncha.crawler.probe.ipv6;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import xuncha.findings.visit.KeptJson;
import xuncha.lab.ipv6.Ground;
import xuncha.lab.ipv6.Ipv6Lab;

/// Runs inside a network namespace of its own: furnishes it, traces every scenario of the
/// laboratory, and prints a line each: what is true of it, and the trace as Base64 of JSON.
final class NamespaceMain {
  private NamespaceMain() {}

  /// Writes into the folder that is the one argument.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    ip(furniture());
    var trust = Path.of(arguments[0], "ca.pem");
    try (var lab = Ipv6Lab.start(Ground.NAMESPACE, trust)) {
      var out = new StringBuilder();
      Probing.traces(lab, Probing.profile(lab, Ground.NAMESPACE, trust))
          .forEach((scenario, trace) ->
              out.append(
                      String.join(
                          "\t",
                          scenario.name(),
                          scenario.url(),
                          scenario.planted(),
                          scenario.verdict(),
                          scenario.stage(),
                          Base64.getEncoder().encodeToString(KeptJson.write(trace))))
                  .append('\n'));
      System.out.print(out);
    }
  }

  private static String furniture() {
    return IntStream.rangeClosed(1, 0xff)
        .mapToObj(i -> "addr add 2a0e:b107::" + Integer.toHexString(i) + "/128 dev lo nodad")
        .collect(Collectors.joining("\n", "link set lo up\naddr add 45.11.0.1/24 dev lo\n", "\n"));
  }

  private static void ip(String batch) throws IOException, InterruptedException {
    var ip =
        new ProcessBuilder("ip", "-batch", "-")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var in = ip.getOutputStream()) {
      in.write(batch.getBytes(StandardCharsets.US_ASCII));
    }
    if (!ip.waitFor(10, TimeUnit.SECONDS) || ip.exitValue() != 0) {
      throw new IOException("the namespace cannot be furnished: ip says " + ip.exitValue());
    }
  }
}
