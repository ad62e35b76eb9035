package xuncha.crawler;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xuncha.crawler.Inquiry.Ground;
import xuncha.crawler.Inquiry.Opened;
import xuncha.crawler.Inquiry.Sought;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Ask.Why;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.SearchPost;
import xuncha.crawler.fetch.WebAddress;
import xuncha.findings.site.Site;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.PageFacts;
import xuncha.findings.visit.SiteColumns;
import xuncha.findings.visit.SitePages;
import xuncha.findings.visit.Source;

/// The ground of one inquiry: what the walk brought, and an allowance of pages of its own.
final class Allotment implements Ground {
  /// Enough of an answer to see that it is one.
  private static final long GLANCE = 1 << 16;

  private final Errand errand;
  private final Walk.Brought walked;
  private final Instant asOf;
  private int left;

  Allotment(Errand errand, Walk.Brought walked, Instant asOf, int pages) {
    this.errand = errand;
    this.walked = walked;
    this.asOf = asOf;
    this.left = pages;
  }

  @Override
  public Site site() {
    return errand.site();
  }

  @Override
  public Instant asOf() {
    return asOf;
  }

  @Override
  public PageFacts home() {
    return walked.home();
  }

  @Override
  public SitePages walked() {
    return walked.pages();
  }

  @Override
  public SiteColumns columns() {
    return walked.columns();
  }

  @Override
  public List<Opened.Page> talking() {
    return errand.talks().stream().map(Allotment::whole).toList();
  }

  @Override
  public boolean sameBody(String url) {
    return errand.internal(url);
  }

  @Override
  public boolean knows(String url) {
    return errand.talking().containsKey(WebAddress.spelled(url)) || errand.known(url).isPresent();
  }

  @Override
  public int left() {
    return left;
  }

  @Override
  public Opened open(String url) {
    var talking = errand.talking().get(WebAddress.spelled(url));
    if (talking != null) {
      return whole(talking);
    }
    var known = errand.known(url);
    if (known.isPresent()) {
      return opened(url, known.get());
    }
    if (left <= 0) {
      return opened(url, errand.refused(url, Failure.of(Kind.BUDGET)));
    }
    left--;
    var looked = errand.look(url, Why.PAGE, false);
    errand.remember(looked);
    return opened(url, looked);
  }

  @Override
  public Optional<Exchange.Answered> front() {
    return errand.front();
  }

  @Override
  public boolean draws() {
    return errand.draws();
  }

  @Override
  public Sought drawn(Exchange.Answered answer, String reason) {
    return errand
        .drawn(answer, reason)
        .map(drawing -> sought(answer.ask().url(), drawing))
        .orElseGet(() ->
            new Sought.Nothing(
                answer.ask().url(), 0, Failure.of(Kind.NO_BROWSER), answer.source()));
  }

  @Override
  public Sought seek(String url, String from, Optional<SearchPost> form) {
    if (!sameBody(url)) {
      return unasked(url, new Failure(Kind.NOT_GATHERED, "another body's host: " + url));
    }
    if (left <= 0) {
      return unasked(url, Failure.of(Kind.BUDGET));
    }
    left--;
    var most = errand.settings().budget().pageBytes();
    var ask =
        form.map(sent -> Ask.search(url, from, sent, most))
            .orElseGet(() -> new Ask(url, "GET", Map.of("referer", from), Why.SEARCH, most));
    return sought(url, errand.seek(ask));
  }

  private static Sought unasked(String url, Failure why) {
    return new Sought.Nothing(url, 0, why, Source.UNARCHIVED);
  }

  private static Sought sought(String url, Errand.Sought sought) {
    return switch (sought.looked()) {
      case Looked.Page page when sought.answer().isPresent() ->
          new Sought.Page(page.read(), sought.answer().get(), page.took(), page.drawn());
      case Looked looked ->
          new Sought.Nothing(
              url,
              looked.status(),
              Looked.unread(looked).orElseGet(() -> Failure.of(Kind.UNREADABLE)),
              looked.source());
    };
  }

  @Override
  public Optional<Failure> trouble(String url) {
    var known = errand.known(url);
    if (known.isPresent()) {
      return known.get().trouble();
    }
    if (left <= 0 || !sameBody(url)) {
      return Optional.empty();
    }
    left--;
    var why = errand.trip(url, "HEAD", Why.LINK, GLANCE).failure();
    return why.isEmpty() || why.get().kind() == Kind.ROBOTS
        ? Optional.empty()
        : errand.look(url, Why.LINK, false).trouble();
  }

  @Override
  public Sought shown(Exchange.Answered answer) {
    return sought(answer.ask().url(), errand.shown(answer));
  }

  @Override
  public Deed.Known enact(String url, Deed deed) {
    return errand.enacted(url, deed);
  }

  private Opened opened(String url, Looked looked) {
    var unread = Looked.unread(looked);
    if (looked instanceof Looked.Page page
        && unread.filter(why -> why.kind() != Kind.NEEDS_BROWSER).isEmpty()) {
      var talking = errand.talking().get(WebAddress.spelled(url));
      return talking == null ? new Opened.Page(page.facts(), Optional.empty()) : whole(talking);
    }
    var why = unread.orElseGet(() -> Failure.of(Kind.UNREADABLE));
    return new Opened.Unread(looked.hops().getLast(), why, looked.source());
  }

  private static Opened.Page whole(Errand.Talking page) {
    return new Opened.Page(page.read().facts(), Optional.of(page.answer()));
  }
}
