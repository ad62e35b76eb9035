package xuncha.crawler.probe.consult;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import xuncha.crawler.fetch.WebAddress;
import xuncha.crawler.probe.consult.Reading.Result;
import xuncha.crawler.render.Attempt;
import xuncha.crawler.render.Attempt.Kind;

/// What a form tried to get out after its button was pressed, and whether the text was in it.
///
/// @param attempts those made after the press
/// @param idle those made before it, while nobody asked for anything to be sent
/// @param page the form's address
record Outgoing(List<Attempt> attempts, List<Attempt> idle, String page) {
  private static final Charset GB = Charset.forName("GB18030");

  /// So many characters of a text are looked for.
  private static final int ENOUGH = 4;

  Result of(String text) {
    var looked = text.substring(0, Math.min(ENOUGH, text.length()));
    if (asking().anyMatch(it -> sends(it, looked))) {
      return Result.SENT;
    }
    return asking().anyMatch(this::asksItsServer) ? Result.ASKED : Result.STOPPED;
  }

  /// Bytes of the longest.
  int bytes() {
    return asking().mapToInt(it -> it.length() + it.url().length()).max().orElse(0);
  }

  /// Pictures, beacons and sockets count visitors and do not carry a letter to its box.
  private java.util.stream.Stream<Attempt> asking() {
    return attempts.stream()
        .filter(it ->
            switch (it.kind()) {
              case DOCUMENT, FRAME, WINDOW, DATA, SCRIPT -> true;
              case BEACON, IMAGE, SOCKET, OTHER -> false;
            });
  }

  /// A form that is sent as a document is sent, however its fields are disguised.
  private static boolean sends(Attempt it, String text) {
    var document =
        it.kind() == Kind.DOCUMENT || it.kind() == Kind.FRAME || it.kind() == Kind.WINDOW;
    return (document && it.method().equals("POST")) || carries(it, text);
  }

  private boolean asksItsServer(Attempt it) {
    var before = idle.stream().map(Outgoing::path).collect(Collectors.toSet());
    var elsewhere =
        it.method().equals("GET") && !WebAddress.hostOf(it.url()).equals(WebAddress.hostOf(page));
    return !elsewhere && !before.contains(path(it));
  }

  private static boolean carries(Attempt it, String text) {
    var body = it.body().map(one -> one.bytes()).orElseGet(() -> new byte[0]);
    var sent =
        (it.url() + " " + new String(body, StandardCharsets.ISO_8859_1))
            .replace("%25", "%")
            .toLowerCase(Locale.ROOT);
    return List.of(
            latin(text.getBytes(StandardCharsets.UTF_8)),
            latin(text.getBytes(GB)),
            percent(text.getBytes(StandardCharsets.UTF_8)),
            percent(text.getBytes(GB)),
            escaped(text, "\\u"),
            escaped(text, "%u"))
        .stream()
        .anyMatch(one -> sent.contains(one.toLowerCase(Locale.ROOT)));
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String percent(byte[] bytes) {
    var all = new StringBuilder();
    for (var one : bytes) {
      all.append(String.format(Locale.ROOT, "%%%02x", one));
    }
    return all.toString();
  }

  private static String escaped(String text, String mark) {
    return text.chars()
        .mapToObj(c -> mark + String.format(Locale.ROOT, "%04x", c))
        .collect(Collectors.joining());
  }

  private static String path(Attempt it) {
    var query = it.url().indexOf('?');
    return query < 0 ? it.url() : it.url().substring(0, query);
  }
}
