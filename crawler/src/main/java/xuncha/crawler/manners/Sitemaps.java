package xuncha.crawler.manners;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import xuncha.findings.visit.Failure;

/// Walks a host's sitemaps and the indexes above them, within limits.
public final class Sitemaps {
  /// How much is read of them.
  ///
  /// @param files how many files
  /// @param urls how many addresses are kept
  /// @param depth how many indexes above one another
  /// @param bytes how large one file may be, decompressed
  public record Limits(int files, int urls, int depth, int bytes) {}

  /// One page that a sitemap names.
  public record Entry(String url, Optional<Instant> lastModified) {}

  /// What was found.
  ///
  /// @param entries in order, without duplicates
  /// @param troubles one for each file that could not be had or read
  /// @param complete whether the limits sufficed
  public record Found(List<Entry> entries, List<Failure> troubles, boolean complete) {
    public Found {
      entries = List.copyOf(entries);
      troubles = List.copyOf(troubles);
    }
  }

  private Sitemaps() {}

  /// Reads the sitemaps at `roots` and what they lead to.
  ///
  /// @param fetch gets one file: its bytes, content coding removed, or empty when it cannot be had
  public static Found walk(
      Collection<String> roots, Function<String, Optional<byte[]>> fetch, Limits limits) {
    return new SitemapWalk(fetch, limits).walk(roots);
  }
}
