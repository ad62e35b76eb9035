package xuncha.crawler.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Locale;

/// Addresses as a page writes them into absolute ones, as a browser would: no fragment, backslashes
/// and stray spaces mended, characters outside ASCII percent-encoded (the query in the page's own
/// encoding). Faster and more forgiving than `java.net.URI`, which refuses what browsers open.
final class Addresses {
  private static final int LONGEST = 2000;

  private final String scheme;
  private final String origin;
  private final String path;
  private final String document;
  private final Charset charset;

  /// @param base the page's address or its `base href`, absolute
  /// @param charset the page's encoding, used for queries
  Addresses(String base, Charset charset) {
    var colon = base.indexOf("://");
    scheme = colon < 0 ? "http" : base.substring(0, colon).toLowerCase(Locale.ROOT);
    var start = colon < 0 ? 0 : colon + 3;
    var end = endOf(base, start, "/?#");
    origin = scheme + "://" + authority(base.substring(start, end), scheme);
    var pathEnd = endOf(base, end, "?#");
    path = base.substring(end, pathEnd).isEmpty() ? "/" : base.substring(end, pathEnd);
    document = origin + path;
    this.charset =
        charset.equals(StandardCharsets.UTF_16LE) || charset.equals(StandardCharsets.UTF_16BE)
            ? StandardCharsets.UTF_8
            : charset;
  }

  /// The absolute http or https address that `written` means here; empty for scripts, mail, phone
  /// numbers, data, bare fragments, template residue and anything else that no request can fetch.
  String absolute(String written) {
    var href = isPlain(written) ? written : bare(tidy(written));
    if (href.isEmpty() || href.length() > LONGEST) {
      return "";
    }
    if (isWithin(href)) {
      return href;
    }
    var colon = schemeEnd(href);
    if (colon > 0) {
      var its = href.substring(0, colon).toLowerCase(Locale.ROOT);
      if (!its.equals("http") && !its.equals("https")) {
        return "";
      }
      var rest = href.substring(colon + 1);
      if (rest.startsWith("//")) {
        return withAuthority(its, afterSlashes(rest));
      }
      href = rest;
    }
    if (href.startsWith("//")) {
      return withAuthority(scheme, afterSlashes(href));
    }
    return relative(href);
  }

  /// The host of an absolute address, in lower case, without port; empty when there is none.
  static String host(String url) {
    var colon = url.indexOf("://");
    if (colon < 0) {
      return "";
    }
    var end = endOf(url, colon + 3, "/?#");
    var authority =
        url.substring(
            url.lastIndexOf('@', end) > colon ? url.lastIndexOf('@', end) + 1 : colon + 3, end);
    var port = authority.lastIndexOf(':');
    return (port > authority.lastIndexOf(']') ? authority.substring(0, port) : authority)
        .toLowerCase(Locale.ROOT);
  }

  /// Path and query of an absolute address.
  static String path(String url) {
    var colon = url.indexOf("://");
    var slash = url.indexOf('/', colon < 0 ? 0 : colon + 3);
    return slash < 0 ? "/" : url.substring(slash);
  }

  /// Whether it is an address of the same origin that stands as it is asked for.
  private boolean isWithin(String href) {
    var end = origin.length();
    return href.length() > end
        && href.charAt(end) == '/'
        && href.startsWith(origin)
        && !href.contains("/.")
        && firstUnsafe(href) < 0;
  }

  private String relative(String href) {
    if (href.isEmpty()) {
      return "";
    }
    if (href.charAt(0) == '?') {
      return document + encode(href, true);
    }
    var question = href.indexOf('?');
    var its = question < 0 ? href : href.substring(0, question);
    var query = question < 0 ? "" : href.substring(question);
    var whole = its.charAt(0) == '/' ? its : path.substring(0, path.lastIndexOf('/') + 1) + its;
    var absolute = origin.concat(encode(dotless(whole), false));
    return query.isEmpty() ? absolute : absolute.concat(encode(query, true));
  }

  private String withAuthority(String its, String rest) {
    var end = endOf(rest, 0, "/?");
    var host = authority(rest.substring(0, end), its);
    if (host.isEmpty() || host.indexOf(' ') >= 0 || host.indexOf('%') >= 0) {
      return "";
    }
    var question = rest.indexOf('?', end);
    var its1 = rest.substring(end, question < 0 ? rest.length() : question);
    var query = question < 0 ? "" : rest.substring(question);
    return its
        + "://"
        + host
        + encode(its1.isEmpty() ? "/" : dotless(its1), false)
        + encode(query, true);
  }

  private static String afterSlashes(String rest) {
    var start = 0;
    while (start < rest.length() && rest.charAt(start) == '/') {
      start++;
    }
    return rest.substring(start);
  }

  private static String authority(String written, String scheme) {
    var host = written.substring(written.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    var normal = scheme.equals("https") ? ":443" : ":80";
    return host.endsWith(normal) ? host.substring(0, host.length() - normal.length()) : host;
  }

  /// Whether there is nothing to mend, as in most addresses: looked at once, not sign by sign.
  private static boolean isPlain(String written) {
    for (var i = 0; i < written.length(); i++) {
      var c = written.charAt(i);
      if (c <= ' ' || c > '~' || "#$<\\{".indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }

  /// Without its fragment; nothing where a template was not filled in, or where there is nothing
  /// but a fragment.
  private static String bare(String tidy) {
    var hash = tidy.indexOf('#');
    var href = hash < 0 ? tidy : tidy.substring(0, hash);
    return href.contains("${") || href.contains("{{") || href.contains("<%") ? "" : href;
  }

  /// Without the white space that browsers drop; backslashes before the query become slashes.
  private static String tidy(String written) {
    var href = written.strip();
    var clean = true;
    for (var i = 0; i < href.length() && clean; i++) {
      var c = href.charAt(i);
      clean = c != '\\' && c > ' ';
    }
    if (clean) {
      return href;
    }
    var tidy = new StringBuilder(href.length());
    var query = false;
    for (var i = 0; i < href.length(); i++) {
      var c = href.charAt(i);
      query |= c == '?';
      if (c >= ' ') {
        tidy.append(c == '\\' && !query ? '/' : c);
      }
    }
    return tidy.toString();
  }

  private static int schemeEnd(String href) {
    for (var i = 0; i < href.length(); i++) {
      var c = href.charAt(i);
      if (c == ':') {
        return i;
      }
      var letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      var later = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (!letter && !(i > 0 && later)) {
        return -1;
      }
    }
    return -1;
  }

  private static String dotless(String path) {
    if (!path.contains("/.")) {
      return path;
    }
    var kept = new ArrayDeque<String>();
    var parts = path.split("/", -1);
    for (var i = 1; i < parts.length; i++) {
      var last = i == parts.length - 1;
      switch (parts[i]) {
        case "." -> {
          if (last) {
            kept.add("");
          }
        }
        case ".." -> {
          kept.pollLast();
          if (last) {
            kept.add("");
          }
        }
        default -> kept.add(parts[i]);
      }
    }
    return "/" + String.join("/", kept);
  }

  private String encode(String part, boolean query) {
    var from = firstUnsafe(part);
    if (from < 0) {
      return part;
    }
    var encoded = new StringBuilder(part.length() + 32).append(part, 0, from);
    for (var i = from; i < part.length(); ) {
      var point = part.codePointAt(i);
      var size = Character.charCount(point);
      if (unsafe(part.charAt(i))) {
        for (var b :
            part.substring(i, i + size).getBytes(query ? charset : StandardCharsets.UTF_8)) {
          encoded.append('%').append(hex(b >> 4)).append(hex(b));
        }
      } else {
        encoded.append(part.charAt(i));
      }
      i += size;
    }
    return encoded.toString();
  }

  private static char hex(int nibble) {
    return "0123456789ABCDEF".charAt(nibble & 15);
  }

  private static int firstUnsafe(String part) {
    for (var i = 0; i < part.length(); i++) {
      if (unsafe(part.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean unsafe(char c) {
    return c <= ' ' || c > '~' || c == '"' || c == '<' || c == '>' || c == '`';
  }

  private static int endOf(String text, int from, String marks) {
    for (var i = from; i < text.length(); i++) {
      if (marks.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }
}
