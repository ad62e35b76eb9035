package xuncha.crawler.read;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import xuncha.findings.edition.Lexicon;
import xuncha.findings.visit.ColumnKind;

/// What kind of column a name, a `ColumnType` tag or an address speaks of, and how surely. The tag
/// and the name outweigh the section above and the address. What a name ends in is what the column
/// holds; a word inside (权责清单动态调整) may be anything's, and gives no more than a guess.
final class ColumnNames {
  private static final Pattern CUT = Pattern.compile("[/?&=._-]+");
  private static final Pattern NOTE = Pattern.compile("(?<=.)[(\\[【][^)\\]】]*[)\\]】]$");
  private static final ColumnKind[] TOLD = {
    ColumnKind.INTERPRETATION,
    ColumnKind.NOTICE,
    ColumnKind.POLICY,
    ColumnKind.NEWS,
    ColumnKind.INTERACTION,
    ColumnKind.SERVICE,
    ColumnKind.OVERVIEW
  };

  /// How sure a word inside a name makes of a kind that has to be kept up to date.
  private static final double GUESS = 0.5;

  private final Map<ColumnKind, Words> names = new EnumMap<>(ColumnKind.class);
  private final Map<ColumnKind, Words> types = new EnumMap<>(ColumnKind.class);
  private final Map<ColumnKind, Words> paths = new EnumMap<>(ColumnKind.class);
  private final Words tails;

  ColumnNames(Lexicon lexicon) {
    for (var kind : TOLD) {
      names.put(kind, Words.of(lexicon, "column." + kind.id()));
      types.put(kind, Words.of(lexicon, "column.type." + kind.id()));
      paths.put(kind, Words.of(lexicon, "column.path." + kind.id()));
    }
    names.put(ColumnKind.OTHER, Words.of(lexicon, "column.other"));
    tails = Words.of(lexicon, "column.tail");
  }

  /// A kind and how surely it is that.
  record Told(ColumnKind kind, double sure) {
    static final Told NOTHING = new Told(ColumnKind.OTHER, 0.3);
  }

  /// From all that is known.
  ///
  /// @param type the `ColumnType` tag's content, empty when unknown
  /// @param name the column's name
  /// @param url its address
  /// @param parent the section above, empty when there is none
  Told tell(String type, String name, String url, String parent) {
    var byName = byName(name);
    var byType = byType(Words.plain(type));
    var byPath = byPath(url);
    if (byType.sure() > byName.sure() && (byName.sure() < 0.85 || byType.kind() == byName.kind())) {
      return byType;
    }
    if (byName.sure() >= 0.6) {
      return byPath.kind() == byName.kind() && byPath.sure() > 0.3
          ? new Told(byName.kind(), Math.min(0.98, byName.sure() + 0.05))
          : byName;
    }
    if (byName.kind() != ColumnKind.OTHER && byName.sure() <= GUESS) {
      return byName;
    }
    var byParent = parent.isEmpty() ? Told.NOTHING : byName(parent);
    if (byPath.sure() > 0.3 && byPath.sure() >= byName.sure()) {
      return byPath;
    }
    if (byParent.kind() != ColumnKind.OTHER && byParent.sure() >= 0.6) {
      return new Told(byParent.kind(), 0.5);
    }
    return byName;
  }

  /// The longest word wins; a name that ends in its word (市政府文件) is surer than one that begins with
  /// it (文件管理), and a name that is the word is surest.
  private Told byName(String name) {
    var plain = NOTE.matcher(Words.plain(name)).replaceFirst("");
    var best = Told.NOTHING;
    var score = 0.0;
    for (var entry : names.entrySet()) {
      var word = entry.getValue().in(plain);
      if (word.isEmpty()) {
        continue;
      }
      var length = word.get().length();
      var its =
          length * 2 + (plain.endsWith(word.get()) ? 3 : 0) + (plain.length() == length ? 10 : 0);
      if (its > score) {
        score = its;
        best = new Told(entry.getKey(), sure(plain, word.get(), entry));
      }
    }
    return best;
  }

  private double sure(String name, String word, Map.Entry<ColumnKind, Words> kind) {
    if (name.equals(word)) {
      return 0.95;
    }
    var share = (double) word.length() / name.length();
    if (name.endsWith(word)) {
      return 0.65 + 0.25 * share;
    }
    var inside = isStrict(kind.getKey()) && !endsIn(name, word, kind.getValue());
    return inside ? GUESS : 0.5 + 0.25 * share;
  }

  /// The kinds with short windows, where a wrong guess accuses.
  private static boolean isStrict(ColumnKind kind) {
    return switch (kind) {
      case NEWS, NOTICE, POLICY -> true;
      case INTERPRETATION, INTERACTION, SERVICE, OVERVIEW, OTHER -> false;
    };
  }

  /// Whether nothing follows the word that could make the name one of something else: 通知公告栏, 要闻动态.
  private boolean endsIn(String name, String word, Words kindred) {
    var at = name.lastIndexOf(word) + word.length();
    while (at < name.length()) {
      var end = Character.isLetterOrDigit(name.charAt(at)) ? known(name, at, kindred) : at + 1;
      if (end == at) {
        return false;
      }
      at = end;
    }
    return true;
  }

  /// Where the longest word ends that begins there and changes no kind; the same place when none
  /// does.
  private int known(String name, int from, Words kindred) {
    var end = name.length();
    while (end > from) {
      var word = name.substring(from, end);
      if (tails.is(word) || kindred.is(word)) {
        break;
      }
      end--;
    }
    return end;
  }

  /// The longest word in which the type ends.
  private Told byType(String type) {
    var best = Told.NOTHING;
    var longest = 0;
    for (var entry : types.entrySet()) {
      var words = entry.getValue();
      var word = words.in(type).filter(its -> endsIn(type, its, words)).orElse("");
      if (word.length() > longest) {
        longest = word.length();
        best = new Told(entry.getKey(), 0.9);
      }
    }
    return best;
  }

  private Told byPath(String url) {
    var parts = CUT.split(Addresses.path(url).toLowerCase(Locale.ROOT), -1);
    for (var i = parts.length - 1; i >= 0; i--) {
      for (var entry : paths.entrySet()) {
        if (entry.getValue().is(parts[i])) {
          return new Told(entry.getKey(), 0.6);
        }
      }
    }
    return Told.NOTHING;
  }
}
