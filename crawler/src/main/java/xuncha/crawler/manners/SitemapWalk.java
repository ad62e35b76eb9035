package xuncha.crawler.manners;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.UnknownFormatException;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import xuncha.crawler.manners.Sitemaps.Entry;
import xuncha.crawler.manners.Sitemaps.Found;
import xuncha.crawler.manners.Sitemaps.Limits;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;

/// One walk through sitemaps, breadth first.
final class SitemapWalk {
  private record Step(String url, int depth) {}

  private final Function<String, Optional<byte[]>> fetch;
  private final Limits limits;
  private final SiteMapParser parser = new SiteMapParser(false, true);
  private final Deque<Step> ahead = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<Failure> troubles = new ArrayList<>();
  private boolean complete = true;

  SitemapWalk(Function<String, Optional<byte[]>> fetch, Limits limits) {
    this.fetch = fetch;
    this.limits = limits;
  }

  Found walk(Collection<String> roots) {
    roots.forEach(root -> plan(root, 0));
    for (var read = 0; !ahead.isEmpty(); read++) {
      if (read == limits.files()) {
        complete = false;
        break;
      }
      read(ahead.remove());
    }
    return new Found(List.copyOf(entries.values()), troubles, complete);
  }

  private void plan(String url, int depth) {
    if (depth > limits.depth()) {
      complete = false;
    } else if (seen.add(url)) {
      ahead.add(new Step(url, depth));
    }
  }

  private void read(Step step) {
    var bytes = fetch.apply(step.url());
    if (bytes.isEmpty()) {
      troubles.add(new Failure(Kind.NOT_GATHERED, step.url()));
      return;
    }
    try {
      var content = SitemapBytes.plain(bytes.get(), limits.bytes());
      complete &= content.whole();
      keep(parser.parseSiteMap(content.bytes(), URI.create(step.url()).toURL()), step.depth());
    } catch (UnknownFormatException | IOException | IllegalArgumentException e) {
      troubles.add(new Failure(Kind.UNREADABLE, step.url() + ": " + e.getMessage()));
    }
  }

  private void keep(AbstractSiteMap map, int depth) {
    switch (map) {
      case SiteMapIndex index ->
          index.getSitemaps(false).forEach(child -> plan(child.getUrl().toString(), depth + 1));
      case SiteMap leaf ->
          leaf.getSiteMapUrls()
              .forEach(page -> keep(page.getUrl().toString(), page.getLastModified()));
      default -> troubles.add(new Failure(Kind.UNREADABLE, map.getUrl().toString()));
    }
  }

  private void keep(String url, @Nullable Date lastModified) {
    if (entries.size() >= limits.urls()) {
      complete = false;
      return;
    }
    entries.putIfAbsent(
        url,
        new Entry(
            url, Optional.ofNullable(lastModified).map(Date::getTime).map(Instant::ofEpochMilli)));
  }
}
