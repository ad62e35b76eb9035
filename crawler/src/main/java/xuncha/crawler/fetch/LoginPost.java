package xuncha.crawler.fetch;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import xuncha.crawler.fetch.FormText.Pair;

/// What a log-in form sends: name and password of a lent account, and what its page preset. It goes
/// to one address, once, and never into an archive. It has no text of its own: nothing that prints
/// one prints the password.
public final class LoginPost implements Posted {
  private static final int MOST_BYTES = 16_384;
  private static final int MOST_FIELDS = 40;

  private final String address;
  private final byte[] bytes;

  private LoginPost(String address, byte[] bytes) {
    this.address = address;
    this.bytes = bytes;
  }

  /// One field that a browser would send, with what the page preset.
  public record Field(String name, String value) {}

  /// The form, filled; empty when it is none that a browser would send so.
  ///
  /// @param address where the form goes, absolute
  /// @param fields all that would be sent, in page order, the two that are filled among them
  public static Optional<LoginPost> of(
      String address,
      List<Field> fields,
      String userField,
      String user,
      String passwordField,
      String password,
      Charset charset) {
    var names = fields.stream().map(Field::name).toList();
    if (WebAddress.of(address).isEmpty()
        || userField.equals(passwordField)
        || fields.size() > MOST_FIELDS
        || !names.contains(userField)
        || !names.contains(passwordField)) {
      return Optional.empty();
    }
    var pairs =
        fields.stream()
            .map(field -> {
              if (field.name().equals(userField)) {
                return new Pair(userField, user);
              }
              return field.name().equals(passwordField)
                  ? new Pair(passwordField, password)
                  : new Pair(field.name(), field.value());
            })
            .toList();
    var bytes = FormText.of(pairs, charset).getBytes(StandardCharsets.US_ASCII);
    return bytes.length > MOST_BYTES
        ? Optional.empty()
        : Optional.of(new LoginPost(address, bytes));
  }

  /// Where it goes.
  String address() {
    return address;
  }

  @Override
  public byte[] sent() {
    return bytes;
  }
}
