package xuncha.findings.visit;

import java.util.List;
import java.util.Optional;

/// What a log-in with a test account showed. It holds no secret, and of the person's space no more
/// than the names of its parts: whatever the site says to the person stays between them.
///
/// @param login how it went
/// @param space the person's own pages; empty when nobody was logged in
/// @param source where this record is archived
public record UserSpace(Login login, Optional<Space> space, Source source)
    implements Keepable<UserSpace> {

  /// One log-in.
  ///
  /// @param from the page that the person was on
  /// @param url the page that asks for name and password
  /// @param way addresses from there on, without what follows the question mark
  /// @param landed where the person stood afterwards; empty when that could not be seen
  /// @param returned whether that is the page they came from
  /// @param why what kept us from logging in, or from seeing where one lands
  public record Login(
      String from,
      String url,
      List<String> way,
      Optional<String> landed,
      boolean returned,
      Optional<Failure> why) {
    public Login {
      way = List.copyOf(way);
    }
  }

  /// The person's own pages.
  ///
  /// @param url the first of them
  /// @param histories what they keep, as far as it was seen
  /// @param why what could not be seen; empty when the whole of it was
  public record Space(String url, List<History> histories, Optional<Failure> why) {
    public Space {
      histories = List.copyOf(histories);
    }
  }

  /// What a space can keep of its person's doings.
  public enum Kind {
    /// Messages sent to the body.
    CONSULTATIONS,
    /// Applications and other services.
    SERVICES,
    /// Pages read.
    BROWSING
  }

  /// One history.
  ///
  /// @param name what the site calls it
  /// @param url the page that shows it
  /// @param recorded whether a page read a moment before is in it; empty where none was read or
  ///   that could not be seen
  /// @param why what kept us from reading it; it is there all the same
  public record History(
      Kind kind, String name, String url, Optional<Boolean> recorded, Optional<Failure> why) {}

  @Override
  public UserSpace archivedAs(Source where) {
    return new UserSpace(login, space, where);
  }
}
