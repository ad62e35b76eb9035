package xuncha.crawler.fetch;

import java.util.List;

/// By what a host knows the visit again that it once let in: the cookies that a browser was given
/// for passing a page that tries its visitor go along with every later request of the visit. For
/// one thread.
public final class Admission implements Transport {
  private final Transport over;
  private final TripCookies cookies = new TripCookies();

  public Admission(Transport over) {
    this.over = over;
  }

  /// From here on these go along.
  public void grant(List<KeptCookie> given) {
    given.forEach(cookies::take);
  }

  @Override
  public Exchange exchange(Ask ask) {
    return over.exchange(cookies.beside(ask));
  }
}
