package xuncha.lab.site;

/// What a column's page holds.
public enum Shape {
  /// A list of entries.
  LIST,
  /// A list that only a script fetches.
  SCRIPTED,
  /// The people at the head, without any list.
  LEADERS,
  /// A text.
  TEXT,
  /// Only ways on to other columns.
  HUB,
  /// The place for entries is there and empty.
  EMPTY,
  /// A sentence stands where entries should.
  NOTICE,
  /// The navigation leads to another body's site.
  ELSEWHERE;

  /// Whether its entries, if any, carry dates that a visitor can see.
  public boolean listed() {
    return this == LIST || this == SCRIPTED;
  }
}
