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
/// @param contact a telephone number or mailbox given as contact
/// @param sitemap where 网站地图 leads
/// @param elsewhere where more marks may be that could not be read, so that absence proves nothing
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
    Elsewhere elsewhere) {
  /// Where marks may be that are in no text, link or script of the page.
  public enum Elsewhere {
    /// All of the page was read.
    NOWHERE,
    /// Scripts may put them there.
    SCRIPTS,
    /// In a page that is shown within this one.
    FRAME,
    /// In a picture that nothing describes.
    PICTURE
  }

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
          Elsewhere.NOWHERE);

  /// These marks, and what `other` shows beside them. Where more may be remains as it is here.
  public Marks and(Marks other) {
    return new Marks(
        icp.or(other::icp),
        police.or(other::police),
        policeLink.or(other::policeLink),
        siteCode.or(other::siteCode),
        errorReportCode.or(other::errorReportCode),
        errorReport || other.errorReport,
        partyMark || other.partyMark,
        organiser.or(other::organiser),
        contact.or(other::contact),
        sitemap.or(other::sitemap),
        elsewhere);
  }

  /// The same marks, where more may be as told.
  public Marks but(Elsewhere its) {
    return new Marks(
        icp,
        police,
        policeLink,
        siteCode,
        errorReportCode,
        errorReport,
        partyMark,
        organiser,
        contact,
        sitemap,
        its);
  }
}
