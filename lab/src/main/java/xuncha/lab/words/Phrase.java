package xuncha.lab.words;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A sentence with `{slots}`, cut apart once.
///
/// @param parts literal text at even places, names of slots at odd ones
record Phrase(List<String> parts) {
  static Phrase of(String text) {
    var parts = new ArrayList<String>();
    var from = 0;
    for (var open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      var close = text.indexOf('}', open);
      parts.add(text.substring(from, open));
      parts.add(text.substring(open + 1, close));
      from = close + 1;
    }
    parts.add(text.substring(from));
    return new Phrase(List.copyOf(parts));
  }

  void say(StringBuilder out, Function<String, String> slots) {
    for (var i = 0; i < parts.size(); i++) {
      out.append(i % 2 == 0 ? parts.get(i) : slots.apply(parts.get(i)));
    }
  }
}
