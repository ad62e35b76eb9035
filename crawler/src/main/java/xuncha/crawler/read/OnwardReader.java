package xuncha.crawler.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import xuncha.crawler.read.Onward.How;
import xuncha.findings.visit.MetaTag;

/// Where a page sends its reader on. Only a page that has nothing else to say sends on by script or
/// frame; a refresh counts when it is soon and goes elsewhere.
final class OnwardReader {
  private static final Pattern REFRESH =
      Pattern.compile(
          "^\\s*(\\d*(?:\\.\\d*)?)\\s*[;,\\s]\\s*(?:url\\s*=\\s*)?[\"']?\\s*([^\"']+?)\\s*[\"']?\\s*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern JUMP =
      Pattern.compile(
          "(?:^|[^\\w.$])(?:(?:window|self|top|parent|document)\\s*\\.\\s*)*(?:location(?:\\s*\\.\\s*href)?\\s*=(?!=)|location\\s*\\.\\s*(?:replace|assign)\\s*\\(|navigate\\s*\\()\\s*[\"']([^\"']{1,500})[\"']");

  /// The same to an address that stands in a variable.
  private static final Pattern JUMP_BY_NAME =
      Pattern.compile(
          "(?:^|[^\\w.$])(?:(?:window|self|top|parent|document)\\s*\\.\\s*)*(?:location(?:\\s*\\.\\s*href)?\\s*=(?!=)|location\\s*\\.\\s*(?:replace|assign)\\s*\\()\\s*([A-Za-z_$][\\w$]{0,40})\\s*[;)\\n}]");

  private static final Pattern BY_DEVICE =
      Pattern.compile(
          "userAgent|platform|mobile|android|iphone|screen\\.width", Pattern.CASE_INSENSITIVE);
  private static final Pattern MOBILE =
      Pattern.compile(
          "//(?:m|wap|3g|mobile|h5)\\.|/(?:m|wap|mobile|h5|phone|touch)(?:/|$|\\.)",
          Pattern.CASE_INSENSITIVE);
  private static final double SOON_SECONDS = 15;

  private final Sheet sheet;
  private final Addresses addresses;
  private final String here;

  private OnwardReader(Sheet sheet, Addresses addresses, String here) {
    this.sheet = sheet;
    this.addresses = addresses;
    this.here = here;
  }

  static Optional<Onward> of(Sheet sheet, Addresses addresses, String here) {
    var reader = new OnwardReader(sheet, addresses, here);
    return reader.refresh().or(reader::frameset).or(reader::script).or(reader::frame);
  }

  private Optional<Onward> refresh() {
    for (var at = 0; at < Math.min(sheet.size(), 300); at++) {
      var element = sheet.element(at);
      if (element.nameIs("meta")
          && element.attr("http-equiv").strip().equalsIgnoreCase("refresh")) {
        var found = REFRESH.matcher(element.attr("content"));
        if (found.matches() && soon(found.group(1))) {
          return elsewhere(found.group(2), How.META_REFRESH);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean soon(String seconds) {
    return seconds.isEmpty() || seconds.equals(".") || Double.parseDouble(seconds) <= SOON_SECONDS;
  }

  private Optional<Onward> script() {
    if (!saysLittle(120, 4)) {
      return Optional.empty();
    }
    var targets = new ArrayList<String>();
    var byDevice = false;
    for (var code : sheet.codes()) {
      if (code.length() > 20_000) {
        return Optional.empty();
      }
      byDevice |= BY_DEVICE.matcher(code).find();
      var found = JUMP.matcher(code);
      while (found.find()) {
        targets.add(found.group(1));
      }
      byName(code).ifPresent(targets::add);
    }
    for (var at = 0; at < Math.min(sheet.size(), 10); at++) {
      var onload = sheet.element(at).attr("onload");
      if (!onload.isEmpty()) {
        var found = JUMP.matcher(onload);
        while (found.find()) {
          targets.add(found.group(1));
        }
      }
    }
    return chosen(targets, byDevice).flatMap(target -> elsewhere(target, How.SCRIPT));
  }

  /// Where a script sends its reader by a variable that is given one address, and once.
  private static Optional<String> byName(String code) {
    var jump = JUMP_BY_NAME.matcher(code);
    if (!jump.find()) {
      return Optional.empty();
    }
    var name = Pattern.quote(jump.group(1));
    var given = Pattern.compile("(?<![\\w.$])" + name + "\\s*[+]?=(?!=)").matcher(code);
    var address =
        Pattern.compile("(?<![\\w.$])" + name + "\\s*=\\s*[\"']([^\"']{1,500})[\"']\\s*[;,\\n]")
            .matcher(code);
    return given.results().count() == 1 && address.find() && address.start() < jump.start()
        ? Optional.of(address.group(1))
        : Optional.empty();
  }

  /// A page that sends telephones one way and desks another is read as at a desk.
  private static Optional<String> chosen(List<String> targets, boolean byDevice) {
    var distinct = targets.stream().distinct().toList();
    if (!byDevice || distinct.size() <= 1) {
      return byDevice && distinct.stream().anyMatch(t -> MOBILE.matcher(t).find())
          ? Optional.empty()
          : distinct.stream().findFirst();
    }
    return distinct.reversed().stream()
        .filter(target -> !MOBILE.matcher(target).find())
        .findFirst();
  }

  private Optional<Onward> frameset() {
    var frames = new ArrayList<Element>();
    var sizes = "";
    for (var at = 0; at < Math.min(sheet.size(), 200); at++) {
      var element = sheet.element(at);
      if (element.nameIs("frame") && !element.attr("src").isBlank()) {
        frames.add(element);
      } else if (element.nameIs("frameset") && sizes.isEmpty()) {
        sizes = element.attr("rows").contains(",") ? element.attr("rows") : element.attr("cols");
      }
    }
    return frames.isEmpty()
        ? Optional.empty()
        : elsewhere(main(frames, sizes).attr("src"), How.FRAME);
  }

  /// The frame called main, else the one that gets the room, else the first.
  private static Element main(List<Element> frames, String sizes) {
    for (var frame : frames) {
      var name = frame.attr("name").toLowerCase(Locale.ROOT);
      if (name.contains("main") || name.contains("content") || name.contains("body")) {
        return frame;
      }
    }
    var parts = sizes.split(",", -1);
    for (var i = 0; i < parts.length && i < frames.size(); i++) {
      if (parts[i].strip().equals("*") || parts[i].strip().equals("100%")) {
        return frames.get(i);
      }
    }
    return frames.getFirst();
  }

  private Optional<Onward> frame() {
    if (!saysLittle(50, 2)) {
      return Optional.empty();
    }
    var frames = new ArrayList<Element>();
    for (var at = 0; at < sheet.size(); at++) {
      var element = sheet.element(at);
      if (element.nameIs("iframe") && !element.attr("src").isBlank() && !isInvisible(element)) {
        frames.add(element);
      }
    }
    return frames.size() == 1
        ? elsewhere(frames.getFirst().attr("src"), How.FRAME)
        : Optional.empty();
  }

  static boolean isInvisible(Element frame) {
    var style = Words.plain(frame.attr("style"));
    return frame.attr("width").equals("0")
        || frame.attr("height").equals("0")
        || frame.attr("width").equals("1")
        || style.contains("display:none")
        || frame.hasAttr("hidden");
  }

  private boolean saysLittle(int letters, int anchors) {
    return sheet.size() > 0
        && sheet.letters(0) <= letters
        && sheet.anchors(0) <= anchors
        && sheet.pictures(0) <= 3;
  }

  private Optional<Onward> elsewhere(String written, How how) {
    var url = addresses.absolute(written);
    return url.isEmpty() || url.equals(here) ? Optional.empty() : Optional.of(new Onward(url, how));
  }

  /// The page's meta tags with a name or property, in page order.
  static List<MetaTag> metas(Sheet sheet) {
    var metas = new ArrayList<MetaTag>();
    for (var element : sheet.metas()) {
      var name = element.hasAttr("name") ? element.attr("name") : element.attr("property");
      if (!name.isBlank() && element.hasAttr("content")) {
        metas.add(new MetaTag(name.strip(), Anchors.fold(element.attr("content"))));
      }
      if (metas.size() == 200) {
        break;
      }
    }
    return metas;
  }
}
