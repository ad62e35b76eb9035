package xuncha.crawler;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.SearchPost;
import xuncha.crawler.read.PageReader;
import xuncha.findings.site.Site;
import xuncha.findings.visit.Artifact;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Gathered;
import xuncha.findings.visit.PageFacts;
import xuncha.findings.visit.SiteColumns;
import xuncha.findings.visit.SitePages;
import xuncha.findings.visit.Source;

/// Brings one more artifact from what the walk found, and from few pages more. It asks through the
/// visit itself, so its pages are in the archive and a replay comes to the same. Stateless.
public interface Inquiry<A extends Artifact> {
  /// What it brings.
  Class<A> brings();

  /// How many pages it may ask for at most.
  int pages();

  /// Looks into it. Blocks; keeps to the deadline of the visit on this thread.
  Gathered<A> into(Ground ground);

  /// What an inquiry stands on.
  interface Ground {
    Site site();

    /// The reference time.
    Instant asOf();

    /// The home page, where it was found.
    PageFacts home();

    SitePages walked();

    SiteColumns columns();

    /// Pages read so far that seem to be ones where people write or are answered, each once.
    List<Opened.Page> talking();

    /// Whether the host of that address belongs to the site's own body.
    boolean sameBody(String url);

    /// Whether that address was opened already, so that opening it costs nothing.
    boolean knows(String url);

    /// How many more pages may be asked for.
    int left();

    /// The page at that address: as read before, else asked for with GET.
    Opened open(String url);

    /// What is learnt by doing something on the page at that address, which was opened before. The
    /// page itself may be asked for once more.
    Deed.Known enact(String url, Deed deed);

    /// The answer that the home page was read from, as it came or as a browser left it.
    Optional<Exchange.Answered> front();

    /// Whether pages can be drawn with their scripts run.
    boolean draws();

    /// What a browser makes of an answer of this visit; costs no page, but drawings are counted
    /// elsewhere.
    ///
    /// @param reason why reading it as it came was not enough
    Sought drawn(Exchange.Answered answer, String reason);

    /// Opens a page of the site's own body whole, always anew; costs a page.
    ///
    /// @param from the page that leads there
    default Sought seek(String url, String from) {
      return seek(url, from, Optional.empty());
    }

    /// Puts a question to a search of the site's own body, always anew; costs a page. Other bodies'
    /// hosts are not asked.
    ///
    /// @param from the page that has the search
    /// @param form what is sent by POST; empty for a GET
    Sought seek(String url, String from, Optional<SearchPost> form);

    /// Why that address does not open, by its headers alone where they tell; empty when it does or
    /// when it was not looked. Costs a page where it was not opened yet.
    Optional<Failure> trouble(String url);

    /// Reads what a browser showed in the end.
    Sought shown(Exchange.Answered answer);
  }

  /// What came of asking for a page anew.
  sealed interface Sought {
    /// A page was read, or data.
    ///
    /// @param read what it says
    /// @param answer the whole of it
    /// @param took the requests together, without waits
    /// @param drawn whether a browser showed it
    record Page(PageReader.Result read, Exchange.Answered answer, Duration took, boolean drawn)
        implements Sought {}

    /// Nothing to read.
    ///
    /// @param status of the last answer, 0 where there was none
    record Nothing(String url, int status, Failure why, Source source) implements Sought {}
  }

  /// What came of opening an address.
  sealed interface Opened {
    /// A page was read.
    ///
    /// @param facts what it says
    /// @param answer the whole of it; empty where nothing on it speaks of writing or answering
    record Page(PageFacts facts, Optional<Exchange.Answered> answer) implements Opened {
      /// Its tree, parsed anew each time.
      public Optional<Document> tree() {
        return answer.map(PageReader::tree);
      }
    }

    /// It could not be read.
    record Unread(String url, Failure why, Source source) implements Opened {}
  }
}
