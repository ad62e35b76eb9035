package xuncha.findings.site;

import java.util.Arrays;
import java.util.Optional;

/// What kind of body a site or account belongs to; decides which indicators apply.
public enum Category {
  PROVINCE_PORTAL("province-portal", "省级门户"),
  DEPARTMENT("department", "部门网站"),
  CITY_PORTAL("city-portal", "市级门户"),
  COUNTY_PORTAL("county-portal", "县级门户"),
  OTHER("other", "其他");

  private final String id;
  private final String zh;

  Category(String id, String zh) {
    this.id = id;
    this.zh = zh;
  }

  /// The name used in files and JSON.
  public String id() {
    return id;
  }

  /// The name used in the bulletin.
  public String zh() {
    return zh;
  }

  /// Whether the deduct and bonus parts apply (rule L-02: portals only).
  public boolean isPortal() {
    return this == PROVINCE_PORTAL || this == CITY_PORTAL || this == COUNTY_PORTAL;
  }

  /// The category written as `text` (its id or its Chinese name), empty when it is neither.
  public static Optional<Category> parse(String text) {
    var wanted = text.strip();
    return Arrays.stream(values())
        .filter(category -> category.id.equalsIgnoreCase(wanted) || category.zh.equals(wanted))
        .findFirst();
  }
}
