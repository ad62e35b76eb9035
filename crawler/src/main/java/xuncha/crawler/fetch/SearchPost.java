package xuncha.crawler.fetch;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xuncha.crawler.fetch.FormText.Pair;

/// What a site's own search sends by POST, as a form or as a script's JSON. It exists for what can
/// only be a search: one place for the words, everything else preset by the page, nothing that
/// takes a letter, a password, a file or a person's particulars. That makes it the one way in which
/// a question leaves as a body (contract §6).
public final class SearchPost implements Posted {
  /// How a script's question is sent.
  public static final String JSON = "application/json";

  private static final int MOST_BYTES = 8_192;
  private static final int DEEPEST = 6;
  private static final int MOST_FIELDS = 40;
  private static final int LONGEST_WORDS = 120;

  private static final Set<String> PRESET =
      Set.of("hidden", "select", "radio", "checkbox", "submit", "button", "image", "reset");
  private static final Set<String> TYPED = Set.of("text", "search", "");

  /// Names of fields that make a form something else than a search.
  private static final Pattern PERSONAL =
      Pattern.compile(
          "pass|pwd|mima|passwd|phone|mobile|shouji|(?:^|[._-])tel(?:$|[._-])|dianhua|email|mail|youxiang"
              + "|idcard|id_?no|sfz|cardno|xingming|realname|user_?name|login|account|address|dizhi"
              + "|captcha|yzm|verify|check_?code|valid_?code|rand|content|message|liuyan|comment|suggest"
              + "|neirong|reply|zixun|tousu|advice|feedback|upload|file",
          Pattern.CASE_INSENSITIVE);

  /// Addresses of what is done rather than looked for.
  private static final Pattern DOING =
      Pattern.compile(
          "save|submit|insert|(?:^|[/._-])add|update|delete|remove|login|logon|signin|regist|write|comment"
              + "|message|liuyan|vote|toupiao|survey|apply|upload|subscribe|feedback|consult|letter|xinxiang",
          Pattern.CASE_INSENSITIVE);

  private static final JsonMapper JSON_MAPPER = JsonMapper.shared();
  private static final int LONGEST_PRESET = 200;

  private final byte[] bytes;
  private final String mediaType;

  private SearchPost(byte[] bytes, String mediaType) {
    this.bytes = bytes;
    this.mediaType = mediaType;
  }

  /// One field of the form as its page has it.
  ///
  /// @param type as in HTML, lower case; `select`, `textarea` for these elements
  /// @param value preset, or chosen among those that the page offers
  public record Field(String name, String type, String value) {}

  /// The form with these words in it; empty when the form may be anything else than a search, and
  /// then it is not sent.
  ///
  /// @param address where the form goes, absolute
  /// @param fields all of its fields that a browser would send, in page order
  /// @param asks the name of the field for the words
  public static Optional<SearchPost> of(
      String address, List<Field> fields, String asks, String words, Charset charset) {
    if (does(address)
        || fields.size() > MOST_FIELDS
        || !isWords(words)
        || fields.stream().filter(field -> isTyped(field)).count() != 1
        || !fields.stream().allMatch(field -> isHarmless(field, asks))) {
      return Optional.empty();
    }
    var pairs =
        fields.stream()
            .filter(field -> !field.name().isEmpty())
            .map(field -> new Pair(field.name(), field.name().equals(asks) ? words : field.value()))
            .toList();
    var body = FormText.of(pairs, charset).getBytes(StandardCharsets.US_ASCII);
    return body.length > MOST_BYTES
        ? Optional.empty()
        : Optional.of(new SearchPost(body, MEDIA_TYPE));
  }

  /// A script's question in JSON; empty when it may be anything else than a search: when the words
  /// do not stand in it exactly once, alone, or when something in it is called as what a person
  /// gives of himself or writes to others.
  ///
  /// @param address where it goes, absolute
  /// @param body a JSON object
  public static Optional<SearchPost> json(String address, byte[] body, String words) {
    if (does(address) || !isWords(words) || body.length > MOST_BYTES) {
      return Optional.empty();
    }
    try {
      var tree = JSON_MAPPER.readTree(body);
      var places = new int[1];
      return tree.isObject() && isHarmless(tree, words, places, 0) && places[0] == 1
          ? Optional.of(new SearchPost(JSON_MAPPER.writeValueAsBytes(tree), JSON))
          : Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  private static boolean isHarmless(JsonNode node, String words, int[] places, int depth) {
    if (node.isString()) {
      places[0] += node.asString().equals(words) ? 1 : 0;
      return node.asString().equals(words) || node.asString().length() <= LONGEST_PRESET;
    }
    if (depth > DEEPEST || node.size() > MOST_FIELDS) {
      return false;
    }
    return node.properties().stream()
            .allMatch(field ->
                isHarmless(field.getKey())
                    && isHarmless(field.getValue(), words, places, depth + 1))
        && (!node.isArray()
            || node.valueStream().allMatch(one -> isHarmless(one, words, places, depth + 1)));
  }

  private static boolean isHarmless(String name) {
    return !PERSONAL.matcher(name).find() || isSearchWord(name);
  }

  private static boolean does(String address) {
    var path = WebAddress.of(address).map(WebAddress::path).orElse("/save");
    return DOING.matcher(path).find();
  }

  private static boolean isWords(String words) {
    return words.length() <= LONGEST_WORDS && words.chars().noneMatch(Character::isISOControl);
  }

  @Override
  public String mediaType() {
    return mediaType;
  }

  @Override
  public byte[] sent() {
    return bytes;
  }

  private static boolean isTyped(Field field) {
    return TYPED.contains(field.type().toLowerCase(Locale.ROOT));
  }

  private static boolean isHarmless(Field field, String asks) {
    if (!isHarmless(field.name())) {
      return false;
    }
    return isTyped(field)
        ? field.name().equals(asks)
        : PRESET.contains(field.type().toLowerCase(Locale.ROOT)) && !field.name().equals(asks);
  }

  /// `searchContent`, `keycontent`: what is searched in, or for.
  private static boolean isSearchWord(String name) {
    return name.toLowerCase(Locale.ROOT)
        .matches(".*(?:search|query|key|find|sousuo).*content.*|.*content.*(?:search|key|query).*");
  }
}
