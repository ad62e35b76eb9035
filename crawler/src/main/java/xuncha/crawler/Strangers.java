package xuncha.crawler;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import xuncha.crawler.fetch.Ask.Why;
import xuncha.crawler.fetch.WebAddress;
import xuncha.crawler.read.FrontPage;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.PageFacts;
import xuncha.findings.visit.TextSignature;

/// Learns what each host answers to an address that cannot exist, so that the same answer to a link
/// is known for what it is. A host that shows its home page, an empty frame or the like for
/// everything tells nothing, and nobody is accused there; nor is a link that ends at a front page.
final class Strangers {
  /// Bits by which two copies of one error page may differ: a clock, the address asked for.
  private static final int ALIKE = 3;

  /// If so many links, and so large a share, seem to be missing pages, it is rather that all pages
  /// of the host look alike to us.
  private static final int MANY = 5;

  private static final double LARGE_SHARE = 0.2;

  private final Errand errand;
  private final PageFacts home;
  private final Map<String, Optional<Looked.Page>> nonsense = new HashMap<>();
  private final Map<String, Optional<Looked.Page>> fronts = new HashMap<>();
  private final Map<String, Integer> met = new HashMap<>();
  private final Map<String, Integer> alike = new HashMap<>();
  private final Map<String, Failure> suspects = new LinkedHashMap<>();

  Strangers(Errand errand, PageFacts home) {
    this.errand = errand;
    this.home = home;
  }

  /// A link led to that address with a good status, and what is there need not be looked at.
  void met(String url) {
    met.merge(WebAddress.hostOf(url), 1, Integer::sum);
  }

  /// A link led to that page with a good status.
  void met(Looked.Page page) {
    var host = WebAddress.hostOf(page.facts().finalUrl());
    met(page.facts().finalUrl());
    if (!page.whole() || FrontPage.is(page.facts().finalUrl())) {
      return;
    }
    var missing = nonsense.computeIfAbsent(host, _ -> ask(page.facts().finalUrl()));
    if (missing.filter(other -> same(page.facts(), other.facts())).isPresent()
        && !isFront(host, missing.get())) {
      alike.merge(host, 1, Integer::sum);
      suspects.put(
          page.hops().getFirst(),
          new Failure(Kind.NOT_FOUND, "the same page as for an address that does not exist"));
    }
  }

  /// Why that link is broken although its status is good; empty when it is not, or when that cannot
  /// be told on its host.
  Optional<Failure> verdict(String url) {
    var host = WebAddress.hostOf(url);
    int count = alike.getOrDefault(host, 0);
    var toldApart = count <= MANY || count <= met.getOrDefault(host, 0) * LARGE_SHARE;
    return toldApart
        ? Optional.ofNullable(suspects.get(WebAddress.spelled(url)))
        : Optional.empty();
  }

  /// Whether that page is the front page of its host, which is asked for where it is not known.
  private boolean isFront(String host, Looked.Page page) {
    return fronts
        .computeIfAbsent(host, _ -> front(page.facts().finalUrl()))
        .filter(front -> same(page.facts(), front.facts()))
        .isPresent();
  }

  private Optional<Looked.Page> front(String near) {
    return WebAddress.resolve(near, "/")
        .map(WebAddress::url)
        .map(url -> errand.known(url).orElseGet(() -> errand.look(url, Why.LINK, false)))
        .filter(Looked.Page.class::isInstance)
        .map(Looked.Page.class::cast);
  }

  private Optional<Looked.Page> ask(String near) {
    return WebAddress.resolve(near, nonsense(WebAddress.hostOf(near)))
        .map(address -> errand.look(address.url(), Why.LINK, false))
        .filter(Looked.Page.class::isInstance)
        .map(Looked.Page.class::cast)
        .filter(Looked.Page::whole)
        .filter(page -> page.hops().size() == 1 && !same(page.facts(), home));
  }

  private static boolean same(PageFacts one, PageFacts other) {
    return one.title().equals(other.title()) && same(one.signature(), other.signature());
  }

  private static boolean same(TextSignature one, TextSignature other) {
    return one.distance(other) <= ALIKE
        && Math.abs(one.length() - other.length())
            <= Math.max(one.length(), other.length()) / 50 + 8;
  }

  /// An address that nobody has, the same for a host at every visit so that a replay finds it.
  private static String nonsense(String host) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(host.getBytes(StandardCharsets.UTF_8));
      return "/" + HexFormat.of().formatHex(digest, 0, 8) + ".html";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
