package xuncha.lab.system;

/// A page being written.
final class Sheet {
  private final StringBuilder out = new StringBuilder(16_384);

  /// Adds text as it stands.
  Sheet raw(String text) {
    out.append(text);
    return this;
  }

  /// Adds text in which each `{}` stands for the next value.
  Sheet put(String text, Object... values) {
    var from = 0;
    for (var value : values) {
      var hole = text.indexOf("{}", from);
      if (hole < 0) {
        throw new IllegalArgumentException("more values than holes: " + text);
      }
      out.append(text, from, hole).append(value);
      from = hole + 2;
    }
    out.append(text, from, text.length());
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
