package xuncha.findings.visit;

import java.util.Optional;

/// The identification marks that a page shows, as standards §6.3 lists them.
///
/// @param icp ICP备案号 as written
/// @param police 公安备案号 as written
/// @param policeLink the number in the link to the police's register, where there is one
/// @param siteCode 网站标识码 as written in visible text
/// @param errorReportCode the site code given to the 我为政府网站找错 script or link
/// @param errorReport whether an entry 我为政府网站找错 is there at all
/// @param partyMark whether the 党政机关网站标识 is there
/// @param organiser what follows 主办 or 主办单位
/// @param contact a telephone number given as contact
/// @param sitemap where 网站地图 leads
/// @param scripted whether the footer may be filled in by a script, so that absence proves nothing
public record Marks(
    Optional<String> icp,
    Optional<String> police,
    Optional<String> policeLink,
    Optional<String> siteCode,
    Optional<String> errorReportCode,
    boolean errorReport,
    boolean partyMark,
    Optional<String> organiser,
    Optional<String> contact,
    Optional<String> sitemap,
    boolean scripted) {

  /// A page without any mark.
  public static final Marks NONE =
      new Marks(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false);
}
