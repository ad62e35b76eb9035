package xuncha.lab.words;

import xuncha.findings.site.Category;

/// A public body: who answers for a site.
///
/// @param name its full name, as on the door plate
/// @param place the region it serves: 云州市
/// @param pinyin the region's host label: `yunzhou`
/// @param label the body's own host label: `www` for a government, `czj` for a bureau
/// @param parent the portal's host without `www.`: `yunzhou.gov.cn`
/// @param category what it is
/// @param region where it is, as the registry writes it
/// @param adcode the six-digit code of the region
/// @param shortName what documents are numbered with: 云政
/// @param areaCode telephone area code
public record Body(
    String name,
    String place,
    String pinyin,
    String label,
    String parent,
    Category category,
    String region,
    String adcode,
    String shortName,
    String areaCode) {

  /// The host name of its site.
  public String host() {
    return label + "." + parent;
  }

  /// 省, 市, 县 or 区: how texts speak of its territory after 全.
  public String area() {
    return place.substring(place.length() - 1);
  }

  /// Who issues its documents.
  public String organ() {
    return name;
  }

  /// Whether it is a government and not one of its departments.
  public boolean isGovernment() {
    return category.isPortal();
  }

  /// What its head is called.
  public String leaderTitle() {
    return isGovernment()
        ? area() + "长"
        : name.endsWith("厅") ? "厅长" : name.endsWith("局") ? "局长" : "主任";
  }
}
