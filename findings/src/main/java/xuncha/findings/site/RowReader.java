package xuncha.findings.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Makes a site or an account of one row, and says everything that is wrong with the row.
final class RowReader {
  /// 6-digit region and 4-digit serial, or `bm` and 8 digits (contract §2).
  private static final Pattern OFFICIAL_CODE = Pattern.compile("\\d{10}|bm\\d{8}");

  private static final int LONGEST_ID = 200;
  private static final Set<String> RUNNING =
      Set.of("", "running", "运行", "正常", "正常运行", "运行中", "开通", "在线");
  private static final Set<String> OFFLINE =
      Set.of("offline", "关停", "已关停", "停用", "下线", "已下线", "关闭", "已关闭", "停止运行", "离线");

  private final String file;
  private final Header header;
  private final int number;
  private final List<String> row;
  private final List<Problem> problems = new ArrayList<>();

  RowReader(String file, Header header, int number, List<String> row) {
    this.file = file;
    this.header = header;
    this.number = number;
    this.row = row;
  }

  /// What is wrong with the row; complete once the row was read.
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /// The target of this row, empty when a mistake keeps it out.
  Optional<Target> read() {
    header
        .stray(row)
        .ifPresent(column ->
            error(
                column,
                "a cell to the right of the last title, so the cells of this row may be shifted",
                "put cells that contain commas in double quotes"));
    return header.listsAccounts() ? account() : site();
  }

  private Optional<Target> site() {
    var code = id(Field.CODE);
    if (!code.isEmpty() && !OFFICIAL_CODE.matcher(code).matches()) {
      warning(
          Field.CODE,
          "unusual site code " + quoted(code),
          "an official one has 10 digits, or bm and 8 digits; it is kept as it is");
    }
    var address = HomeAddress.parse(header.cell(Field.URL, row));
    var category = category();
    var running = running();
    if (!(address instanceof HomeAddress.Usable(var url, _, var assumed))) {
      badAddress(((HomeAddress.Unusable) address).why());
      return Optional.empty();
    }
    assumed(assumed);
    if (hasError()) {
      return Optional.empty();
    }
    var name = header.cell(Field.NAME, row);
    return Optional.of(
        new Site(
            code,
            name.isEmpty() ? Site.writtenHost(url) : name,
            url,
            header.cell(Field.ORGANISER, row),
            category,
            header.cell(Field.REGION, row),
            running,
            header.labels(row)));
  }

  private Optional<Target> account() {
    var platform = platform();
    var name = header.cell(Field.NAME, row);
    var handle = header.cell(Field.HANDLE, row);
    var id = accountId(platform, handle, name);
    var category = category();
    var url = accountAddress();
    if (hasError()) {
      return Optional.empty();
    }
    return Optional.of(
        new Account(
            id,
            platform,
            handle,
            name.isEmpty() ? id : name,
            header.cell(Field.ORGANISER, row),
            category,
            header.cell(Field.REGION, row),
            url,
            header.cell(Field.FEED, row),
            header.labels(row)));
  }

  private String accountId(Platform platform, String handle, String name) {
    var id = id(Field.ID);
    if (!id.isEmpty()) {
      return id;
    }
    var word = handle.isEmpty() ? name : handle;
    if (word.isEmpty()) {
      error(Field.ID, "an account without id, handle and name", "give it an id that no other has");
      return "";
    }
    var standIn = platform.id() + ":" + word;
    warning(
        Field.ID,
        "no id, " + quoted(standIn) + " stands in for it",
        "give the account an id, so that its history survives a change of name");
    return standIn;
  }

  private String accountAddress() {
    var text = header.cell(Field.URL, row);
    if (text.isEmpty()) {
      return "";
    }
    return switch (HomeAddress.parse(text)) {
      case HomeAddress.Usable(var url, _, var assumed) -> {
        assumed(assumed);
        yield url;
      }
      case HomeAddress.Unusable(var why) -> {
        badAddress(why);
        yield "";
      }
    };
  }

  private String id(Field field) {
    var text = header.cell(field, row);
    var id = text.matches("(?i)bm\\d{8}") ? text.toLowerCase(java.util.Locale.ROOT) : text;
    if (id.length() > LONGEST_ID) {
      error(field, "longer than " + LONGEST_ID + " characters", "shorten it");
    }
    return id;
  }

  private Platform platform() {
    var text = header.cell(Field.PLATFORM, row);
    var found = Platform.parse(text);
    if (found.isEmpty()) {
      var all =
          Arrays.stream(Platform.values())
              .map(one -> one.id() + " (" + one.zh() + ")")
              .collect(Collectors.joining(", "));
      error(
          Field.PLATFORM,
          text.isEmpty() ? "no platform" : "unknown platform " + quoted(text),
          "use one of " + all);
    }
    return found.orElse(Platform.OTHER);
  }

  private Category category() {
    var text = header.cell(Field.CATEGORY, row);
    var found = Category.parse(text);
    if (found.isEmpty() && (!text.isEmpty() || header.has(Field.CATEGORY))) {
      var all =
          Arrays.stream(Category.values())
              .map(one -> one.id() + " (" + one.zh() + ")")
              .collect(Collectors.joining(", "));
      if (text.isEmpty()) {
        warning(Field.CATEGORY, "no category, taken as other", "use one of " + all);
      } else {
        error(Field.CATEGORY, "unknown category " + quoted(text), "use one of " + all);
      }
    }
    return found.orElse(Category.OTHER);
  }

  private boolean running() {
    var text = header.cell(Field.STATUS, row);
    var word = text.toLowerCase(java.util.Locale.ROOT);
    if (!RUNNING.contains(word) && !OFFLINE.contains(word)) {
      error(
          Field.STATUS,
          "unknown status " + quoted(text),
          "use running (运行) or offline (关停), or leave it empty for running");
    }
    return !OFFLINE.contains(word);
  }

  private void badAddress(String why) {
    var text = header.cell(Field.URL, row);
    error(
        Field.URL,
        text.isEmpty() ? why : why + ": " + quoted(HomeAddress.shown(text)),
        "write it like http://www.example.gov.cn/");
  }

  private void assumed(String assumed) {
    if (!assumed.isEmpty()) {
      warning(Field.URL, assumed, "write the address in full");
    }
  }

  private boolean hasError() {
    return problems.stream().anyMatch(problem -> problem.level() == Problem.Level.ERROR);
  }

  private void error(Field field, String what, String remedy) {
    error(header.title(field), what, remedy);
  }

  private void error(String column, String what, String remedy) {
    problems.add(new Problem(file, number, column, Problem.Level.ERROR, what, remedy));
  }

  private void warning(Field field, String what, String remedy) {
    problems.add(
        new Problem(file, number, header.title(field), Problem.Level.WARNING, what, remedy));
  }

  /// On one line, and not longer than a line should be.
  static String quoted(String text) {
    var line = text.replaceAll("\\p{C}+", " ");
    return "\"" + (line.length() <= 60 ? line : line.substring(0, 59) + "…") + "\"";
  }
}
