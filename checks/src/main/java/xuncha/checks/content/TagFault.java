package xuncha.checks.content;

import java.util.Set;

/// One tag of a page that is missing or wrong.
///
/// @param name the tag as the standard writes it
/// @param fault what is wrong
/// @param value what the page has, empty when the tag is missing
/// @param expected what it should have, empty where nobody can say
record TagFault(String name, Fault fault, String value, String expected) {
  /// What can be wrong with a tag.
  enum Fault {
    /// No tag of that name, letters' case disregarded.
    MISSING("缺失", "missing"),
    /// Empty, or the word `null`.
    EMPTY("为空", "empty"),
    /// A template's own mark that nobody filled in.
    TEMPLATE("为模板残留", "left over from the template"),
    /// Names another site.
    FOREIGN("与本站不符", "of another site"),
    /// A domain written with its scheme.
    SCHEME("不应带协议名", "should have no scheme"),
    /// A day on which the page cannot have been published.
    IMPOSSIBLE("日期不可能", "with an impossible date"),
    /// Not the prescribed form.
    FORM("格式不符", "not in the prescribed form");

    private final String zh;
    private final String en;

    Fault(String zh, String en) {
      this.zh = zh;
      this.en = en;
    }
  }

  /// Faults of form, which G-23 lists as cases for a lint: worth a notice.
  private static final Set<Fault> SLIGHT = Set.of(Fault.SCHEME, Fault.FORM);

  boolean slight() {
    return SLIGHT.contains(fault);
  }

  String zh() {
    return name + fault.zh + (expected.isEmpty() ? "" : "（现为%s，应为%s）".formatted(value, expected));
  }

  String en() {
    return name
        + " "
        + fault.en
        + (expected.isEmpty() ? "" : " (%s instead of %s)".formatted(value, expected));
  }
}
