package xuncha.lab.site;

import java.util.EnumSet;
import java.util.Set;
import xuncha.findings.visit.UserSpace.Kind;

/// What a site has for those who log in.
///
/// @param way how one logs in
/// @param back how one gets back
/// @param keeps the histories in one's space
/// @param records whether pages read are put into theirs
/// @param tabbed whether the histories have pages of their own, or all stand on one
public record SpaceManner(Way way, Back back, Set<Kind> keeps, boolean records, boolean tabbed) {
  /// How one logs in.
  public enum Way {
    /// No log-in at all.
    NONE,
    /// Name and password, on a page of the site.
    PASSWORD,
    /// The same, on another host of the same body.
    OTHER_HOST,
    /// Name, password and the letters of a picture.
    CAPTCHA,
    /// Name and password, and then the code from a message.
    MESSAGE,
    /// Only a script sends name and password.
    SCRIPT,
    /// Nobody is let in.
    REFUSED
  }

  /// How one gets back to the page one came from.
  public enum Back {
    /// The log-in's address names that page.
    ADDRESS,
    /// The site remembers where one came from.
    REFERER,
    /// A page says that all went well, and sends one back after a while.
    REFRESH,
    /// The same by script.
    SCRIPT,
    /// One lands on the home page.
    HOME,
    /// One lands in one's own space.
    SPACE
  }

  public SpaceManner {
    keeps = Set.copyOf(keeps);
  }

  /// No log-in.
  public static final SpaceManner NONE =
      new SpaceManner(Way.NONE, Back.ADDRESS, Set.of(), false, false);

  /// All is kept, and one gets back.
  public static final SpaceManner GOOD =
      new SpaceManner(Way.PASSWORD, Back.ADDRESS, EnumSet.allOf(Kind.class), true, true);

  public SpaceManner by(Way other) {
    return new SpaceManner(other, back, keeps, records, tabbed);
  }

  public SpaceManner back(Back other) {
    return new SpaceManner(way, other, keeps, records, tabbed);
  }

  public SpaceManner keeping(Set<Kind> kinds) {
    return new SpaceManner(way, back, kinds, records, tabbed);
  }

  public SpaceManner forgetful() {
    return new SpaceManner(way, back, keeps, false, tabbed);
  }

  /// All on one page.
  public SpaceManner onePage() {
    return new SpaceManner(way, back, keeps, records, false);
  }

  /// Whether one gets back to where one was.
  public boolean returns() {
    return back != Back.HOME && back != Back.SPACE;
  }
}
