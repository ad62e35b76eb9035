package xuncha.crawler.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.brotli.dec.BrotliInputStream;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;

/// Removes content codings, as leniently as browsers do and never beyond the bounds.
public final class Coding {
  /// More layers than anyone needs.
  private static final int LAYERS = 3;

  /// Below this nothing can hurt, however well it was packed.
  private static final int HARMLESS = 1 << 20;

  private Coding() {}

  /// The content without its codings. A fault that the content already has stays its fault.
  ///
  /// @param headers the values of `Content-Encoding`, in wire order
  public static Content undo(
      Content content, List<String> headers, long most, FetchSettings settings) {
    var layers = layers(headers);
    if (layers.size() > LAYERS) {
      var detail = layers.size() + " content codings";
      return broken(content, new Failure(Kind.BODY_UNDECODABLE, detail));
    }
    var plain = content;
    for (var layer : layers.reversed()) {
      if (plain.bytes().length > 0) {
        plain = one(plain, layer, most, settings.inflation());
      }
    }
    return plain;
  }

  private static List<String> layers(List<String> headers) {
    var layers = new ArrayList<String>();
    for (var header : headers) {
      for (var name : header.split(",", -1)) {
        layers.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    // What else stands there (charsets, "none", typing errors) browsers take for no coding at all.
    layers.removeIf(name -> !List.of("gzip", "x-gzip", "deflate", "br", "zstd").contains(name));
    return layers;
  }

  private static Content one(Content packed, String coding, long most, int inflation) {
    try (var unpacking = stream(packed.bytes(), coding)) {
      return unpack(packed, unpacking, most, inflation);
    } catch (IOException e) {
      return broken(packed, Inflation.failure(e));
    }
  }

  private static InputStream stream(byte[] packed, String coding) throws IOException {
    return switch (coding) {
      case "br" -> new BrotliInputStream(new ByteArrayInputStream(packed));
      case "deflate" -> Inflation.deflate(packed);
      case "zstd" -> throw new IOException("not asked for");
      default -> Inflation.gzip(packed);
    };
  }

  private static Content unpack(Content packed, InputStream from, long most, int inflation) {
    var plain = new byte[(int) Math.min(most + 1, Math.max(1024, packed.bytes().length * 4L))];
    var size = 0;
    try {
      for (int count; (count = from.read(plain, size, plain.length - size)) >= 0; ) {
        size += count;
        if (size > most) {
          var cut = bursts(size, packed, inflation).orElseGet(() -> Content.tooLarge(most));
          return new Content(Arrays.copyOf(plain, (int) most), Optional.of(cut));
        }
        if (size == plain.length) {
          var bomb = bursts(size, packed, inflation);
          if (bomb.isPresent()) {
            return new Content(plain, bomb);
          }
          plain = Arrays.copyOf(plain, (int) Math.min(most + 1, size * 2L));
        }
      }
    } catch (IOException e) {
      // What was cut short on the wire ends short here too.
      var cut = packed.cut().orElseGet(() -> Inflation.failure(e));
      return new Content(Arrays.copyOf(plain, size), Optional.of(cut));
    }
    return new Content(Arrays.copyOf(plain, size), packed.cut());
  }

  private static Optional<Failure> bursts(int size, Content packed, int inflation) {
    return size > HARMLESS && size / packed.bytes().length >= inflation
        ? Optional.of(
            new Failure(
                Kind.BODY_UNDECODABLE, "would burst: over " + inflation + " times its size"))
        : Optional.empty();
  }

  private static Content broken(Content content, Failure why) {
    return new Content(Body.EMPTY.bytes(), content.cut().or(() -> Optional.of(why)));
  }
}
