package xuncha.crawler.archive;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.Exchange.Header;
import xuncha.crawler.fetch.WebAddress;

/// The head of a stored HTTP message: written as HTTP/1.1 whatever was spoken, read with patience
/// for whatever other programs write.
///
/// @param status the status of a response, 0 where the line is not one
/// @param headers in order
/// @param length how many bytes the head takes, the empty line included
record HttpHead(int status, List<Header> headers, int length) {
  private static final Pattern STATUS =
      Pattern.compile("HTTP/\\d(?:\\.\\d)?\\s+(\\d{3})(?:\\s.*)?");

  /// No server sends more, and no reader should take more.
  private static final int LONGEST = 1 << 18;

  /// Headers that are about the way and not about the bytes as kept.
  private static final Set<String> TRANSFER =
      Set.of("content-encoding", "transfer-encoding", "content-length");

  HttpHead {
    headers = List.copyOf(headers);
  }

  /// The head to be written before the entity body as it was taken, content coding removed.
  static byte[] of(Exchange.Answered answer) {
    var head = new StringBuilder("HTTP/1.1 ").append(answer.status()).append(" \r\n");
    for (var header : answer.headers()) {
      var name = header.name();
      line(head, TRANSFER.contains(lower(name)) ? Fields.ORIGINAL + name : name, header.value());
    }
    line(head, "Content-Length", String.valueOf(answer.body().length()));
    return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  /// The head of the request that was made.
  static byte[] of(Ask ask) {
    var address = WebAddress.of(ask.url());
    var target = address.map(HttpHead::target).orElse(ask.url());
    var head = new StringBuilder(ask.method()).append(' ').append(target).append(" HTTP/1.1\r\n");
    line(head, "Host", address.map(WebAddress::host).orElse(""));
    ask.headers().forEach((name, value) -> line(head, name, value));
    return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  /// Reads a head; empty when the bytes do not begin with one.
  static Optional<HttpHead> parse(byte[] block) {
    var end = end(block);
    if (end < 0) {
      return Optional.empty();
    }
    var lines = new String(block, 0, end, StandardCharsets.UTF_8).split("\r?\n", -1);
    var status = STATUS.matcher(lines[0].strip());
    var headers = new ArrayList<Header>();
    for (var i = 1; i < lines.length; i++) {
      var colon = lines[i].indexOf(':');
      if (colon > 0) {
        headers.add(
            new Header(
                lines[i].substring(0, colon).strip(), lines[i].substring(colon + 1).strip()));
      }
    }
    return Optional.of(
        new HttpHead(status.matches() ? Integer.parseInt(status.group(1)) : 0, headers, end));
  }

  /// The first header of that name.
  Optional<String> header(String name) {
    return values(name).stream().findFirst();
  }

  /// The values of all headers of that name, in order.
  List<String> values(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  /// The headers as they came over the wire, where this head was written by us.
  List<Header> original() {
    var length = headers.size() - 1; // the last one is ours
    return headers.stream()
        .limit(Math.max(length, 0))
        .map(header ->
            lower(header.name()).startsWith(lower(Fields.ORIGINAL))
                ? new Header(header.name().substring(Fields.ORIGINAL.length()), header.value())
                : header)
        .toList();
  }

  private static int end(byte[] block) {
    for (var i = 0; i < Math.min(block.length, LONGEST); i++) {
      if (block[i] == '\n') {
        if (i + 1 < block.length && block[i + 1] == '\n') {
          return i + 2;
        }
        if (i + 2 < block.length && block[i + 1] == '\r' && block[i + 2] == '\n') {
          return i + 3;
        }
        if (i + 1 == block.length) {
          return i + 1; // nothing but a head, its empty line lost
        }
      }
    }
    return -1;
  }

  private static String target(WebAddress address) {
    return address.url().substring(address.url().indexOf('/', "https://".length()));
  }

  private static void line(StringBuilder head, String name, String value) {
    head.append(clean(name)).append(": ").append(clean(value)).append("\r\n");
  }

  /// A line break in a value would make another header of it.
  private static String clean(String text) {
    return oneLine(text).strip();
  }

  /// A value without line breaks and zeros, as header fields have it.
  static String oneLine(String value) {
    return value.replace('\r', ' ').replace('\n', ' ').replace('\0', ' ');
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
