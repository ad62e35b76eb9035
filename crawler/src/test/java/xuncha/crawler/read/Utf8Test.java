package xuncha.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
  private static final String NOT_PLAIN = "not plain";

  @ParameterizedTest
  @ValueSource(
      strings = {"é", "关于", "a关b", "𠮷野家", "\u07FF\u0800\uD7FF\uE000\uFFFC\uFFFE", "\uDBFF\uDFFF"})
  void readsWhatIsWellFormed(String text) {
    assertThat(read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "only ASCII", "关\u0000于", "关\uFFFD于"})
  void doesNotSwearToWhatMayBeSomethingElse(String text) {
    assertThat(read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(NOT_PLAIN);
  }

  @Test
  void agreesWithTheDecoderOnEveryCharacter() {
    for (var point = 0x80; point <= Character.MAX_CODE_POINT; point++) {
      if (point == 0xFFFD || (point >= 0xD800 && point <= 0xDFFF)) {
        continue;
      }
      var text = Character.toString(point);
      assertThat(read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    }
  }

  /// Every damage to good text, and much that is hardly text at all.
  @RepeatedTest(200)
  void agreesWithTheDecoderOnAnyBytes(RepetitionInfo info) {
    var random = new Random(info.getCurrentRepetition());
    for (var round = 0; round < 200; round++) {
      var bytes = bytes(random);
      var decoded = new String(bytes, StandardCharsets.UTF_8);
      var plain =
          decoded.length() < bytes.length
              && decoded.indexOf('\uFFFD') < 0
              && decoded.indexOf(0) < 0;

      assertThat(read(bytes)).isEqualTo(plain ? decoded : NOT_PLAIN);
    }
  }

  private static String read(byte[] bytes) {
    var text = Utf8.plain(bytes);
    return text == null ? NOT_PLAIN : text.toString();
  }

  private static byte[] bytes(Random random) {
    var text = new StringBuilder();
    for (var i = random.nextInt(12); i >= 0; i--) {
      // markup, in runs
      text.repeat(1 + random.nextInt(0x7F), random.nextInt(3) * random.nextInt(20));
      text.appendCodePoint(
          switch (random.nextInt(4)) {
            case 0 -> random.nextInt(0x80);
            case 1 -> 0x80 + random.nextInt(0x780);
            case 2 -> 0x4E00 + random.nextInt(0x5000);
            default -> 0x10000 + random.nextInt(0x100000);
          });
    }
    var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    for (var damages = random.nextInt(3); damages > 0; damages--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }
}
