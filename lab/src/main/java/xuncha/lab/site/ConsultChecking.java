package xuncha.lab.site;

/// What a form's own scripts do with what is written into it.
///
/// @param kind how they tell
/// @param least characters; what is shorter is refused
/// @param most characters, 0 for any number
public record ConsultChecking(Kind kind, int least, int most) {
  /// How a form's scripts tell that a text is not to their liking.
  public enum Kind {
    /// No scripts at all.
    NONE,
    /// Scripts that want every field filled in, and nothing else.
    FILLED,
    /// A box, one fault after the other.
    BOX,
    /// A layer that goes again after three seconds.
    LAYER,
    /// A line under the field, when it is left.
    LINE,
    /// A button that stays grey.
    BUTTON,
    /// A number of characters that are still missing, and no word.
    COUNT,
    /// A box, once the rules are agreed to, a category is chosen and the telephone number is one.
    ORDER,
    /// The code is checked with the server first.
    CODE_FIRST,
    /// Only the server looks at the text.
    SERVER,
    /// What is too long is cut off.
    CUT
  }

  public static final ConsultChecking NONE = new ConsultChecking(Kind.NONE, 0, 0);

  public boolean scripted() {
    return kind != Kind.NONE;
  }
}
