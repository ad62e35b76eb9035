package xuncha.lab.site;

import java.util.EnumSet;
import java.util.Set;

/// What the footer shows.
///
/// @param missing marks that are left out
/// @param code the site code that is shown, empty for the right one
/// @param reportCode the code given to 我为政府网站找错, empty for the right one
/// @param scripted whether a script writes the footer
/// @param wide whether colons and digits are written full-width
public record LabMarks(
    Set<Mark> missing, String code, String reportCode, boolean scripted, boolean wide) {
  /// A mark that belongs in every footer.
  public enum Mark {
    ICP,
    POLICE,
    SITE_CODE,
    PARTY,
    ERROR_REPORT,
    ORGANISER,
    CONTACT,
    SITEMAP
  }

  public LabMarks {
    missing = Set.copyOf(missing);
  }

  /// Everything in place.
  public static final LabMarks COMPLETE =
      new LabMarks(EnumSet.noneOf(Mark.class), "", "", false, false);

  public boolean shows(Mark mark) {
    return !missing.contains(mark);
  }
}
