package xuncha.crawler.read;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the encoding that a page declares in its own bytes, after the HTML standard's prescan
/// (§13.2.3.2). Unlike it, looks further than 1,024 bytes (a browser's parser honours a late `meta`
/// too, by starting again) and skips scripts, whose strings are no tags to that parser.
final class MetaPrescan {
  private static final int LIMIT = 32 * 1024;
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?\\s*([^\\s\"';,>]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern XML =
      Pattern.compile(
          "^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([^\"']{1,40})[\"']",
          Pattern.CASE_INSENSITIVE);

  /// Bytes as Latin-1, so that positions are bytes.
  private final String page;

  private int at;

  private MetaPrescan(byte[] bytes) {
    page = new String(bytes, 0, Math.min(bytes.length, LIMIT), StandardCharsets.ISO_8859_1);
  }

  /// The encoding's standard name; empty when the bytes declare none that anybody knows.
  static Optional<String> of(byte[] bytes) {
    var scan = new MetaPrescan(bytes);
    return scan.metas().or(scan::xmlDeclaration);
  }

  /// The encoding in a `Content-Type` value, header or meta.
  static Optional<String> inContentType(String value) {
    var found = CHARSET.matcher(value);
    return found.find() ? EncodingLabels.named(found.group(1)) : Optional.empty();
  }

  private Optional<String> xmlDeclaration() {
    var found = XML.matcher(page);
    return found.find()
        ? EncodingLabels.named(found.group(1)).map(MetaPrescan::legible)
        : Optional.empty();
  }

  private Optional<String> metas() {
    while ((at = page.indexOf('<', at)) >= 0 && at < page.length() - 1) {
      if (page.startsWith("<!--", at)) {
        at = after("-->", at + 2);
      } else if (tagIs("meta")) {
        at += 5;
        var found = meta();
        if (found.isPresent()) {
          return found;
        }
      } else if (tagIs("script") || tagIs("style")) {
        at = after(tagIs("script") ? "</script" : "</style", at);
      } else if (tagIs("body")) {
        return Optional.empty();
      } else {
        at = after(">", at + 1);
      }
    }
    return Optional.empty();
  }

  /// Reads the attributes of the `meta` that stands here.
  private Optional<String> meta() {
    var contentType = false;
    var content = "";
    var charset = "";
    for (var pair = attribute(); !pair[0].isEmpty(); pair = attribute()) {
      switch (pair[0]) {
        case "http-equiv" -> contentType = pair[1].strip().equalsIgnoreCase("content-type");
        case "content" -> content = content.isEmpty() ? pair[1] : content;
        case "charset" -> charset = charset.isEmpty() ? pair[1] : charset;
        default -> {}
      }
    }
    var named =
        charset.isEmpty() && contentType
            ? inContentType(content)
            : EncodingLabels.named(charset.strip());
    return named.map(MetaPrescan::legible);
  }

  /// Bytes that could be read as ASCII so far cannot be UTF-16 (the standard's step 15).
  private static String legible(String name) {
    return name.startsWith("UTF-16") ? "UTF-8" : name;
  }

  /// The next attribute of the tag that stands here: name in lower case and value; an empty name at
  /// the tag's end.
  private String[] attribute() {
    while (at < page.length() && (isSpace(page.charAt(at)) || page.charAt(at) == '/')) {
      at++;
    }
    var start = at;
    while (at < page.length() && !isSpace(page.charAt(at)) && "/>=".indexOf(page.charAt(at)) < 0) {
      at++;
    }
    var name = page.substring(start, at).toLowerCase(Locale.ROOT);
    while (at < page.length() && isSpace(page.charAt(at))) {
      at++;
    }
    if (at >= page.length() || page.charAt(at) != '=' || name.isEmpty()) {
      at = name.isEmpty() ? at + 1 : at;
      return new String[] {name, ""};
    }
    at++;
    return new String[] {name, value()};
  }

  private String value() {
    while (at < page.length() && isSpace(page.charAt(at))) {
      at++;
    }
    if (at >= page.length()) {
      return "";
    }
    var quote = page.charAt(at);
    if (quote == '"' || quote == '\'') {
      var end = page.indexOf(quote, at + 1);
      var value = page.substring(at + 1, end < 0 ? page.length() : end);
      at = end < 0 ? page.length() : end + 1;
      return value;
    }
    var start = at;
    while (at < page.length() && !isSpace(page.charAt(at)) && page.charAt(at) != '>') {
      at++;
    }
    return page.substring(start, at);
  }

  private boolean tagIs(String name) {
    var end = at + 1 + name.length();
    return page.regionMatches(true, at + 1, name, 0, name.length())
        && end < page.length()
        && (isSpace(page.charAt(end)) || page.charAt(end) == '/' || page.charAt(end) == '>');
  }

  private int after(String mark, int from) {
    var first = mark.charAt(0);
    for (var i = page.indexOf(first, from); i >= 0; i = page.indexOf(first, i + 1)) {
      if (page.regionMatches(true, i, mark, 0, mark.length())) {
        return i + mark.length();
      }
    }
    return page.length();
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }
}
