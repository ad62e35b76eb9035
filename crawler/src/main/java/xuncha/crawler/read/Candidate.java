package xuncha.crawler.read;

import xuncha.findings.visit.ColumnKind;

/// What may be a column, before its page was seen.
///
/// @param name what the site's own navigation calls it
/// @param url absolute
/// @param kind what it seems to publish
/// @param confidence how sure the kind is, 0 to 1
/// @param level 1 for a first-level column, 2 for one below, …
/// @param parent the name of the section above it, empty for the first level
public record Candidate(
    String name, String url, ColumnKind kind, double confidence, int level, String parent) {}
