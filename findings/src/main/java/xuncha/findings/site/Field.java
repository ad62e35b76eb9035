package xuncha.findings.site;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The columns that a registry file may have, by the names they go by: the contract's first, in
/// English and Chinese, then what lists in the wild call them.
enum Field {
  CODE("code", "网站标识码", "标识码"),
  ID("id", "账号标识", "账号编号"),
  PLATFORM("platform", "平台", "所属平台", "账号平台", "平台类型"),
  HANDLE("handle", "账号", "平台账号"),
  NAME("name", "网站名称", "账号名称", "名称"),
  URL("url", "首页网址", "网址", "首页地址", "网站网址", "网站地址", "主页网址"),
  ORGANISER("organiser", "主办单位", "organizer", "开办单位"),
  CATEGORY("category", "类别", "网站类别", "账号类别", "网站类型", "分类"),
  REGION("region", "行政区", "行政区划", "所属地区", "地区"),
  STATUS("status", "状态", "运行状态", "网站状态"),
  FEED("feed", "订阅源", "订阅地址");

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> names;

  Field(String... names) {
    this.names = List.of(names);
  }

  /// The contract's English name, as files are written with it.
  String contractName() {
    return names.getFirst();
  }

  /// The contract's names, for messages: `url (首页网址)`.
  String both() {
    return names.get(0) + " (" + names.get(1) + ")";
  }

  /// The column that goes by that name, whatever its case and spacing, and with or without a note
  /// in brackets or an asterisk; empty when there is none.
  static Optional<Field> named(String header) {
    var plain =
        header
            .replaceAll("[(（\\[【].*", "")
            .replaceAll("[\\s\\p{Z}*＊:：]", "")
            .replace('帐', '账')
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(field -> field.names.contains(plain)).findFirst();
  }
}
