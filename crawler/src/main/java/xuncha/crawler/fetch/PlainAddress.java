package xuncha.crawler.fetch;

import java.util.Optional;

/// Tells addresses that are as a browser would send them already, which most are that we meet: they
/// come from our own reader, and each is asked about many times. What is in any way odd is left to
/// the full parser, so that both always agree.
final class PlainAddress {
  private static final String PATH_SIGNS = "/-._~!$&()*+,;=:@";
  private static final String QUERY_SIGNS = PATH_SIGNS + "?";

  private static final int LONGEST_HOST = 253;

  private PlainAddress() {}

  /// The parts of a plain address; empty when it is not plain, which says nothing against it.
  static Optional<WebAddress> in(String text) {
    var secure = text.startsWith("https://");
    if (!secure && !text.startsWith("http://")) {
      return Optional.empty();
    }
    var hostStart = secure ? 8 : 7;
    var slash = text.indexOf('/', hostStart);
    if (slash < 0 || slash - hostStart > LONGEST_HOST || !isHost(text, hostStart, slash)) {
      return Optional.empty();
    }
    var question = text.indexOf('?', slash);
    var pathEnd = question < 0 ? text.length() : question;
    if (!consistsOf(PATH_SIGNS, text, slash, pathEnd)
        || hasDots(text, slash, pathEnd)
        || (question >= 0 && !consistsOf(QUERY_SIGNS, text, question + 1, text.length()))) {
      return Optional.empty();
    }
    return Optional.of(
        new WebAddress(
            text,
            text.substring(hostStart, slash),
            secure ? 443 : 80,
            text.substring(slash, pathEnd)));
  }

  /// Labels of small letters, digits and inner hyphens; the last begins with a letter, so that it
  /// is no IP address; none is encoded.
  private static boolean isHost(String text, int start, int end) {
    var label = start;
    for (var i = start; i < end; i++) {
      var c = text.charAt(i);
      if (c == '.') {
        if (!isLabel(text, label, i)) {
          return false;
        }
        label = i + 1;
      } else if (!isSmallLetter(c) && !isDigit(c) && c != '-') {
        return false;
      }
    }
    return label > start && isLabel(text, label, end) && isSmallLetter(text.charAt(label));
  }

  private static boolean isLabel(String text, int start, int end) {
    return end > start
        && end - start < 64
        && text.charAt(start) != '-'
        && text.charAt(end - 1) != '-'
        && !text.startsWith("xn--", start);
  }

  private static boolean consistsOf(String signs, String text, int start, int end) {
    for (var i = start; i < end; i++) {
      var c = text.charAt(i);
      var plain = isSmallLetter(c) || isDigit(c) || (c >= 'A' && c <= 'Z') || signs.indexOf(c) >= 0;
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  /// Whether a step of the path may lead up or nowhere.
  private static boolean hasDots(String text, int start, int end) {
    var dots = text.indexOf("/.", start);
    return dots >= 0 && dots < end;
  }

  private static boolean isSmallLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
