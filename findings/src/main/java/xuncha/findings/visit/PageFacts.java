package xuncha.findings.visit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xuncha.findings.visit.Failure.Kind;

/// What one page says, read once and kept without its DOM.
///
/// @param url the address that was asked for
/// @param finalUrl where it was found after redirects of every kind
/// @param status the HTTP status of the final answer
/// @param at when the answer began
/// @param tookMs from asking to the last byte, redirects included, milliseconds
/// @param charset the charset it was read in, WHATWG name
/// @param kind what sort of page it is
/// @param state whether what it shows is content at all
/// @param title the page's title, whitespace folded
/// @param headline the visible main heading, empty when none stands out
/// @param metas its meta tags in page order
/// @param links its links, bounded; see `linksCut`
/// @param linksCut whether there were more links than we keep
/// @param lists its blocks of repeated entries
/// @param published the page's own publication date; empty on pages that have none
/// @param forms its forms
/// @param marks its identification marks
/// @param notice a visible sentence such as 暂无信息 or 栏目建设中 that stands where content should be, or
///   one beside a list that says it is kept from former times; empty when none
/// @param signature its visible text
/// @param source where it is archived
public record PageFacts(
    String url,
    String finalUrl,
    int status,
    Instant at,
    long tookMs,
    String charset,
    PageKind kind,
    PageState state,
    String title,
    String headline,
    List<MetaTag> metas,
    List<Link> links,
    boolean linksCut,
    List<ItemList> lists,
    Optional<FoundDate> published,
    List<Form> forms,
    Marks marks,
    String notice,
    TextSignature signature,
    Source source) {

  /// What sort of page.
  public enum PageKind {
    HOME,
    /// A column: its main content is a list of entries.
    LIST,
    /// One text with a headline.
    ARTICLE,
    /// Something to fill in.
    FORM,
    /// A page that only leads on to other columns.
    HUB,
    OTHER
  }

  /// What a page with status 200 may really be.
  public enum PageState {
    CONTENT(Optional.empty()),
    /// "Not found" with status 200.
    SOFT_404(Kind.NOT_FOUND),
    /// Being maintained or built, or given up.
    MAINTENANCE(Kind.UNAVAILABLE),
    /// A WAF's or CDN's challenge, captcha or block page.
    CHALLENGE(Kind.BLOCKED),
    LOGIN_WALL(Kind.LOGIN_WALL),
    /// Nothing to read until scripts run.
    EMPTY_SHELL(Kind.NEEDS_BROWSER),
    /// A web server's default page, a parked domain or another that no site is behind.
    DEFAULT_PAGE(Kind.DEFAULT_PAGE),
    /// What an application or a database says when it fails.
    FAULT(Kind.SERVER_ERROR),
    /// A home page with nothing on it, and no script that could fill it.
    EMPTY(Kind.EMPTY_DOCUMENT),
    /// Perhaps no site, perhaps one that shows itself by other means than words: a picture that its
    /// styles bring, a door whose words are also a server's.
    UNCLEAR(Kind.UNREADABLE);

    private final Optional<Kind> failure;

    PageState(Kind failure) {
      this(Optional.of(failure));
    }

    PageState(Optional<Kind> failure) {
      this.failure = failure;
    }

    /// Why there is nothing to read on such a page; empty for content.
    public Optional<Kind> failure() {
      return failure;
    }
  }

  public PageFacts {
    metas = List.copyOf(metas);
    links = List.copyOf(links);
    lists = List.copyOf(lists);
    forms = List.copyOf(forms);
  }

  /// Why there is nothing to read on it; empty when it shows content.
  ///
  /// @param detail the particular, for a person
  public Optional<Failure> failure(String detail) {
    return state.failure().map(why -> new Failure(why, detail));
  }

  /// The same page with these lists.
  public PageFacts with(List<ItemList> its) {
    return new PageFacts(
        url, finalUrl, status, at, tookMs, charset, kind, state, title, headline, metas, links,
        linksCut, its, published, forms, marks, notice, signature, source);
  }

  /// The first meta tag of that name, letters' case disregarded (rule G-24).
  public Optional<MetaTag> meta(String name) {
    return metas.stream().filter(meta -> meta.name().equalsIgnoreCase(name)).findFirst();
  }

  /// The same page in a frame of a document with these tags: a reader who asks for the document's
  /// source sees the outer ones. Its own go first.
  public PageFacts framedBy(List<MetaTag> outer) {
    var all = new ArrayList<>(metas);
    outer.stream().filter(tag -> meta(tag.name()).isEmpty()).forEach(all::add);
    return new PageFacts(
        url, finalUrl, status, at, tookMs, charset, kind, state, title, headline, all, links,
        linksCut, lists, published, forms, marks, notice, signature, source);
  }

  /// The same page showing these marks.
  public PageFacts showing(Marks shown) {
    return new PageFacts(
        url, finalUrl, status, at, tookMs, charset, kind, state, title, headline, metas, links,
        linksCut, lists, published, forms, shown, notice, signature, source);
  }
}
