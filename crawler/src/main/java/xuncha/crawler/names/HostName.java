package xuncha.crawler.names;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A host's name as it goes on the wire: ASCII (RFC 5891 by way of Punycode), lower case, no final
/// dot.
final class HostName {
  /// Letters, digits, hyphens, and the underscore that some bodies' hosts really have.
  private static final Pattern LABEL = Pattern.compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?");

  /// What a browser takes for an IPv4 address and not for a name (WHATWG URL, "ends in a number").
  private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

  private static final int LONGEST = 253;

  private HostName() {}

  /// The name in wire form, empty when `host` is no host name.
  static Optional<String> ascii(String host) {
    var name = toAscii(host).toLowerCase(Locale.ROOT);
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    return valid(name) ? Optional.of(name) : Optional.empty();
  }

  private static String toAscii(String host) {
    try {
      return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException | IndexOutOfBoundsException notAName) {
      return ""; // the JDK's decoder throws the second for some malformed xn-- labels
    }
  }

  private static boolean valid(String name) {
    if (name.isEmpty() || name.length() > LONGEST) {
      return false;
    }
    var labels = name.split("\\.", -1);
    for (var label : labels) {
      if (!LABEL.matcher(label).matches()) {
        return false;
      }
    }
    return !NUMBER.matcher(labels[labels.length - 1]).matches();
  }
}
