package xuncha.crawler.probe.space;

import org.jsoup.nodes.Document;
import xuncha.crawler.read.PageReader;
import xuncha.findings.visit.PageFacts;

/// A page as the person was shown it.
///
/// @param url where it was found
/// @param facts what it says
/// @param tree all of it
/// @param scripted whether scripts bring content to it that is not in it
record Sheet(String url, PageFacts facts, Document tree, boolean scripted) {
  static Sheet of(PageReader.Result read, Document tree) {
    var facts = read.facts();
    return new Sheet(
        facts.finalUrl(),
        facts,
        tree,
        facts.state() == PageFacts.PageState.EMPTY_SHELL || !read.data().isEmpty());
  }

  boolean asksForPassword() {
    return tree.selectFirst("input[type=password]") != null;
  }
}
