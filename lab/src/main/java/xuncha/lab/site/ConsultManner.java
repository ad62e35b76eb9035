package xuncha.lab.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How one writes to a site's body.
///
/// @param way how one gets to the form, or what stands in its place
/// @param layout how the form is laid out, from 0
/// @param attributes of the field for the text, as HTML
/// @param hint what stands in the empty field
/// @param notices sentences on the form's page, or on the page before it
/// @param tracking whether one can look up how a message fares
/// @param checking what the form's scripts do with what is written
/// @param office who takes what is written; empty where everything is answered alike
/// @param told what a right measurement of its check comes to
public record ConsultManner(
    Way way,
    int layout,
    String attributes,
    String hint,
    List<String> notices,
    boolean tracking,
    ConsultChecking checking,
    Optional<Office> office,
    Map<String, Object> told) {
  /// How many layouts there are.
  public static final int LAYOUTS = 4;

  /// How one gets to the form, or what stands in its place.
  public enum Way {
    /// The form stands where the link leads.
    OPEN,
    /// Behind a notice that a link agrees to.
    AGREEMENT,
    /// Behind a choice of the box to write to.
    WIZARD,
    /// In a frame.
    FRAME,
    /// On another host of the same body.
    OTHER_HOST,
    /// Behind a log-in.
    LOGIN,
    /// The page says that it is shut at this hour.
    CLOSED,
    /// The page says that it is being repaired.
    PAUSED,
    /// A petition office's form, and nothing else.
    PETITION,
    /// A form for reports of misconduct, and nothing else.
    REPORTING,
    /// A link to the hotline's site, and nothing else.
    HOTLINE,
    /// An e-mail address, and nothing else.
    MAIL,
    /// A telephone number, and nothing else.
    PHONE,
    /// The link leads nowhere.
    BROKEN,
    /// Nothing at all.
    NONE
  }

  public ConsultManner {
    notices = List.copyOf(notices);
    told = Map.copyOf(told);
  }

  /// An open form without limits, whose messages can be looked up.
  public static ConsultManner open(int layout) {
    return new ConsultManner(
        Way.OPEN,
        layout,
        "",
        "",
        List.of(),
        true,
        ConsultChecking.NONE,
        Optional.empty(),
        Map.of());
  }

  public ConsultManner by(Way other) {
    return new ConsultManner(
        other, layout, attributes, hint, notices, tracking, checking, office, told);
  }

  public ConsultManner with(String fieldAttributes) {
    return new ConsultManner(
        way, layout, fieldAttributes, hint, notices, tracking, checking, office, told);
  }

  public ConsultManner checking(ConsultChecking.Kind kind, int least, int most) {
    var other = new ConsultChecking(kind, least, most);
    return new ConsultManner(way, layout, attributes, hint, notices, tracking, other, office, told);
  }

  public ConsultManner hinting(String words) {
    return new ConsultManner(
        way, layout, attributes, words, notices, tracking, checking, office, told);
  }

  public ConsultManner noting(String sentence) {
    var more = new ArrayList<>(notices);
    more.add(sentence);
    return new ConsultManner(way, layout, attributes, hint, more, tracking, checking, office, told);
  }

  public ConsultManner takenBy(Office other) {
    return new ConsultManner(
        way, layout, attributes, hint, notices, tracking, checking, Optional.of(other), told);
  }

  public ConsultManner untracked() {
    return new ConsultManner(way, layout, attributes, hint, notices, false, checking, office, told);
  }

  public ConsultManner telling(String key, Object value) {
    var more = new HashMap<>(told);
    more.put(key, value);
    return new ConsultManner(
        way, layout, attributes, hint, notices, tracking, checking, office, more);
  }
}
