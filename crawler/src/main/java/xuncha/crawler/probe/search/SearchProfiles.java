package xuncha.crawler.probe.search;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import xuncha.crawler.fetch.SearchPost;
import xuncha.crawler.fetch.WebAddress;
import xuncha.crawler.probe.search.SearchProfile.Way;

/// What an operator knows of searches that cannot be found out, by site code. The file is YAML, an
/// entry a site, with exactly one of `get`, `post` and `input`:
///
/// ```yaml
/// "3401000001": {get: "/so?kw={words}", charset: GBK}
/// "3402000001": {post: /search.do, fields: {siteid: 1, keyword: "{words}"}}
/// "3403000001": {post: /api/search, json: '{"q": "{words}", "page": 1}'}
/// "3404000001": {page: /index.html, opener: "#glass", input: "#kw", button: .go}
/// ```
///
/// @param bySite by site code
public record SearchProfiles(Map<String, SearchProfile> bySite) {
  /// Nothing is known.
  public static final SearchProfiles NONE = new SearchProfiles(Map.of());

  private static final Set<String> FIELDS =
      Set.of("page", "get", "post", "fields", "json", "input", "opener", "button", "charset");

  public SearchProfiles {
    bySite = Map.copyOf(bySite);
  }

  /// The file says something that cannot be; a line for each mistake, with the file, the entry and
  /// the field.
  public static final class Mistaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Kept out of the serialised form: nobody sends this exception anywhere.
    private final transient List<String> lines;

    Mistaken(List<String> lines) {
      super(String.join("\n", lines));
      this.lines = List.copyOf(lines);
    }

    public List<String> lines() {
      return lines;
    }
  }

  /// Reads the file.
  ///
  /// @throws Mistaken when it cannot be read or says something that cannot be
  public static SearchProfiles read(Path file) {
    var reading = new Reading(file.toString());
    var profiles = reading.profiles(reading.tree(file));
    if (!reading.mistakes.isEmpty()) {
      throw new Mistaken(reading.mistakes);
    }
    return new SearchProfiles(profiles);
  }

  Optional<SearchProfile> of(String site) {
    return Optional.ofNullable(bySite.get(site));
  }

  /// One file being read.
  private static final class Reading {
    private final String file;
    private final List<String> mistakes = new ArrayList<>();

    Reading(String file) {
      this.file = file;
    }

    JsonNode tree(Path path) {
      try {
        return YAMLMapper.builder().build().readTree(Files.readAllBytes(path));
      } catch (IOException unreadable) {
        throw new Mistaken(List.of(file + ": cannot be read; is the path right?"));
      } catch (JacksonException wrong) {
        throw new Mistaken(
            List.of(
                file + ":" + wrong.getLocation().getLineNr() + ": " + wrong.getOriginalMessage()));
      }
    }

    Map<String, SearchProfile> profiles(JsonNode tree) {
      var profiles = new HashMap<String, SearchProfile>();
      if (!tree.isObject()) {
        mistakes.add(file + ": wants one entry per site: CODE: {get: \"/so?kw={words}\"}");
        return profiles;
      }
      for (var entry : tree.properties()) {
        var before = mistakes.size();
        var profile = profile(entry.getKey(), entry.getValue());
        if (mistakes.size() == before) {
          profile.ifPresent(one -> profiles.put(entry.getKey(), one));
        }
      }
      return profiles;
    }

    private Optional<SearchProfile> profile(String code, JsonNode entry) {
      for (var field : entry.properties()) {
        if (!FIELDS.contains(field.getKey())) {
          wrong(code, field.getKey(), "no such field; there are " + String.join(", ", sorted()));
        }
      }
      var ways = List.of("get", "post", "input").stream().filter(entry::has).toList();
      if (ways.size() != 1) {
        wrong(code, "", "wants exactly one of get, post and input");
        return Optional.empty();
      }
      address(code, entry, "page");
      charset(code, entry);
      var way =
          switch (ways.getFirst()) {
            case "get" -> get(code, entry);
            case "post" -> post(code, entry);
            default -> box(code, entry);
          };
      return way.map(one -> new SearchProfile(file, text(entry, "page"), one));
    }

    private Optional<Way> get(String code, JsonNode entry) {
      address(code, entry, "get");
      var address = text(entry, "get");
      if (!address.contains(SearchProfile.WORDS)) {
        wrong(code, "get", "wants {words} where the words go");
      }
      return Optional.of(new Way.Get(address, text(entry, "charset")));
    }

    private Optional<Way> post(String code, JsonNode entry) {
      address(code, entry, "post");
      var address = text(entry, "post");
      var way = entry.has("json") ? json(code, entry, address) : form(code, entry, address);
      way.filter(one -> !new SearchProfile(file, "", one).isHarmless())
          .ifPresent(_ ->
              wrong(
                  code,
                  "post",
                  "may be more than a search and is not sent; only presets and one {words} may stand"
                      + " in it, and the address must not be one where something is done"));
      return way;
    }

    private Optional<Way> json(String code, JsonNode entry, String address) {
      var body = text(entry, "json");
      if (!body.contains("\"" + SearchProfile.WORDS + "\"")) {
        wrong(code, "json", "wants \"{words}\" where the words go, in quotes and alone");
        return Optional.empty();
      }
      return Optional.of(new Way.Json(address, body));
    }

    private Optional<Way> form(String code, JsonNode entry, String address) {
      var fields = new ArrayList<SearchPost.Field>();
      var asks = "";
      for (var field : entry.path("fields").properties()) {
        var value = field.getValue().asString("");
        var words = value.equals(SearchProfile.WORDS);
        asks = words ? field.getKey() : asks;
        fields.add(new SearchPost.Field(field.getKey(), words ? "text" : "hidden", value));
      }
      if (asks.isEmpty()) {
        wrong(code, "fields", "wants a field whose value is {words}; or write json");
        return Optional.empty();
      }
      return Optional.of(new Way.Form(address, fields, asks, text(entry, "charset")));
    }

    private Optional<Way> box(String code, JsonNode entry) {
      for (var field : List.of("input", "opener", "button")) {
        try {
          if (!text(entry, field).isEmpty()) {
            QueryParser.parse(text(entry, field));
          }
        } catch (Selector.SelectorParseException | IllegalArgumentException none) {
          wrong(code, field, "no CSS selector: " + text(entry, field));
        }
      }
      return Optional.of(
          new Way.Box(text(entry, "input"), text(entry, "opener"), text(entry, "button")));
    }

    private void address(String code, JsonNode entry, String field) {
      var address = text(entry, field).replace(SearchProfile.WORDS, "words");
      if (entry.has(field) && WebAddress.resolve("http://a.invalid/", address).isEmpty()) {
        wrong(code, field, "no address: " + text(entry, field));
      }
    }

    private void charset(String code, JsonNode entry) {
      try {
        if (entry.has("charset") && !Charset.isSupported(text(entry, "charset"))) {
          wrong(code, "charset", "unknown: " + text(entry, "charset"));
        }
      } catch (IllegalArgumentException none) {
        wrong(code, "charset", "unknown: " + text(entry, "charset"));
      }
    }

    private static String text(JsonNode entry, String field) {
      return entry.path(field).asString("").strip();
    }

    private static List<String> sorted() {
      return FIELDS.stream().sorted().toList();
    }

    private void wrong(String code, String field, String what) {
      mistakes.add(file + ": " + code + (field.isEmpty() ? "" : "." + field) + ": " + what);
    }
  }
}
