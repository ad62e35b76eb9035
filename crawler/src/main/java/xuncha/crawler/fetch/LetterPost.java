package xuncha.crawler.fetch;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// What a consultation form sends when a site's owner agreed to be written to, or what looks such a
/// letter up. It can only be made with a permit, and a permit only by noting the letter in the
/// journal: nothing is sent that is not on disk before (contract §6).
public final class LetterPost implements Posted {
  private static final int MOST_BYTES = 32_768;
  private static final int MOST_FIELDS = 60;

  private final String address;
  private final byte[] bytes;

  private LetterPost(String address, byte[] bytes) {
    this.address = address;
    this.bytes = bytes;
  }

  /// The filled form; empty when it is none that a browser would send so.
  ///
  /// @param permit used up by this
  /// @param address where the form goes, absolute
  /// @param fields all that is sent, in page order
  public static Optional<LetterPost> of(
      SubmissionJournal.Permit permit,
      String address,
      List<FormText.Pair> fields,
      Charset charset) {
    var body = FormText.of(fields, charset).getBytes(StandardCharsets.US_ASCII);
    return WebAddress.of(address).isEmpty()
            || fields.size() > MOST_FIELDS
            || body.length > MOST_BYTES
            || !permit.use()
        ? Optional.empty()
        : Optional.of(new LetterPost(address, body));
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
