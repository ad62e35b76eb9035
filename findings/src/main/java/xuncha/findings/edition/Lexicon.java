package xuncha.findings.edition;

import java.util.List;
import java.util.Map;

/// The word lists that reading needs: what columns are called, what an empty page says. They belong
/// to a dated edition like every threshold.
///
/// @param lists the words by the list's name, `column.news`, `notice.blank`
public record Lexicon(Map<String, Setting> lists) {
  public Lexicon {
    lists = Map.copyOf(lists);
  }

  /// The words of a list; asking for one that the edition lacks is a bug of ours or a broken
  /// edition.
  public List<String> words(String list) {
    var setting = lists.get(list);
    if (setting == null || !(setting.value() instanceof List<?> words)) {
      throw new IllegalStateException("edition: no word list " + list);
    }
    return words.stream().map(String::valueOf).toList();
  }
}
