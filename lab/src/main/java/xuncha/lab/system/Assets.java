package xuncha.lab.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import xuncha.lab.http.Reply;

/// Style sheets, scripts, pictures and attachments, the same on every site.
final class Assets {
  private static final byte[] PNG =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
  private static final byte[] GIF =
      HexFormat.of()
          .parseHex(
              "47494638396101000100800000000000ffffff21f90401000000002c000000000100010000020144003b");
  private static final byte[] PDF =
      "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
          .getBytes(StandardCharsets.US_ASCII);
  private static final Map<String, String> SCRIPTS = new ConcurrentHashMap<>();

  private Assets() {}

  static Optional<Reply> answer(String path) {
    var dot = path.lastIndexOf('.');
    return switch (dot < 0 ? "" : path.substring(dot + 1)) {
      case "css" -> Optional.of(Reply.text("text/css", "body{font-size:14px;color:#333}\n"));
      case "js" -> Optional.of(Reply.text("application/javascript", script(path)));
      case "png" -> Optional.of(Reply.of(200, "image/png", PNG));
      case "gif" -> Optional.of(Reply.of(200, "image/gif", GIF));
      case "jpg" -> Optional.of(Reply.of(200, "image/jpeg", GIF));
      case "ico" -> Optional.of(Reply.of(200, "image/x-icon", GIF));
      case "pdf" -> Optional.of(Reply.of(200, "application/pdf", PDF));
      case "doc" -> Optional.of(Reply.of(200, "application/msword", PDF));
      case "xls" -> Optional.of(Reply.of(200, "application/vnd.ms-excel", PDF));
      default -> Optional.empty();
    };
  }

  /// A script of that file name, where the laboratory has one.
  private static String script(String path) {
    return SCRIPTS.computeIfAbsent(path.substring(path.lastIndexOf('/') + 1), Assets::read);
  }

  private static String read(String name) {
    try (var in = Assets.class.getResourceAsStream("/xuncha/lab/scripts/" + name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
