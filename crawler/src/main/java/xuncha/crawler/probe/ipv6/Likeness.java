package xuncha.crawler.probe.ipv6;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// What a page shows, as a bag of weighted pieces, and how much two pages have in common.
///
/// A piece is a run of visible text, or the path of a link, picture, frame, style sheet or script.
/// Letters are folded (NFKC, lower case), white space is dropped, and every run of digits becomes
/// one `#`, so that clocks, visitor counters, dates of today, cache-busting numbers and session ids
/// are alike on both sides. Scripts' text, comments, hidden fields and all other attributes do not
/// count: nonces live there. Order does not count: carousels turn. A text weighs its length up to
/// 40 characters, so that one long disclaimer does not drown thirty headlines; an address weighs 4,
/// a title 20.
///
/// Likeness is the weighted Dice coefficient of the two bags (Dice 1945; on pages, the bag-of-lines
/// variant of the shingling of Broder 1997), after dropping what is known to change by itself: the
/// pieces in which two fetches over the *same* family differ. Internet.nl compares characters as a
/// multiset (`difflib.quick_ratio`), which takes any two Chinese pages for relatives; this measure
/// compares what people read.
final class Likeness {
  private static final int LONGEST_TEXT = 40;
  private static final int ADDRESS_WEIGHT = 4;
  private static final int TITLE_WEIGHT = 20;

  /// When less than this share of a page stays the same from fetch to fetch, there is nothing to
  /// compare.
  private static final double LEAST_STABLE = 0.2;

  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u3000\\u200b\\ufeff]+");
  private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");

  /// Hexadecimal or base64 tokens in addresses: digests of builds, session ids.
  private static final Pattern TOKEN = Pattern.compile("(?=[a-z_-]*#)[a-z#_-]{16,}");

  private static final Set<String> SILENT = Set.of("script", "style", "noscript", "template");

  private final Map<String, Integer> weights = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  private Likeness() {}

  /// The pieces of a page.
  static Likeness of(Document page) {
    var pieces = new Likeness();
    pieces.add("title ", page.title(), TITLE_WEIGHT);
    page.body().traverse(new Collector(pieces));
    for (var head : page.head().select("script[src], link[rel=stylesheet][href]")) {
      pieces.address(head.hasAttr("src") ? head.attr("src") : head.attr("href"));
    }
    return pieces;
  }

  /// How much this page and `other` have in common, 0 to 1; empty when they change too much by
  /// themselves to tell.
  ///
  /// @param again this page fetched once more in the same way, where it was
  Optional<Double> with(Likeness other, Optional<Likeness> again) {
    var moving = again.map(this::moving).orElse(Set.of());
    var all = weight(Set.of());
    var mine = weight(moving);
    if (mine < LEAST_STABLE * all) {
      return Optional.empty();
    }
    var common = common(other, moving);
    // as much as moves here moves there too, in pieces that cannot be known
    var theirs = Math.max(common, other.weight(moving) - (all - mine));
    return Optional.of(mine + theirs == 0 ? 1.0 : 2.0 * common / (mine + theirs));
  }

  private Set<String> moving(Likeness again) {
    var all = new HashSet<>(counts.keySet());
    all.addAll(again.counts.keySet());
    all.removeIf(piece -> Objects.equals(counts.get(piece), again.counts.get(piece)));
    return all;
  }

  private long weight(Set<String> without) {
    return counts.keySet().stream()
        .filter(piece -> !without.contains(piece))
        .mapToLong(piece -> (long) counts.getOrDefault(piece, 0) * weights.getOrDefault(piece, 0))
        .sum();
  }

  private long common(Likeness other, Set<String> without) {
    return counts.keySet().stream()
        .filter(piece -> !without.contains(piece))
        .mapToLong(piece ->
            (long) Math.min(counts.getOrDefault(piece, 0), other.counts.getOrDefault(piece, 0))
                * weights.getOrDefault(piece, 0))
        .sum();
  }

  private void add(String sort, String text, int most) {
    var folded = folded(text);
    if (!folded.isEmpty()) {
      put(sort + folded, Math.min(most, folded.length()));
    }
  }

  private void address(String written) {
    var path = written.strip();
    var end = endOfPath(path);
    var folded = TOKEN.matcher(folded(path.substring(0, end))).replaceAll("#");
    var rooted = folded.replaceFirst("^(https?:)?//[^/]*", "");
    if (!rooted.isEmpty()) {
      put("@" + rooted, ADDRESS_WEIGHT);
    }
  }

  private static int endOfPath(String address) {
    for (var i = 0; i < address.length(); i++) {
      if (address.charAt(i) == '?' || address.charAt(i) == '#' || address.charAt(i) == ';') {
        return i;
      }
    }
    return address.length();
  }

  private void put(String piece, int weight) {
    weights.put(piece, weight);
    counts.merge(piece, 1, Integer::sum);
  }

  private static String folded(String text) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return DIGITS.matcher(SPACE.matcher(plain).replaceAll("")).replaceAll("#");
  }

  /// Walks a page's visible part.
  private record Collector(Likeness pieces) implements NodeVisitor {
    @Override
    public void head(Node node, int depth) {
      switch (node) {
        case TextNode text when visible(text) -> pieces.add("", text.getWholeText(), LONGEST_TEXT);
        case Element element when element.hasAttr("src") -> pieces.address(element.attr("src"));
        case Element element when element.normalName().equals("a") && element.hasAttr("href") ->
            pieces.address(element.attr("href"));
        default -> {
          // other nodes show nothing
        }
      }
    }

    private static boolean visible(TextNode text) {
      var parent = text.parent();
      return parent == null || !SILENT.contains(parent.normalName());
    }
  }
}
