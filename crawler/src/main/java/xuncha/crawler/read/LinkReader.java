package xuncha.crawler.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import xuncha.findings.visit.Link;
import xuncha.findings.visit.Link.Kind;
import xuncha.findings.visit.Link.Region;

/// The links and embedded resources of a page: what a person can follow, what a browser loads, and
/// the addresses that stand in handlers and drop-down lists.
final class LinkReader {
  private static final int MOST = 3000;
  private static final Set<String> DOCUMENTS =
      Set.of(
          "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "zip", "rar", "7z", "gz", "tar",
          "wps", "et", "dps", "ofd", "txt", "csv", "rtf", "mp3", "mp4", "apk", "exe");

  private final Sheet sheet;
  private final Regions regions;
  private final Addresses addresses;
  private final List<Link> links = new ArrayList<>();
  private final Set<Link> seen = new HashSet<>();
  private boolean cut;

  private LinkReader(Sheet sheet, Regions regions, Addresses addresses) {
    this.sheet = sheet;
    this.regions = regions;
    this.addresses = addresses;
  }

  /// What was found.
  record Found(List<Link> links, boolean cut) {}

  static Found of(Sheet sheet, Regions regions, Anchors anchors, Addresses addresses) {
    var reader = new LinkReader(sheet, regions, addresses);
    reader.read(anchors);
    return new Found(reader.links, reader.cut);
  }

  private void read(Anchors anchors) {
    var anchor = 0;
    for (var at = 0; at < sheet.size(); at++) {
      var element = sheet.element(at);
      switch (sheet.tag(at)) {
        case "a", "area" -> {
          if (anchor < anchors.size() && anchors.element(anchor) == at) {
            var url = anchors.url(anchor);
            add(
                url,
                anchors.text(anchor),
                isDocument(url) ? Kind.DOCUMENT : kind(element.attr("href")),
                at);
            anchor++;
          }
        }
        case "iframe", "frame" -> embedded(element.attr("src"), "", Kind.FRAME, at);
        case "img" -> embedded(element.attr("src"), element.attr("alt"), Kind.MEDIA, at);
        case "video", "audio", "source", "embed", "track" ->
            embedded(element.attr("src"), "", Kind.MEDIA, at);
        case "object" -> embedded(element.attr("data"), "", Kind.MEDIA, at);
        case "link" -> {
          var rel = element.attr("rel").toLowerCase(Locale.ROOT);
          if (rel.contains("stylesheet") || rel.contains("icon")) {
            embedded(element.attr("href"), "", Kind.RESOURCE, at);
          }
        }
        case "select" -> {
          for (var option : element.getElementsByTag("option")) {
            choice(option.attr("value"), option.text(), at);
          }
        }
        default -> {
          if (element.hasAttr("onclick")) {
            var opened = ScriptText.opened(element.attr("onclick"));
            if (!opened.isEmpty()) {
              embedded(opened, sheet.letters(at) < 100 ? sheet.line(at) : "", Kind.SCRIPTED, at);
            }
          }
        }
      }
    }
    for (var script : sheet.scripts()) {
      if (script.hasAttr("src")) {
        add(addresses.absolute(script.attr("src")), "", Kind.RESOURCE, -1);
      }
    }
  }

  static boolean isDocument(String url) {
    var query = url.indexOf('?');
    var end = query < 0 ? url.length() : query;
    var dot = url.lastIndexOf('.', end - 1);
    return dot > 0
        && end - dot <= 5
        && DOCUMENTS.contains(url.substring(dot + 1, end).toLowerCase(Locale.ROOT));
  }

  private static Kind kind(String href) {
    return href.isEmpty()
            || href.charAt(0) == '#'
            || href.regionMatches(true, 0, "javascript:", 0, 11)
        ? Kind.SCRIPTED
        : Kind.ANCHOR;
  }

  /// An entry of a drop-down list is a link only when it is an address in full.
  private void choice(String value, String text, int at) {
    if (value.startsWith("http://") || value.startsWith("https://")) {
      add(addresses.absolute(value), Anchors.fold(text), Kind.SCRIPTED, at);
    }
  }

  private void embedded(String written, String text, Kind kind, int at) {
    if (!written.isEmpty()) {
      add(addresses.absolute(written), Anchors.fold(text), kind, at);
    }
  }

  private void add(String url, String text, Kind kind, int at) {
    if (url.isEmpty()) {
      return;
    }
    if (links.size() >= MOST) {
      cut = true;
      return;
    }
    var short200 = text.length() > 200 ? text.substring(0, 200) : text;
    var link = new Link(url, short200, kind, at < 0 ? Region.HEADER : regions.at(at));
    if (seen.add(link)) {
      links.add(link);
    }
  }
}
