package xuncha.lab.http;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// A request as it came.
///
/// @param secure whether over TLS
/// @param method `GET`, `HEAD`, `POST`, …
/// @param host the Host header in lower case without port
/// @param path the path without query, undecoded
/// @param query what follows `?`, empty when nothing does
/// @param headers names in lower case
/// @param body what was sent, cut at a bound
@SuppressWarnings("ArrayRecordComponent") // bytes as they came; nobody compares requests
public record Request(
    boolean secure,
    String method,
    String host,
    String path,
    String query,
    Map<String, String> headers,
    byte[] body) {

  /// A header's value, empty when it is missing.
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /// The address that was asked for, as a browser shows it.
  public String url() {
    return (secure ? "https://" : "http://") + host + path + (query.isEmpty() ? "" : "?" + query);
  }

  /// Path and query as received.
  public String target() {
    return query.isEmpty() ? path : path + "?" + query;
  }

  /// A parameter of the query, or of a form that was sent, decoded as UTF-8.
  public Optional<String> parameter(String name) {
    return parameter(name, StandardCharsets.UTF_8);
  }

  /// The same for a site in another charset.
  public Optional<String> parameter(String name, Charset charset) {
    return parameterOf(query, name, charset)
        .or(() -> parameterOf(new String(body, StandardCharsets.ISO_8859_1), name, charset));
  }

  private static Optional<String> parameterOf(String pairs, String name, Charset charset) {
    for (var pair : pairs.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        try {
          return Optional.of(URLDecoder.decode(pair.substring(name.length() + 1), charset));
        } catch (IllegalArgumentException badEscape) {
          return Optional.of(pair.substring(name.length() + 1));
        }
      }
    }
    return Optional.empty();
  }
}
