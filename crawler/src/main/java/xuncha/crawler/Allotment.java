package xuncha.crawler;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import xuncha.crawler.Inquiry.Ground;
import xuncha.crawler.Inquiry.Opened;
import xuncha.crawler.fetch.Ask.Why;
import xuncha.findings.site.Site;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.PageFacts;
import xuncha.findings.visit.SiteColumns;
import xuncha.findings.visit.SitePages;

/// The ground of one inquiry: what the walk brought, and an allowance of pages of its own.
final class Allotment implements Ground {
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
    return errand.talking().containsKey(Errand.address(url)) || errand.known(url).isPresent();
  }

  @Override
  public int left() {
    return left;
  }

  @Override
  public Opened open(String url) {
    var talking = errand.talking().get(Errand.address(url));
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

  private Opened opened(String url, Looked looked) {
    var unread = Looked.unread(looked);
    if (looked instanceof Looked.Page page
        && unread.filter(why -> why.kind() != Kind.NEEDS_BROWSER).isEmpty()) {
      var talking = errand.talking().get(Errand.address(url));
      return talking == null ? new Opened.Page(page.facts(), Optional.empty()) : whole(talking);
    }
    var why = unread.orElseGet(() -> Failure.of(Kind.UNREADABLE));
    return new Opened.Unread(looked.hops().getLast(), why, looked.source());
  }

  private static Opened.Page whole(Errand.Talking page) {
    return new Opened.Page(page.read().facts(), Optional.of(page.answer()));
  }
}
