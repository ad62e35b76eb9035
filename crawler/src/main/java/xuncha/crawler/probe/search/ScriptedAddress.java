package xuncha.crawler.probe.search;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The addresses that scripts put together from words typed: a literal that looks like the
/// beginning of an address, and what is added to it. Read without running anything; whether it is
/// right shows when it is asked.
final class ScriptedAddress {
  private static final int MOST = 6;
  private static final int LONGEST_CODE = 400_000;
  private static final int LONGEST_CHAIN = 600;

  private static final Pattern START =
      Pattern.compile("([\"'`])((?:https?:)?(?:[./]|\\w+[./?])[^\"'`\\s<>]{0,300})(\\1|\\$\\{)");
  private static final Pattern VARIABLE =
      Pattern.compile(
          "(?:\\bvar\\s+|\\blet\\s+|\\bconst\\s+|[,;{\\s])([A-Za-z_$][\\w$]*)\\s*[=:]\\s*(?:\"([^\"\\n]{0,200})\"|'([^'\\n]{0,200})'|(\\d{1,15}))\\s*(?=[;,\\n}])");
  private static final Pattern TYPED =
      Pattern.compile(
          "(?:\\bvar\\s+|\\blet\\s+|\\bconst\\s+|[,;{\\s(])([A-Za-z_$][\\w$]*)\\s*=\\s*([^;\\n]{0,160}?(?:\\.value\\b|\\.val\\s*\\(\\s*\\))[^;\\n]{0,60})");
  private static final Pattern ENCODES =
      Pattern.compile("encodeURI(?:Component)?\\s*\\(|\\bescape\\s*\\(");
  private static final Pattern IDENTIFIER =
      Pattern.compile("[A-Za-z_$][\\w$]*(?:\\.[A-Za-z_$][\\w$]*)*");

  private final Map<String, String> constants = new HashMap<>();
  private final Map<String, String> typed = new HashMap<>();
  private final Map<String, Found> found = new LinkedHashMap<>();

  /// An address with a place for the words.
  ///
  /// @param written as in the script, relative perhaps, with [SearchBox#WORDS] in it
  /// @param encodings how often the script encodes the words; 0 leaves that to the browser
  record Found(String written, int encodings) {
    Sending.Writing writing(Charset page) {
      return encodings == 0
          ? new Sending.Writing(page, 1)
          : new Sending.Writing(java.nio.charset.StandardCharsets.UTF_8, encodings);
    }
  }

  private ScriptedAddress() {}

  /// The addresses in that code, in its order.
  ///
  /// @param code the scripts that may put the address together
  /// @param around all scripts of the page, for what variables stand for
  static List<Found> in(String code, String around) {
    var reading = new ScriptedAddress();
    reading.learn(shortened(around));
    reading.learn(shortened(code));
    reading.chains(shortened(code));
    return reading.found.values().stream().limit(MOST).toList();
  }

  private static String shortened(String code) {
    return code.length() > LONGEST_CODE ? code.substring(0, LONGEST_CODE) : code;
  }

  private void learn(String code) {
    var variable = VARIABLE.matcher(code);
    while (variable.find() && constants.size() < 500) {
      var text = variable.group(2) != null ? variable.group(2) : variable.group(3);
      constants.put(variable.group(1), text != null ? text : variable.group(4));
    }
    var value = TYPED.matcher(code);
    while (value.find() && typed.size() < 100) {
      typed.put(value.group(1), value.group(2));
    }
  }

  private void chains(String code) {
    var start = START.matcher(code);
    var from = 0;
    while (found.size() < MOST * 2 && start.find(from)) {
      from = start.end();
      if (looksLikeAddress(start.group(2))) {
        var chain =
            start.group(3).equals("${")
                ? template(code, start.start() + 1)
                : sum(code, start.start());
        chain.ifPresent(one -> found.putIfAbsent(one.written(), one));
      }
    }
  }

  private static boolean looksLikeAddress(String literal) {
    return (literal.indexOf('/') >= 0 || literal.indexOf('?') >= 0)
        && !literal.matches(".*\\.(?:js|css|png|jpe?g|gif|svg|ico)(?:\\?.*)?$")
        && !literal.startsWith("./image");
  }

  /// `'/search?q=' + encodeURIComponent(v) + '&page=1'`
  private Optional<Found> sum(String code, int from) {
    var chain = new Chain();
    var at = from;
    var end = Math.min(code.length(), from + LONGEST_CHAIN);
    while (at < end) {
      var term = term(code, at, end);
      if (term.isEmpty()) {
        break;
      }
      chain.add(term.strip());
      at += term.length();
      if (at >= end || code.charAt(at) != '+') {
        break;
      }
      at++;
    }
    return chain.found();
  }

  /// Up to the next plus, or whatever ends the expression.
  private static String term(String code, int from, int end) {
    var depth = 0;
    var quote = '\0';
    for (var at = from; at < end; at++) {
      var c = code.charAt(at);
      if (quote != '\0') {
        if (c == quote && code.charAt(at - 1) != '\\') {
          quote = '\0';
        }
      } else if (c == '"' || c == '\'' || c == '`') {
        quote = c;
      } else if (c == '(' || c == '[') {
        depth++;
      } else if ((c == ')' || c == ']') && depth > 0) {
        depth--;
      } else if (depth == 0
          && (c == '+' || c == ';' || c == ',' || c == ')' || c == '}' || c == ':')) {
        return code.substring(from, at);
      } else if (depth == 0 && c == '\n' && ends(code, from, at, end)) {
        return code.substring(from, at);
      }
    }
    return code.substring(from, end);
  }

  /// A line's end ends the expression unless a plus goes on with it.
  private static boolean ends(String code, int from, int at, int end) {
    if (code.substring(from, at).isBlank()) {
      return false;
    }
    var next = at;
    while (next < end && Character.isWhitespace(code.charAt(next))) {
      next++;
    }
    return next >= end || code.charAt(next) != '+';
  }

  /// `/search?q=${encodeURIComponent(v)}`
  private Optional<Found> template(String code, int from) {
    var chain = new Chain();
    var close = code.indexOf('`', from);
    if (close < 0 || close - from > LONGEST_CHAIN) {
      return Optional.empty();
    }
    var text = code.substring(from, close);
    var at = 0;
    for (var open = text.indexOf("${"); open >= 0; open = text.indexOf("${", at)) {
      var shut = text.indexOf('}', open);
      if (shut < 0) {
        return Optional.empty();
      }
      chain.literal(text.substring(at, open));
      chain.add(text.substring(open + 2, shut).strip());
      at = shut + 1;
    }
    chain.literal(text.substring(at));
    return chain.found();
  }

  /// An address growing term by term.
  private final class Chain {
    private final StringBuilder written = new StringBuilder();
    private int encodings;
    private int unknown;
    private int words;

    void literal(String text) {
      written.append(text);
    }

    void add(String term) {
      if (term.length() >= 2
          && "\"'`".indexOf(term.charAt(0)) >= 0
          && term.charAt(term.length() - 1) == term.charAt(0)) {
        written.append(term, 1, term.length() - 1);
        return;
      }
      var value = constant(term);
      if (value != null) {
        written.append(value);
      } else if (isTyped(term)) {
        place(term);
        words++;
      } else {
        unknown++;
        if (words == 0 && afterParameter()) {
          place(term);
        }
      }
    }

    private void place(String term) {
      if (written.indexOf(SearchBox.WORDS) < 0) {
        written.append(SearchBox.WORDS);
        encodings = encodings(term);
      }
    }

    private boolean afterParameter() {
      return !written.isEmpty()
          && (written.charAt(written.length() - 1) == '='
              || written.charAt(written.length() - 1) == '/');
    }

    private int encodings(String term) {
      var own = count(term);
      var behind = typed.getOrDefault(term.replaceAll("\\s", ""), "");
      return Math.min(2, own + count(behind));
    }

    private int count(String expression) {
      return (int) ENCODES.matcher(expression).results().count();
    }

    Optional<Found> found() {
      return written.indexOf(SearchBox.WORDS) > 0 && unknown <= 1
          ? Optional.of(new Found(written.toString(), encodings))
          : Optional.empty();
    }
  }

  private @Nullable String constant(String term) {
    if (!IDENTIFIER.matcher(term).matches() || typed.containsKey(term)) {
      return null;
    }
    return constants.get(term.substring(term.lastIndexOf('.') + 1));
  }

  private boolean isTyped(String term) {
    if (term.contains(".value") || term.contains(".val(")) {
      return true;
    }
    var names = IDENTIFIER.matcher(term);
    while (names.find()) {
      if (typed.containsKey(names.group())) {
        return true;
      }
    }
    return false;
  }

  /// The functions of those names, as far as they stand in the code.
  static String functions(String code, List<String> names) {
    var bodies = new ArrayList<String>();
    for (var name : names) {
      var quoted = Pattern.quote(name);
      var head =
          Pattern.compile(
                  "function\\s+"
                      + quoted
                      + "\\s*\\(|\\b"
                      + quoted
                      + "\\s*[=:]\\s*(?:async\\s*)?(?:function\\b|\\([^)]{0,80}\\)\\s*=>|\\w+\\s*=>)")
              .matcher(code);
      if (head.find()) {
        bodies.add(block(code, head.start()));
      }
    }
    return String.join("\n", bodies);
  }

  /// From there to the brace that closes the first one.
  static String block(String code, int from) {
    var depth = 0;
    for (var at = from; at < Math.min(code.length(), from + 6_000); at++) {
      var c = code.charAt(at);
      if (c == '{') {
        depth++;
      } else if (c == '}' && --depth <= 0) {
        return code.substring(from, at + 1);
      }
    }
    return code.substring(from, Math.min(code.length(), from + 1_500));
  }
}
