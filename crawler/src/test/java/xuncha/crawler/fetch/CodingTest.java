package xuncha.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;

class CodingTest {
  private static final String TEXT = "巡查 one two three ".repeat(200);
  private static final long MOST = 64 * 1024;

  @Test
  void gzipAndBothKindsOfDeflateComeBack() throws IOException {
    assertThat(text(undo(gzip(TEXT), "gzip"))).isEqualTo(TEXT);
    assertThat(text(undo(gzip(TEXT), "X-GZIP"))).isEqualTo(TEXT);
    assertThat(text(undo(deflate(TEXT, false), "deflate"))).isEqualTo(TEXT);
    assertThat(text(undo(deflate(TEXT, true), "deflate"))).isEqualTo(TEXT);
    assertThat(text(undo(gzip(gzip(TEXT)), "gzip, gzip"))).isEqualTo(TEXT);
  }

  @Test
  void brotliComesBack() {
    var packed = Base64.getDecoder().decode("CwWAaGVsbG8gd29ybGQD");
    assertThat(text(undo(packed, "br"))).isEqualTo("hello world");
  }

  @Test
  void whatBrowsersDisregardIsDisregarded() throws IOException {
    var trailing =
        join(gzip(TEXT), "<!-- appended by a proxy -->".getBytes(StandardCharsets.UTF_8));
    assertThat(text(undo(trailing, "gzip"))).isEqualTo(TEXT);
    assertThat(undo(trailing, "gzip").cut()).isEmpty();
    var packed = gzip(TEXT);
    packed[packed.length - 6] ^= 1; // the checksum
    assertThat(text(undo(packed, "gzip"))).isEqualTo(TEXT);
    var withoutEnd = Arrays.copyOf(gzip(TEXT), gzip(TEXT).length - 8);
    assertThat(undo(withoutEnd, "gzip").cut()).isEmpty();
  }

  @Test
  void theOptionalPartsOfAGzipHeaderAreSkipped() throws IOException {
    var plain = gzip(TEXT);
    var header = plain.clone();
    header[3] = 8 + 16 + 4 + 2;
    var extra = new byte[] {2, 0, 9, 9, 'n', 'a', 'm', 'e', 0, 'c', 0, 1, 2};
    var all =
        join(join(Arrays.copyOf(header, 10), extra), Arrays.copyOfRange(plain, 10, plain.length));
    assertThat(text(undo(all, "gzip"))).isEqualTo(TEXT);
  }

  @Test
  void whatEndsEarlyKeepsWhatCame() throws IOException {
    var packed = gzip(noise(20_000));
    var half = undo(Arrays.copyOf(packed, packed.length / 2), "gzip");
    assertThat(half.cut()).map(Failure::kind).hasValue(Kind.BODY_TRUNCATED);
    assertThat(half.bytes().length).isPositive();
  }

  @Test
  void aFaultOfTheWireStaysTheReason() throws IOException {
    var packed = gzip(noise(20_000));
    var reset = Failure.of(Kind.CONNECTION_RESET);
    var half = new Content(Arrays.copyOf(packed, packed.length / 2), Optional.of(reset));
    assertThat(Coding.undo(half, List.of("gzip"), MOST, Fetching.PATIENT).cut()).hasValue(reset);
  }

  @Test
  void anEmptyBodyNeedsNoUnpacking() {
    assertThat(undo(new byte[0], "gzip").cut()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br"})
  void noBytesWhateverAreTooMuchForIt(String coding) throws IOException {
    var random = new Random(1951);
    var sound = coding.equals("deflate") ? deflate(TEXT, false) : gzip(TEXT);
    for (var i = 0; i < 500; i++) {
      var bytes = sound.clone();
      for (var j = 0; j < 4; j++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      assertThat(undo(bytes, coding).bytes().length).isLessThanOrEqualTo((int) MOST);
      random.nextBytes(bytes);
      assertThat(undo(bytes, coding).bytes().length).isLessThanOrEqualTo((int) MOST);
    }
  }

  private static Content undo(byte[] packed, String header) {
    return Coding.undo(
        new Content(packed, Optional.empty()), List.of(header), MOST, Fetching.PATIENT);
  }

  private static String text(Content content) {
    return new String(content.bytes(), StandardCharsets.UTF_8);
  }

  private static String noise(int length) {
    var random = new Random(7);
    var noise = new StringBuilder();
    for (var i = 0; i < length; i++) {
      noise.append((char) ('!' + random.nextInt(90)));
    }
    return noise.toString();
  }

  private static byte[] gzip(String text) throws IOException {
    return gzip(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var packing = new GZIPOutputStream(packed)) {
      packing.write(plain);
    }
    return packed.toByteArray();
  }

  private static byte[] deflate(String text, boolean bare) throws IOException {
    var packed = new ByteArrayOutputStream();
    var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, bare);
    try (var packing = new DeflaterOutputStream(packed, deflater)) {
      packing.write(text.getBytes(StandardCharsets.UTF_8));
    } finally {
      deflater.end();
    }
    return packed.toByteArray();
  }

  private static byte[] join(byte[] one, byte[] other) {
    var all = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }
}
