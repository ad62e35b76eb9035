package xuncha.lab.site;

/// An entry put on top of a column's ordinary ones.
///
/// @param title what it is called
/// @param daysAgo how long before the reference time it is dated; negative for a date to come
/// @param marked whether the list marks it as 置顶
/// @param top whether it stands first; else it stands among the others, second
public record Extra(String title, int daysAgo, boolean marked, boolean top) {}
