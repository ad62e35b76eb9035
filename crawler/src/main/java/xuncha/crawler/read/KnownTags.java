package xuncha.crawler.read;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jsoup.parser.TagSet;

/// The tags that a parser knows, used for one page after the other: a parser with a set of its own
/// makes every tag anew for every page. There are as many sets as pages are parsed at a time. A set
/// to which pages added many tags of their own making is dropped, so memory stays bounded.
final class KnownTags {
  /// Somewhat more than HTML has.
  private static final int MOST = 250;

  private static final Queue<KnownTags> IDLE = new ConcurrentLinkedQueue<>();

  private final TagSet tags = TagSet.Html();
  private int many;

  private KnownTags() {
    tags.onNewTag(_ -> many++);
  }

  /// A parse of one page.
  interface Parse {
    Document by(Parser parser);
  }

  /// Parses as HTML. The tree is for reading, not for writing: whether a tag was written with a
  /// slash at its end is remembered from other pages.
  static Document parse(Parse parse) {
    var idle = IDLE.poll();
    var known = idle == null ? new KnownTags() : idle;
    var page = parse.by(Parser.htmlParser().tagSet(known.tags));
    if (known.many < MOST) {
      IDLE.add(known);
    }
    return page;
  }
}
