package xuncha.crawler.read;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import xuncha.findings.edition.Lexicon;
import xuncha.findings.visit.ColumnKind;

/// What kind of column a name, a `ColumnType` tag or an address speaks of, and how surely. The tag
/// and the name outweigh the section above and the address.
final class ColumnNames {
  private static final Pattern CUT = Pattern.compile("[/?&=._-]+");
  private static final ColumnKind[] TOLD = {
    ColumnKind.INTERPRETATION,
    ColumnKind.NOTICE,
    ColumnKind.POLICY,
    ColumnKind.NEWS,
    ColumnKind.INTERACTION,
    ColumnKind.SERVICE,
    ColumnKind.OVERVIEW
  };

  private final Map<ColumnKind, Words> names = new EnumMap<>(ColumnKind.class);
  private final Map<ColumnKind, Words> types = new EnumMap<>(ColumnKind.class);
  private final Map<ColumnKind, Words> paths = new EnumMap<>(ColumnKind.class);

  ColumnNames(Lexicon lexicon) {
    for (var kind : TOLD) {
      names.put(kind, Words.of(lexicon, "column." + kind.id()));
      types.put(kind, Words.of(lexicon, "column.type." + kind.id()));
      paths.put(kind, Words.of(lexicon, "column.path." + kind.id()));
    }
    names.put(ColumnKind.OTHER, Words.of(lexicon, "column.other"));
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
    var byType = byWords(types, Words.plain(type), 0.9);
    var byPath = byPath(url);
    if (byType.sure() > byName.sure() && (byName.sure() < 0.85 || byType.kind() == byName.kind())) {
      return byType;
    }
    if (byName.sure() >= 0.6) {
      return byPath.kind() == byName.kind() && byPath.sure() > 0.3
          ? new Told(byName.kind(), Math.min(0.98, byName.sure() + 0.05))
          : byName;
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
    var plain = Words.plain(name);
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
        best = new Told(entry.getKey(), sure(plain, word.get()));
      }
    }
    return best;
  }

  private static double sure(String name, String word) {
    if (name.equals(word)) {
      return 0.95;
    }
    var share = (double) word.length() / name.length();
    return name.endsWith(word) ? 0.65 + 0.25 * share : 0.5 + 0.25 * share;
  }

  private static Told byWords(Map<ColumnKind, Words> lists, String plain, double sure) {
    var best = Told.NOTHING;
    var longest = 0;
    for (var entry : lists.entrySet()) {
      var word = entry.getValue().in(plain);
      if (word.isPresent() && word.get().length() > longest) {
        longest = word.get().length();
        best = new Told(entry.getKey(), sure);
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
