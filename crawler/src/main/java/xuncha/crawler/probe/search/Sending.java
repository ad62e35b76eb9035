package xuncha.crawler.probe.search;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import xuncha.crawler.fetch.FormText;
import xuncha.crawler.fetch.FormText.Pair;
import xuncha.crawler.fetch.SearchPost;
import xuncha.crawler.fetch.WebAddress;

/// How a question gets to a search.
sealed interface Sending {
  /// Where questions go, without words and query.
  String bare();

  /// The question ready to be put; empty where it cannot be sent so.
  ///
  /// @param chosen the name and value of what is chosen beside the words
  Optional<SearchBox.Question> question(String words, Optional<Pair> chosen);

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

  /// By an address with the words in it.
  ///
  /// @param template with a [SearchBox#WORDS] in it
  record Address(String template, Writing writing) implements Sending {
    @Override
    public String bare() {
      return withoutQuery(template).replace(SearchBox.WORDS, "");
    }

    @Override
    public Optional<SearchBox.Question> question(String words, Optional<Pair> chosen) {
      return plain(template.replace(SearchBox.WORDS, writing.of(words)));
    }
  }

  /// By a form.
  ///
  /// @param action absolute
  /// @param fields what is sent, in page order, the field for the words among them
  /// @param asks the name of the field for the words
  record Form(
      String action, boolean post, List<SearchPost.Field> fields, String asks, Charset charset)
      implements Sending {
    public Form {
      fields = List.copyOf(fields);
    }

    @Override
    public String bare() {
      return withoutQuery(action);
    }

    @Override
    public Optional<SearchBox.Question> question(String words, Optional<Pair> chosen) {
      var sent = new ArrayList<>(fields.stream().map(field -> with(field, chosen)).toList());
      // of a group of which nothing is preset, something is sent once it is chosen
      chosen
          .filter(pair -> sent.stream().noneMatch(field -> field.name().equals(pair.name())))
          .ifPresent(pair -> sent.add(new SearchPost.Field(pair.name(), "radio", pair.value())));
      if (post) {
        return SearchPost.of(action, sent, asks, words, charset)
            .map(form -> new SearchBox.Question(action, Optional.of(form)));
      }
      var pairs =
          sent.stream()
              .filter(field -> !field.name().isEmpty())
              .map(field ->
                  new Pair(field.name(), field.name().equals(asks) ? words : field.value()))
              .toList();
      // a form's own query takes the place of the one in its address
      return plain(bare() + "?" + FormText.of(pairs, charset));
    }

    private static SearchPost.Field with(SearchPost.Field field, Optional<Pair> chosen) {
      return chosen
          .filter(pair -> field.name().equals(pair.name()))
          .map(pair -> new SearchPost.Field(field.name(), field.type(), pair.value()))
          .orElse(field);
    }
  }

  /// By a script's JSON.
  ///
  /// @param template the object, with [SearchBox#WORDS] as a JSON string writes it
  record Json(String address, String template) implements Sending {
    private static final String PLACE = JsonMapper.shared().writeValueAsString(SearchBox.WORDS);

    /// The object with a place for the words, which stand in it.
    static Json of(String address, String body, String words) {
      var json = JsonMapper.shared();
      var tree = json.readTree(body);
      return new Json(
          address, json.writeValueAsString(tree).replace(json.writeValueAsString(words), PLACE));
    }

    @Override
    public String bare() {
      return withoutQuery(address);
    }

    @Override
    public Optional<SearchBox.Question> question(String words, Optional<Pair> chosen) {
      var body = template.replace(PLACE, JsonMapper.shared().writeValueAsString(words));
      return SearchPost.json(address, body.getBytes(StandardCharsets.UTF_8), words)
          .map(form -> new SearchBox.Question(address, Optional.of(form)));
    }
  }

  /// By using the box as a person does: only a browser can.
  ///
  /// @param page the page that has it
  /// @param selectors where a profile says that things are
  record Acting(String page, Optional<Selectors> selectors) implements Sending {
    @Override
    public String bare() {
      return withoutQuery(page);
    }

    @Override
    public Optional<SearchBox.Question> question(String words, Optional<Pair> chosen) {
      return Optional.empty();
    }
  }

  /// CSS selectors of a box's parts.
  ///
  /// @param opener what makes the box appear; empty for none
  /// @param button what starts the search; empty: the Enter key does
  record Selectors(String input, String opener, String button) {}

  private static String withoutQuery(String address) {
    var end = address.indexOf('?');
    return end < 0 ? address : address.substring(0, end);
  }

  private static Optional<SearchBox.Question> plain(String url) {
    return WebAddress.of(url).map(whole -> new SearchBox.Question(whole.url(), Optional.empty()));
  }
}
