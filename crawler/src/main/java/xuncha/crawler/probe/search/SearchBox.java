package xuncha.crawler.probe.search;

import java.util.List;
import java.util.Optional;
import xuncha.crawler.fetch.FormText.Pair;
import xuncha.crawler.fetch.SearchPost;
import xuncha.findings.visit.SearchTrial.Method;

/// A way to ask a search, as a page offers it.
///
/// @param page the page that has it
/// @param sending how questions get there
/// @param method how the record calls that
/// @param choice the columns to choose from
/// @param longest how many characters the box takes
/// @param plain whether no script has a part in it
/// @param profile the file that taught it; empty where it was found
record SearchBox(
    String page,
    Sending sending,
    Method method,
    Optional<Choices> choice,
    int longest,
    boolean plain,
    String profile) {
  /// Stands for the words in an address.
  static final String WORDS = "\u0001";

  static final int ANY_LENGTH = 100;

  /// The columns to choose from.
  ///
  /// @param field its name
  /// @param whole whether all can be chosen at once
  record Choices(String field, List<Option> options, boolean whole) {
    Choices {
      options = List.copyOf(options);
    }

    /// The option that is called like that column.
    Optional<Option> of(KnownItem item) {
      return named(item.column()).or(() -> named(item.section().name()));
    }

    private Optional<Option> named(String column) {
      var bare = Title.bare(column);
      return options.stream()
          .filter(option -> Title.bare(option.name()).equals(bare))
          .findFirst()
          .or(() ->
              options.stream()
                  .filter(option ->
                      Title.bare(option.name()).contains(bare)
                          || (Title.bare(option.name()).length() >= 3
                              && bare.contains(Title.bare(option.name()))))
                  .findFirst());
    }
  }

  record Option(String value, String name) {}

  /// A question ready to be put.
  ///
  /// @param form what is sent by POST
  record Question(String url, Optional<SearchPost> form) {}

  /// Asks for these words, with the page's own presets; empty where that cannot be sent.
  ///
  /// @param chosen the column to choose
  Optional<Question> question(String words, Optional<Option> chosen) {
    return sending.question(words, chosen(chosen));
  }

  private Optional<Pair> chosen(Optional<Option> chosen) {
    return choice.flatMap(
        choices -> chosen.map(option -> new Pair(choices.field(), option.value())));
  }

  /// The address without words and query.
  String bare() {
    return sending.bare();
  }

  /// Whether another box is asked in the same way.
  boolean isAskedLike(SearchBox other) {
    return method == other.method && sending.equals(other.sending);
  }
}
