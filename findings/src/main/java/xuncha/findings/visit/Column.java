package xuncha.findings.visit;

import java.util.List;
import java.util.Optional;

/// A column (栏目) of the site as its own navigation names it, with what its list holds.
///
/// @param name what the site's navigation calls it
/// @param url the column's page
/// @param kind what it publishes
/// @param confidence how sure the kind is, 0 to 1
/// @param level 1 for a first-level column, 2 for one below, …
/// @param state what was seen there
/// @param items its entries, newest page first, in page order
/// @param notice the sentence that stands in place of content; empty when none
/// @param why why it could not be read; of a list also why entries may be missing from it. Present
///   whenever `state` is `UNREAD`, and else only when it is `LISTED`
/// @param source where its page is archived
public record Column(
    String name,
    String url,
    ColumnKind kind,
    double confidence,
    int level,
    State state,
    List<Item> items,
    String notice,
    Optional<Failure> why,
    Source source) {

  /// What was seen on the column's page.
  public enum State {
    /// A list with entries.
    LISTED,
    /// Other content that is no list to be kept up to date: an introduction, a hub, a service
    /// entry, a list that says it is an archive (已归档).
    CONTENT,
    /// A page whose place for content is empty.
    BLANK,
    /// A page that says 暂无信息, 建设中 or the like and nothing else.
    NOTICE_ONLY,
    /// Could not be read; `why` tells.
    UNREAD
  }

  public Column {
    items = List.copyOf(items);
    if (why.isEmpty() ? state == State.UNREAD : state != State.UNREAD && state != State.LISTED) {
      throw new IllegalArgumentException(
          "a column is unread, or a list not whole, when there is a reason: " + name);
    }
  }

  /// The same column with other entries.
  public Column with(List<Item> others) {
    return new Column(name, url, kind, confidence, level, state, others, notice, why, source);
  }

  /// The same list, of which that may have kept entries from us.
  public Column lacking(Failure reason) {
    return new Column(
        name, url, kind, confidence, level, state, items, notice, Optional.of(reason), source);
  }

  /// The same column, unread for that reason.
  public Column unreadFor(Failure reason) {
    return new Column(
        name,
        url,
        kind,
        confidence,
        level,
        State.UNREAD,
        items,
        notice,
        Optional.of(reason),
        source);
  }

  /// The same column, seen to be something else that could be read.
  public Column as(State other) {
    return new Column(name, url, kind, confidence, level, other, items, notice, why, source);
  }
}
