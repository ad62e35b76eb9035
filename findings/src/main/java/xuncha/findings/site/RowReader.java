package xuncha.findings.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
                new Wording(
                    "最后一个列标题右边还有内容，本行各列可能错位",
                    "a cell to the right of the last title, so the cells of this row may be shifted"),
                new Wording("含逗号的单元格请用双引号括起来", "put cells that contain commas in double quotes")));
    return header.listsAccounts() ? account() : site();
  }

  private Optional<Target> site() {
    var code = id(Field.CODE);
    if (!code.isEmpty() && !OFFICIAL_CODE.matcher(code).matches()) {
      warning(
          Field.CODE,
          new Wording("网站标识码不合规格：" + quoted(code), "unusual site code " + quoted(code)),
          new Wording(
              "正式的为10位数字，或bm加8位数字；已照原样采用",
              "an official one has 10 digits, or bm and 8 digits; it is kept as it is"));
    }
    var address = HomeAddress.parse(header.cell(Field.URL, row));
    var category = category();
    var running = running();
    if (!(address instanceof HomeAddress.Usable(var url, _, var assumed))) {
      badAddress(((HomeAddress.Unusable) address).why());
      return Optional.empty();
    }
    assumed(url, assumed);
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
      error(
          Field.ID,
          new Wording("没有账号标识、账号和名称", "an account without id, handle and name"),
          new Wording("请填一个与其他账号不重复的标识", "give it an id that no other has"));
      return "";
    }
    var standIn = platform.id() + ":" + word;
    warning(
        Field.ID,
        new Wording(
            "没有账号标识，以 " + quoted(standIn) + " 代替",
            "no id, " + quoted(standIn) + " stands in for it"),
        new Wording(
            "请填账号标识，账号改名后历史记录才不会中断",
            "give the account an id, so that its history survives a change of name"));
    return standIn;
  }

  private String accountAddress() {
    var text = header.cell(Field.URL, row);
    if (text.isEmpty()) {
      return "";
    }
    return switch (HomeAddress.parse(text)) {
      case HomeAddress.Usable(var url, _, var assumed) -> {
        assumed(url, assumed);
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
      error(
          field,
          new Wording("超过 " + LONGEST_ID + " 个字符", "longer than " + LONGEST_ID + " characters"),
          new Wording("请缩短", "shorten it"));
    }
    return id;
  }

  private Platform platform() {
    var text = header.cell(Field.PLATFORM, row);
    var found = Platform.parse(text);
    if (found.isEmpty()) {
      error(
          Field.PLATFORM,
          text.isEmpty()
              ? new Wording("没有填平台", "no platform")
              : unknown("没有这种平台", "unknown platform", text),
          oneOf(Platform.values(), Platform::zh, Platform::id));
    }
    return found.orElse(Platform.OTHER);
  }

  private Category category() {
    var text = header.cell(Field.CATEGORY, row);
    var found = Category.parse(text);
    if (found.isEmpty() && (!text.isEmpty() || header.has(Field.CATEGORY))) {
      var remedy = oneOf(Category.values(), Category::zh, Category::id);
      if (text.isEmpty()) {
        warning(
            Field.CATEGORY,
            new Wording("没有填类别，按“" + Category.OTHER.zh() + "”处理", "no category, taken as other"),
            remedy);
      } else {
        error(Field.CATEGORY, unknown("没有这种类别", "unknown category", text), remedy);
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
          unknown("没有这种状态", "unknown status", text),
          new Wording("请填运行或关停，留空即为运行", "use running or offline, or leave it empty for running"));
    }
    return !OFFLINE.contains(word);
  }

  private static Wording unknown(String zh, String en, String text) {
    return new Wording(zh + "：" + quoted(text), en + " " + quoted(text));
  }

  private static <T> Wording oneOf(T[] all, Function<T, String> zh, Function<T, String> id) {
    return new Wording(
        "请从中选填：" + Arrays.stream(all).map(zh).collect(Collectors.joining("、")),
        "use one of " + Arrays.stream(all).map(id).collect(Collectors.joining(", ")));
  }

  private void badAddress(Wording why) {
    var text = header.cell(Field.URL, row);
    error(
        Field.URL,
        text.isEmpty() ? why : why.about(quoted(HomeAddress.shown(text))),
        new Wording("请写成 http://www.example.gov.cn/", "write it like http://www.example.gov.cn/"));
  }

  private void assumed(String url, boolean assumed) {
    if (assumed) {
      warning(
          Field.URL,
          new Wording(
              "没有写 http:// 或 https://，按 " + url + " 处理", "no http:// or https://, taken as " + url),
          new Wording("请写完整网址", "write the address in full"));
    }
  }

  private boolean hasError() {
    return problems.stream().anyMatch(problem -> problem.level() == Problem.Level.ERROR);
  }

  private void error(Field field, Wording what, Wording remedy) {
    error(header.title(field), what, remedy);
  }

  private void error(String column, Wording what, Wording remedy) {
    problems.add(new Problem(file, number, column, Problem.Level.ERROR, what, remedy));
  }

  private void warning(Field field, Wording what, Wording remedy) {
    problems.add(
        new Problem(file, number, header.title(field), Problem.Level.WARNING, what, remedy));
  }

  /// On one line, and not longer than a line should be.
  static String quoted(String text) {
    var line = text.replaceAll("\\p{C}+", " ");
    return "\"" + (line.length() <= 60 ? line : line.substring(0, 59) + "…") + "\"";
  }
}
