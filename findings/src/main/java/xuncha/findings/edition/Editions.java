package xuncha.findings.edition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// Where editions come from: those that we ship, and files that an operator writes. An edition that
/// is not complete and sound is refused as a whole, with one line per mistake.
public final class Editions {
  /// Oldest first.
  private static final List<String> SHIPPED = List.of("cn-2019", "anhui-2020");

  private Editions() {}

  /// The ids of the editions that we ship, oldest first.
  public static List<String> shippedIds() {
    return SHIPPED;
  }

  /// A shipped edition.
  ///
  /// @throws IllegalArgumentException when there is none of that id
  public static Edition shipped(String id) {
    if (!SHIPPED.contains(id)) {
      throw new IllegalArgumentException(
          "no edition " + id + "; there are " + String.join(", ", SHIPPED));
    }
    return new EditionReader(id + ".yaml").read(resource(id + ".yaml"));
  }

  /// The shipped edition in force on that day: the latest that had begun.
  ///
  /// @throws IllegalArgumentException when none had begun
  public static Edition inForce(LocalDate day) {
    return SHIPPED.stream()
        .map(Editions::shipped)
        .filter(edition -> !edition.effective().isAfter(day))
        .max(Comparator.comparing(Edition::effective))
        .orElseThrow(() ->
            new IllegalArgumentException("no edition of the indicators is in force on " + day));
  }

  /// An operator's edition file; it may extend a shipped one and say only what differs.
  ///
  /// @throws UnreadableEdition when it cannot be read, or is not complete and sound
  public static Edition read(Path file) {
    return parse(file.toString(), text(file));
  }

  /// The edition that a text says, as an operator's file would.
  ///
  /// @param name what mistakes are told of
  /// @throws UnreadableEdition when it is not complete and sound
  public static Edition parse(String name, String text) {
    return new EditionReader(name).read(text);
  }

  /// What an operator's edition file says, word for word.
  ///
  /// @throws UnreadableEdition when it cannot be read
  public static String text(Path file) {
    try {
      return utf8(file);
    } catch (NoSuchFileException missing) {
      throw new UnreadableEdition(List.of(file + ": there is no such file; check the path"));
    } catch (IOException unreadable) {
      throw new UnreadableEdition(List.of(file + ": cannot be read: " + unreadable));
    }
  }

  /// A shipped lexicon, `lexicon-2020`.
  static Lexicon lexicon(String id) {
    return LexiconReader.read(id + ".yaml", resource(id + ".yaml"));
  }

  /// Whether we ship a lexicon of that id.
  static boolean hasLexicon(String id) {
    return id.startsWith("lexicon-") && Editions.class.getResource(id + ".yaml") != null;
  }

  private static String resource(String name) {
    try (var stream = Editions.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("not shipped: " + name);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("shipped file " + name, broken);
    }
  }

  private static String utf8(Path file) throws IOException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      throw new UnreadableEdition(List.of(file + ": not UTF-8; save it in that encoding"));
    }
  }
}
