package xuncha.crawler.probe.search;

import java.util.Optional;
import xuncha.crawler.Inquiry.Sought;
import xuncha.crawler.probe.search.SearchBox.Option;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.SearchTrial.Kind;
import xuncha.findings.visit.Source;

/// A question that was put, and what came.
///
/// @param item the thing asked for; empty for nonsense
/// @param chosen the column that was chosen for it
/// @param sheet what the page of results holds; empty where none came
/// @param page the page itself; empty where none came
/// @param why why none came
record Put(
    Kind kind,
    String words,
    Optional<KnownItem> item,
    Optional<Option> chosen,
    Optional<ResultSheet> sheet,
    Optional<Sought.Page> page,
    Optional<Failure> why,
    int status,
    long tookMs,
    Source source) {
  /// For comparing pages.
  Optional<Layout.Asked> asked() {
    return sheet.map(one -> new Layout.Asked(words, item, one));
  }
}
