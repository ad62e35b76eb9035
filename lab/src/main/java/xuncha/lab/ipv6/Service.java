package xuncha.lab.ipv6;

import java.time.Duration;

/// What somebody finds who connects.
sealed interface Service {
  /// A page, or whatever body, with that status.
  record Page(int status, Body body) implements Service {}

  /// The same, later.
  record Slow(Page page, Duration by) implements Service {}

  /// A redirect.
  record Redirect(String to) implements Service {}

  /// Connects, and then nothing.
  record Silent() implements Service {}

  /// Bytes that are no HTTP.
  record Garbage() implements Service {}

  /// Closes as soon as anything is said.
  record Closing() implements Service {}

  /// No answer to a connection attempt: the queue is full.
  record Dropping() implements Service {}

  /// TLS with a certificate of that kind, then the page.
  record Tls(Certificates.Kind kind, Page page) implements Service {}

  /// What a page holds; made anew for every request.
  @FunctionalInterface
  interface Body {
    String html();
  }
}
