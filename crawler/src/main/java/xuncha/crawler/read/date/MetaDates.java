package xuncha.crawler.read.date;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Dates that meta tags claim. What a generator stamps on every build (Maketime, HtmlGenerateTime,
/// 页面生成时间) is no publication date and is not read.
final class MetaDates {
  /// What a tag's name says about its date.
  enum Claim {
    PUBLISHED,
    CREATED,
    UPDATED
  }

  private static final Map<String, Claim> NAMES =
      Map.ofEntries(
          Map.entry("pubdate", Claim.PUBLISHED),
          Map.entry("publishdate", Claim.PUBLISHED),
          Map.entry("publish_date", Claim.PUBLISHED),
          Map.entry("publish-date", Claim.PUBLISHED),
          Map.entry("publishtime", Claim.PUBLISHED),
          Map.entry("publish_time", Claim.PUBLISHED),
          Map.entry("published", Claim.PUBLISHED),
          Map.entry("publication_date", Claim.PUBLISHED),
          Map.entry("pub_date", Claim.PUBLISHED),
          Map.entry("firstpublishedtime", Claim.PUBLISHED),
          Map.entry("published_time", Claim.PUBLISHED),
          Map.entry("article:published_time", Claim.PUBLISHED),
          Map.entry("article:published", Claim.PUBLISHED),
          Map.entry("article:publish_time", Claim.PUBLISHED),
          Map.entry("article:publicationdate", Claim.PUBLISHED),
          Map.entry("article.published", Claim.PUBLISHED),
          Map.entry("article:create_at", Claim.PUBLISHED),
          Map.entry("og:published_time", Claim.PUBLISHED),
          Map.entry("og:article:published_time", Claim.PUBLISHED),
          Map.entry("og:release_date", Claim.PUBLISHED),
          Map.entry("og:time", Claim.PUBLISHED),
          Map.entry("og:pubdate", Claim.PUBLISHED),
          Map.entry("og:publish_time", Claim.PUBLISHED),
          Map.entry("datepublished", Claim.PUBLISHED),
          Map.entry("dc.date.issued", Claim.PUBLISHED),
          Map.entry("dcterms.issued", Claim.PUBLISHED),
          Map.entry("dcterms.available", Claim.PUBLISHED),
          Map.entry("citation_publication_date", Claim.PUBLISHED),
          Map.entry("citation_online_date", Claim.PUBLISHED),
          Map.entry("sailthru.date", Claim.PUBLISHED),
          Map.entry("parsely-pub-date", Claim.PUBLISHED),
          Map.entry("shareaholic:article_published_time", Claim.PUBLISHED),
          Map.entry("rnews:datepublished", Claim.PUBLISHED),
          Map.entry("apub:time", Claim.PUBLISHED),
          Map.entry("cxenseparse:recs:publishtime", Claim.PUBLISHED),
          Map.entry("bt:pubdate", Claim.PUBLISHED),
          Map.entry("vr:published_time", Claim.PUBLISHED),
          Map.entry("date", Claim.CREATED),
          Map.entry("datecreated", Claim.CREATED),
          Map.entry("created", Claim.CREATED),
          Map.entry("creation_date", Claim.CREATED),
          Map.entry("dc.date", Claim.CREATED),
          Map.entry("dc.date.created", Claim.CREATED),
          Map.entry("dc.created", Claim.CREATED),
          Map.entry("dcterms.created", Claim.CREATED),
          Map.entry("dcterms.date", Claim.CREATED),
          Map.entry("article_date_original", Claim.CREATED),
          Map.entry("originalpublicationdate", Claim.CREATED),
          Map.entry("timestamp", Claim.CREATED),
          Map.entry("dateupdate", Claim.UPDATED),
          Map.entry("datemodified", Claim.UPDATED),
          Map.entry("modified", Claim.UPDATED),
          Map.entry("lastmodifiedtime", Claim.UPDATED),
          Map.entry("article:modified_time", Claim.UPDATED),
          Map.entry("og:updated_time", Claim.UPDATED),
          Map.entry("article:modified", Claim.UPDATED),
          Map.entry("dcterms.modified", Claim.UPDATED),
          Map.entry("dc.date.modified", Claim.UPDATED),
          Map.entry("last-modified", Claim.UPDATED),
          Map.entry("lastmod", Claim.UPDATED),
          Map.entry("revised", Claim.UPDATED));

  /// The attributes that say what a tag tells.
  private static final String[] SAYING = {"property", "name", "itemprop", "http-equiv"};

  private static final Known<Optional<Claim>> CLAIMS = new Known<>(MetaDates::claim);

  /// The date one tag claims.
  record Tag(Claim claim, Mention mention) {}

  private MetaDates() {}

  /// The date of a meta tag, if its name says that it holds one.
  static Optional<Tag> of(Element meta) {
    var content = meta.attr("content").strip();
    if (content.length() < 6 || content.length() > 60 || !hasNumber(content)) {
      return Optional.empty();
    }
    var claim = claim(meta);
    if (claim == null) {
      return Optional.empty();
    }
    return DateText.mentions(content).stream()
        .filter(mention -> mention.written() instanceof Written.Full)
        .findFirst()
        .map(mention -> new Tag(claim, mention));
  }

  /// Most tags have none, and every tag of every page is asked.
  private static boolean hasNumber(String content) {
    for (int i = 0; i < content.length(); i++) {
      char c = content.charAt(i);
      if (Character.isDigit(c) || Characters.hanDigit(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Claim claim(Element meta) {
    for (var attribute : SAYING) {
      var name = meta.attr(attribute);
      if (!name.isEmpty() && name.length() < 60) {
        var claim = CLAIMS.of(name);
        if (claim.isPresent()) {
          return claim.get();
        }
      }
    }
    return null;
  }

  /// The claim of a known name, also behind a maker's prefix (`sw-pubdate`, `cms:publishdate`).
  private static Optional<Claim> claim(String written) {
    var name = written.strip().toLowerCase(Locale.ROOT);
    var known = NAMES.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    int prefix =
        Math.max(name.lastIndexOf('-'), Math.max(name.lastIndexOf(':'), name.lastIndexOf('.')));
    var bare = NAMES.get(name.substring(prefix + 1));
    return prefix > 0 && bare == Claim.PUBLISHED ? Optional.of(bare) : Optional.empty();
  }
}
