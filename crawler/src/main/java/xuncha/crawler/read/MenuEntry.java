package xuncha.crawler.read;

/// A link of a page's navigation, with its place in the menu.
///
/// @param name what a person reads
/// @param url absolute
/// @param level 1 in the bar itself, 2 in a menu below an entry, …
/// @param parent the entry above, empty at level 1
public record MenuEntry(String name, String url, int level, String parent) {}
