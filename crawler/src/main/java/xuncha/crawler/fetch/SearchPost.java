package xuncha.crawler.fetch;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import xuncha.crawler.fetch.FormText.Pair;

/// What a site's own search form sends by POST. It exists for forms that can only be searches: one
/// text field for the words, everything else preset by the page, nothing that takes a letter, a
/// password, a file or a person's particulars. That makes it the one door through which a body
/// leaves (contract §6).
public final class SearchPost implements Posted {
  private static final int MOST_BYTES = 8_192;
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

  private final byte[] bytes;

  private SearchPost(byte[] bytes) {
    this.bytes = bytes;
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
    var path = WebAddress.of(address).map(WebAddress::path).orElse("/save");
    if (DOING.matcher(path).find()
        || fields.size() > MOST_FIELDS
        || words.length() > LONGEST_WORDS
        || words.chars().anyMatch(Character::isISOControl)
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
    return body.length > MOST_BYTES ? Optional.empty() : Optional.of(new SearchPost(body));
  }

  @Override
  public byte[] sent() {
    return bytes;
  }

  /// A copy of what is sent.
  public byte[] bytes() {
    return bytes.clone();
  }

  private static boolean isTyped(Field field) {
    return TYPED.contains(field.type().toLowerCase(Locale.ROOT));
  }

  private static boolean isHarmless(Field field, String asks) {
    if (PERSONAL.matcher(field.name()).find() && !isSearchWord(field.name())) {
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
