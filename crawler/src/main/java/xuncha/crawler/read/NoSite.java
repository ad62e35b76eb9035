package xuncha.crawler.read;

import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import xuncha.findings.edition.Lexicon;
import xuncha.findings.visit.PageFacts.PageState;

/// Knows what stands at a site's address when the site does not: nothing, a sign of life, a list of
/// files, the word that the site is being built or has ended. Asked of home pages alone; on any
/// other page the same is what that page has to say.
final class NoSite {
  private static final Pattern LISTING =
      Pattern.compile("^(?:index of ?/|directory listing (?:for|of|--)?/?|目录浏览)");

  private static final String MORE =
      "frame, svg, applet, marquee, noscript, [onclick], [onload], [background]";

  private static final String STYLES = "style, link, [style]";

  private static final int SIGN_OF_LIFE = 20;
  private static final int LONGEST = 80;
  private static final int MOST_LETTERS = 300;
  private static final int MOST_LINKS = 12;

  private final Words construction;
  private final Words ended;

  NoSite(Lexicon lexicon) {
    construction = Words.of(lexicon, "notice.construction");
    ended = Words.of(lexicon, "notice.ended");
  }

  /// What is there instead; empty when it may be the site.
  Optional<PageState> instead(StateReader.Page page) {
    if (isNothing(page)) {
      return Optional.of(isEmpty(page) ? PageState.EMPTY : PageState.UNCLEAR);
    }
    if (LISTING.matcher(page.shortTitle()).find()) {
      return Optional.of(PageState.DEFAULT_PAGE);
    }
    return hasEnded(page) ? Optional.of(PageState.MAINTENANCE) : Optional.empty();
  }

  /// Whether nothing on it could show more, and no link leads to this site or to another of a
  /// government.
  static boolean leadsNowhere(StateReader.Page page) {
    return (page.reading().drawn() || page.sheet().scripts().isEmpty())
        && !has(page, MORE)
        && !has(page, "iframe")
        && !leadsIn(page, NoSite::isSite);
  }

  private static boolean isSite(String here, String there) {
    return SameBody.is(here, there) || there.endsWith(".gov.cn");
  }

  /// Whether there is no more than a word, and nothing that could show more or lead on.
  private static boolean isNothing(StateReader.Page page) {
    return page.letters() <= SIGN_OF_LIFE
        && page.anchors() == 0
        && page.pictures() == 0
        && page.fields() == 0
        && page.sheet().scripts().isEmpty()
        && !has(page, MORE);
  }

  /// Whether there is not even a word, nor a style that could bring a picture.
  private static boolean isEmpty(StateReader.Page page) {
    return page.sheet().text().codePoints().noneMatch(Character::isLetterOrDigit)
        && !has(page, STYLES);
  }

  private static boolean has(StateReader.Page page, String query) {
    return page.sheet().size() > 0 && page.sheet().element(0).selectFirst(query) != null;
  }

  private boolean hasEnded(StateReader.Page page) {
    return page.letters() < MOST_LETTERS
        && page.anchors() < MOST_LINKS
        && page.listed() == 0
        && (says(page, ended) || says(page, construction))
        && (page.reading().drawn() || !fetchesScripts(page))
        && !leadsIn(page, String::equals);
  }

  /// They may bring what the page does not show yet.
  private static boolean fetchesScripts(StateReader.Page page) {
    return page.sheet().scripts().stream().anyMatch(script -> script.hasAttr("src"));
  }

  private static boolean says(StateReader.Page page, Words words) {
    return words.in(page.shortTitle()).isPresent()
        || page.line(LONGEST, line -> words.in(line).isPresent()).isPresent();
  }

  /// Whether a link leads further into the same host, or to one that is as good: then this is but
  /// the door.
  private static boolean leadsIn(StateReader.Page page, BiPredicate<String, String> asGood) {
    var here = Addresses.host(page.reading().finalUrl());
    for (var at = 0; at < page.sheet().size(); at++) {
      var href = page.sheet().element(at).attr("href").strip().toLowerCase(Locale.ROOT);
      var link = page.sheet().tag(at).equals("a") || page.sheet().tag(at).equals("area");
      if (link && !href.isEmpty() && leadsTo(here, href, asGood)) {
        return true;
      }
    }
    return false;
  }

  private static boolean leadsTo(String here, String href, BiPredicate<String, String> asGood) {
    if (href.startsWith("http:") || href.startsWith("https:") || href.startsWith("//")) {
      return asGood.test(here, Addresses.host(href));
    }
    return !href.startsWith("#") && href.indexOf(':') < 0;
  }
}
