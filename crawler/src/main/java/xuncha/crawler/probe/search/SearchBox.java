package xuncha.crawler.probe.search;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import xuncha.crawler.fetch.FormText;
import xuncha.crawler.fetch.FormText.Pair;
import xuncha.crawler.fetch.SearchPost;
import xuncha.crawler.fetch.WebAddress;
import xuncha.findings.visit.SearchTrial.Method;

/// A way to ask a search, as a page offers it.
///
/// @param page the page that has it
/// @param address where questions go: a form's action, or an address with a [#WORDS] in it
/// @param method how
/// @param fields what else is sent, in page order, the field for the words among them
/// @param asks the name of the field for the words; empty for an address with its place
/// @param writing how the words are written
/// @param choice the columns to choose from
/// @param longest how many characters the box takes
/// @param plain whether no script has a part in it
/// @param profile the file that taught it; empty where it was found
record SearchBox(
    String page,
    String address,
    Method method,
    List<SearchPost.Field> fields,
    String asks,
    Writing writing,
    Optional<Choices> choice,
    int longest,
    boolean plain,
    String profile) {
  /// Stands for the words in an address.
  static final String WORDS = "\u0001";

  static final int ANY_LENGTH = 100;

  /// How words are written into an address.
  ///
  /// @param times how often they are encoded: some scripts do it twice
  record Writing(Charset charset, int times) {
    static final Writing UTF_8 = new Writing(StandardCharsets.UTF_8, 1);

    String of(String words) {
      var text = words;
      for (var time = 0; time < times; time++) {
        text = FormText.of(text, charset).replace("+", "%20");
      }
      return text;
    }
  }

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
      var bare = Titles.bare(column);
      return options.stream()
          .filter(option -> Titles.bare(option.name()).equals(bare))
          .findFirst()
          .or(() ->
              options.stream()
                  .filter(option ->
                      Titles.bare(option.name()).contains(bare)
                          || (Titles.bare(option.name()).length() >= 3
                              && bare.contains(Titles.bare(option.name()))))
                  .findFirst());
    }
  }

  record Option(String value, String name) {}

  SearchBox {
    fields = List.copyOf(fields);
  }

  /// A question ready to be put.
  ///
  /// @param form what is sent by POST
  record Question(String url, Optional<SearchPost> form) {}

  /// Asks for these words, with the page's own presets; empty where that cannot be sent.
  ///
  /// @param chosen the column to choose
  Optional<Question> question(String words, Optional<Option> chosen) {
    if (asks.isEmpty()) {
      return address(address.replace(WORDS, writing.of(words)));
    }
    var sent = fields.stream().map(field -> with(field, chosen)).toList();
    if (method == Method.POST) {
      return SearchPost.of(address, sent, asks, words, writing.charset())
          .map(form -> new Question(address, Optional.of(form)));
    }
    var pairs =
        sent.stream()
            .filter(field -> !field.name().isEmpty())
            .map(field -> new Pair(field.name(), field.name().equals(asks) ? words : field.value()))
            .toList();
    // a form's own query takes the place of the one in its address
    return address(bare() + "?" + FormText.of(pairs, writing.charset()));
  }

  private SearchPost.Field with(SearchPost.Field field, Optional<Option> chosen) {
    return chosen
        .filter(_ -> choice.isPresent() && field.name().equals(choice.get().field()))
        .map(option -> new SearchPost.Field(field.name(), field.type(), option.value()))
        .orElse(field);
  }

  /// The address without words and query.
  String bare() {
    var end = address.indexOf('?');
    var bare = end < 0 ? address : address.substring(0, end);
    return bare.replace(WORDS, "");
  }

  private static Optional<Question> address(String url) {
    return WebAddress.of(url).map(whole -> new Question(whole.url(), Optional.empty()));
  }
}
