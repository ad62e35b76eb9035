package xuncha.lab;

import java.util.Optional;
import java.util.Set;
import xuncha.lab.system.Systems;

/// What no inspection may do to a site: write to it. A question to its search and a log-in with the
/// test account are all that may be sent; letters, and questions after them, may not leave by GET
/// either, nor anything through a socket.
final class Trespass {
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private Trespass() {}

  /// What was wrong with a request, in one line.
  ///
  /// @param host the site that it was for; empty where it was for none of the province's
  static Optional<String> of(Journal.Entry entry, Optional<LabHost> host) {
    var query = entry.path().indexOf('?');
    var path = query < 0 ? entry.path() : entry.path().substring(0, query);
    var socket = entry.headers().getOrDefault("upgrade", "").equalsIgnoreCase("websocket");
    var letter = host.isPresent() && Systems.of(host.get().system()).takesLetters(path);
    var sent = !READING.contains(entry.method());
    var allowed =
        host.filter(one -> Systems.of(one.system()).mayBeAsked(one.plan(), path)).isPresent();
    return socket || letter || (sent && !allowed)
        ? Optional.of(
            (socket ? "a socket to " : entry.method() + " ") + entry.host() + entry.path())
        : Optional.empty();
  }
}
