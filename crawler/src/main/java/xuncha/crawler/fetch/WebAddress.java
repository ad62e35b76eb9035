package xuncha.crawler.fetch;

import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// An http or https address as a browser would send it: the host in ASCII, odd characters in path
/// and query encoded in UTF-8, dots resolved, no fragment.
///
/// @param url the whole of it
/// @param host in ASCII lower case; an IPv6 literal without brackets
/// @param port the explicit or the scheme's
/// @param path encoded, begins with `/`
public record WebAddress(String url, String host, int port, String path) {
  /// Beyond this no server answers, and no page is meant.
  private static final int LONGEST = 8_000;

  /// Reads an address; empty when it is none, or of another scheme.
  public static Optional<WebAddress> of(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    var plain = PlainAddress.in(text);
    return plain.isPresent() ? plain : from(HttpUrl.parse(text));
  }

  /// How an address is written here, so that it is known again; as it is when it is none.
  public static String spelled(String text) {
    return of(text).map(WebAddress::url).orElse(text);
  }

  /// The host of an address, empty when it is none.
  public static String hostOf(String text) {
    return of(text).map(WebAddress::host).orElse("");
  }

  /// Reads what a page at `base` or its redirect points to.
  public static Optional<WebAddress> resolve(String base, String reference) {
    var from = HttpUrl.parse(base);
    return from == null || reference.length() > LONGEST
        ? Optional.empty()
        : from(from.resolve(reference));
  }

  private static Optional<WebAddress> from(@Nullable HttpUrl parsed) {
    if (parsed == null) {
      return Optional.empty();
    }
    var bare = parsed.newBuilder().fragment(null).username("").password("").build();
    var url = bare.toString();
    // Mapped from Unicode, a host may hold signs that no host has.
    return bare.host().contains("xn--") && HttpUrl.parse(url) == null
        ? Optional.empty()
        : Optional.of(new WebAddress(url, bare.host(), bare.port(), bare.encodedPath()));
  }
}
