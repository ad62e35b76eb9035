package xuncha.lab.ipv6;

import java.util.Set;

/// One site of the laboratory, and what is true of it.
///
/// @param name a word for it
/// @param url its home page
/// @param planted what is wrong with it, for people
/// @param verdict what must be said of it: `pass`, `fail`, `inconclusive`
/// @param stage where the way over IPv6 stops: `dns`, `address`, `connect`, `tls`, `http`,
///   `content`; empty unless it does
public record Scenario(String name, String url, String planted, String verdict, String stage) {
  private static final Set<String> MUTE =
      Set.of("dns-silent", "dropped", "hangs", "dead-beside-live");

  /// Whether something there never answers, so that whoever asks had better not be patient.
  public boolean mute() {
    return MUTE.contains(name);
  }
}
