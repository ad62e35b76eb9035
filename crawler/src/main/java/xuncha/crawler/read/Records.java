package xuncha.crawler.read;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import xuncha.crawler.read.date.ItemDates;
import xuncha.findings.Beijing;
import xuncha.findings.visit.FoundDate.Provenance;
import xuncha.findings.visit.Item;

/// Records of data (JSON, script arrays, XML) into list entries. Which field is the title, the
/// address or the date is told by what it is called and by what it holds.
final class Records {
  private static final int MOST = 300;
  private static final Pattern DAY =
      Pattern.compile("(?:19|20)\\d{2}[-/.年]\\s?\\d{1,2}[-/.月]\\s?\\d{1,2}");
  private static final Pattern EPOCH = Pattern.compile("1[0-9]{9}(?:[0-9]{3})?");
  private static final Pattern PICTURE =
      Pattern.compile(
          "\\.(?:jpe?g|png|gif|bmp|svg|webp|css|js)(?:\\?|$)", Pattern.CASE_INSENSITIVE);
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:https?:/)?\\.{0,2}/\\S+|[\\w-]+(?:/[\\w.-]+)*\\.(?:s?html?|jsp|aspx?|php|do)(?:\\?\\S*)?");
  private static final double SURE = 0.85;

  private final Addresses addresses;
  private final String page;
  private final Instant seenAt;

  /// @param page the address of the page that shows the records
  Records(Addresses addresses, String page, Instant seenAt) {
    this.addresses = addresses;
    this.page = page;
    this.seenAt = seenAt;
  }

  /// The entries of the largest array of records in that tree that looks like a list of
  /// publications.
  List<Item> in(JsonNode tree) {
    var best = new ArrayList<Item>();
    gather(tree, best, 0);
    return best;
  }

  private void gather(JsonNode node, List<Item> best, int depth) {
    if (depth > 12) {
      return;
    }
    if (node.isArray()) {
      var rows = new ArrayList<Map<String, String>>();
      for (var row : node) {
        if (rows.size() < MOST) {
          rows.add(fields(row));
        }
      }
      // as many with a date each would be the most that they could be worth
      var items = rows.size() * 3 > worth(best) ? items(rows) : List.<Item>of();
      if (worth(items) > worth(best)) {
        best.clear();
        best.addAll(items);
      }
    }
    if (node.isContainer()) {
      for (var child : node) {
        gather(child, best, depth + 1);
      }
    }
  }

  /// How much of a list of publications the items are: dates weigh more than titles.
  static int worth(List<Item> items) {
    return items.stream().mapToInt(item -> item.date().isPresent() ? 3 : 1).sum();
  }

  /// The scalar fields of one record, one level of nesting flattened.
  private static Map<String, String> fields(JsonNode row) {
    var fields = new LinkedHashMap<String, String>();
    if (row.isObject()) {
      for (var entry : row.properties()) {
        var value = entry.getValue();
        if (value.isValueNode() && !value.isNull()) {
          fields.put(entry.getKey().toLowerCase(Locale.ROOT), value.asString(""));
        } else if (value.isObject()) {
          for (var inner : value.properties()) {
            if (inner.getValue().isValueNode() && !inner.getValue().isNull()) {
              fields.putIfAbsent(
                  inner.getKey().toLowerCase(Locale.ROOT), inner.getValue().asString(""));
            }
          }
        }
      }
    } else if (row.isArray()) {
      for (var i = 0; i < row.size(); i++) {
        if (row.get(i).isValueNode()) {
          fields.put("#" + i, row.get(i).asString(""));
        }
      }
    }
    return fields;
  }

  /// The entries that the rows make; empty when they are no publications: most must have a title,
  /// and a date or an address.
  List<Item> items(List<Map<String, String>> rows) {
    var items = new ArrayList<Item>();
    var asked = new ArrayList<ItemDates.Entry>();
    for (var row : rows) {
      var title = title(row);
      var url = address(row);
      var day = day(row);
      if (title.length() >= 4 && (url.isPresent() || day.isPresent())) {
        items.add(new Item(title, url.orElse(page), Optional.empty(), isPinned(row)));
        asked.add(new ItemDates.Entry(block(title, day.orElse("")), title, url.orElse("")));
      }
    }
    if (items.size() * 2 < rows.size()) {
      return List.of();
    }
    var dates = ItemDates.ofList(asked, seenAt);
    for (var i = 0; i < items.size(); i++) {
      var at = i;
      dates
          .get(i)
          .ifPresent(date ->
              items.set(
                  at,
                  items
                      .get(at)
                      .dated(
                          date.from() == Provenance.LIST
                              ? date.as(Provenance.STRUCTURED, Math.min(SURE, date.confidence()))
                              : date)));
    }
    return items;
  }

  private static Element block(String title, String day) {
    var block = new Element("li");
    block.appendElement("a").text(title);
    block.appendElement("span").text(day);
    return block;
  }

  private static String title(Map<String, String> row) {
    var best = "";
    var rank = 0;
    for (var field : row.entrySet()) {
      var its = titleRank(field.getKey(), field.getValue());
      if (its > rank
          || (its == rank && rank > 0 && its < 3 && field.getValue().length() > best.length())) {
        rank = its;
        best = field.getValue();
      }
    }
    var text = best.indexOf('<') >= 0 ? Jsoup.parseBodyFragment(best).text() : Anchors.fold(best);
    return text.length() > 300 ? text.substring(0, 300) : text;
  }

  private static int titleRank(String key, String value) {
    if (value.isBlank()
        || value.length() > 1000
        || (isDigit(value.charAt(0)) && DAY.matcher(value).matches())) {
      return 0;
    }
    if (key.contains("title")
        && !key.contains("sub")
        && !key.contains("short")
        && !key.contains("column")) {
      return 4;
    }
    if (key.equals("bt")
        || key.equals("subject")
        || key.equals("headline")
        || key.equals("topic")
        || key.endsWith("title")) {
      return 3;
    }
    var chinese = value.chars().anyMatch(c -> c >= 0x4E00 && c <= 0x9FFF);
    if (!chinese) {
      return 0;
    }
    return key.equals("name") || key.startsWith("#")
        ? 2
        : value.length() <= 120 && value.length() >= 8 ? 1 : 0;
  }

  private Optional<String> address(Map<String, String> row) {
    var best = "";
    var rank = 0;
    for (var field : row.entrySet()) {
      var its = addressRank(field.getKey(), field.getValue().strip());
      if (its > rank) {
        rank = its;
        best = field.getValue().strip();
      }
    }
    return Optional.of(best.isEmpty() ? "" : addresses.absolute(best))
        .filter(url -> !url.isEmpty());
  }

  private static int addressRank(String key, String value) {
    if (value.length() > 500
        || (value.indexOf('/') < 0 && value.indexOf('.') < 0)
        || PICTURE.matcher(value).find()
        || !ADDRESS.matcher(value).matches()) {
      return 0;
    }
    if (key.contains("img")
        || key.contains("pic")
        || key.contains("image")
        || key.contains("logo")
        || key.contains("thumb")
        || key.contains("cover")) {
      return 0;
    }
    return key.contains("url") || key.contains("link") || key.contains("href")
        ? 3
        : key.startsWith("#") ? 2 : 1;
  }

  private static Optional<String> day(Map<String, String> row) {
    var best = "";
    var rank = 0;
    for (var field : row.entrySet()) {
      var its = dayRank(field.getKey(), field.getValue());
      if (its > rank) {
        rank = its;
        best = field.getValue();
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(spelled(best));
  }

  private static int dayRank(String key, String value) {
    var visible = value.length() <= 40 && DAY.matcher(value).find();
    var counted = (value.length() == 10 || value.length() == 13) && EPOCH.matcher(value).matches();
    var dateKey =
        key.contains("date") || key.contains("time") || key.endsWith("rq") || key.endsWith("sj");
    if (!visible && !(counted && dateKey)) {
      return 0;
    }
    if (key.contains("end")
        || key.contains("expire")
        || key.contains("valid")
        || key.contains("deadline")
        || key.contains("begin")) {
      return 0;
    }
    if (key.contains("pub")
        || key.contains("release")
        || key.contains("fb")
        || key.contains("issue")
        || key.contains("show")
        || key.contains("display")) {
      return 5;
    }
    if (key.contains("mod") || key.contains("upd") || key.contains("op")) {
      return 1;
    }
    if (key.contains("creat") || key.contains("add") || key.contains("ins")) {
      return 2;
    }
    return dateKey ? 4 : 3;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static String spelled(String value) {
    if (!EPOCH.matcher(value).matches()) {
      return value;
    }
    var millis = Long.parseLong(value) * (value.length() == 10 ? 1000 : 1);
    return LocalDate.ofInstant(Instant.ofEpochMilli(millis), Beijing.ZONE).toString();
  }

  private static boolean isPinned(Map<String, String> row) {
    for (var field : row.entrySet()) {
      var key = field.getKey();
      if ((key.contains("istop")
              || key.contains("is_top")
              || key.equals("top")
              || key.contains("sticky"))
          && (field.getValue().equals("1") || field.getValue().equals("true"))) {
        return true;
      }
    }
    return false;
  }
}
