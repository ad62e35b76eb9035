package xuncha.lab.site;

import java.time.Duration;
import java.util.Set;

/// How a site's search works.
///
/// @param way how a visitor starts it
/// @param columnFirst whether nothing is found until a column has been chosen
/// @param leftOut slugs of columns that are not in the index, and not among those to choose from
/// @param order how results are ordered
/// @param answersNonsense whether what matches nothing brings the usual results
/// @param delayDays how many days pass until something new is in the index
/// @param deadEvery of how many things one is found where it no longer is; 0 for none
/// @param delay how long it takes
public record SearchManner(
    Way way,
    boolean columnFirst,
    Set<String> leftOut,
    Order order,
    boolean answersNonsense,
    int delayDays,
    int deadEvery,
    Duration delay) {
  /// How a visitor starts a search.
  public enum Way {
    /// A form sent by GET.
    GET,
    /// A form sent by POST.
    POST,
    /// A box without a form; a script goes to the results.
    SCRIPT,
    /// A box that appears when an icon is clicked.
    HIDDEN,
    /// A page of results that a script fills from a JSON address.
    JSON,
    /// A form that leads to another host of the same body.
    OTHER_HOST,
    /// An icon without words; the box is only made when it is clicked.
    ICON,
    /// A box whose results open in a window of their own.
    WINDOW,
    /// A box that a script made, without a form; its results come as data, into the same page.
    COMPONENT,
    /// The same, asked by POST in JSON.
    COMPONENT_POST,
    /// The same, asked with a number that only the page's script works out.
    SIGNED,
    /// A form by GET whose page of results asks for them by POST.
    RESULTS_BY_POST,
    /// None.
    NONE;

    /// Whether results come as data, and a script puts them into a page.
    public boolean byData() {
      return switch (this) {
        case JSON, COMPONENT, COMPONENT_POST, SIGNED, RESULTS_BY_POST -> true;
        case GET, POST, SCRIPT, HIDDEN, OTHER_HOST, ICON, WINDOW, NONE -> false;
      };
    }

    /// Whether the page alone does not show it: a script might make a box where there is none.
    public boolean scripted() {
      return switch (this) {
        case SCRIPT, HIDDEN, ICON, WINDOW, NONE -> true;
        case GET, POST, OTHER_HOST -> false;
        case JSON, COMPONENT, COMPONENT_POST, SIGNED, RESULTS_BY_POST -> true;
      };
    }
  }

  /// How results are ordered.
  public enum Order {
    /// Titles that match first, then by date.
    MATCH,
    /// Oldest first, whatever matches in the text too.
    OLDEST
  }

  public SearchManner {
    leftOut = Set.copyOf(leftOut);
  }

  /// A form by GET that finds everything at once.
  public static final SearchManner GOOD =
      new SearchManner(Way.GET, false, Set.of(), Order.MATCH, false, 0, 0, Duration.ZERO);

  public SearchManner by(Way other) {
    return new SearchManner(
        other, columnFirst, leftOut, order, answersNonsense, delayDays, deadEvery, delay);
  }

  public SearchManner columnFirst(boolean first) {
    return new SearchManner(
        way, first, leftOut, order, answersNonsense, delayDays, deadEvery, delay);
  }

  public SearchManner without(Set<String> slugs) {
    return new SearchManner(
        way, columnFirst, slugs, order, answersNonsense, delayDays, deadEvery, delay);
  }

  public SearchManner ordered(Order other) {
    return new SearchManner(
        way, columnFirst, leftOut, other, answersNonsense, delayDays, deadEvery, delay);
  }

  public SearchManner answeringNonsense() {
    return new SearchManner(way, columnFirst, leftOut, order, true, delayDays, deadEvery, delay);
  }

  public SearchManner behind(int days) {
    return new SearchManner(
        way, columnFirst, leftOut, order, answersNonsense, days, deadEvery, delay);
  }

  public SearchManner deadEvery(int results) {
    return new SearchManner(
        way, columnFirst, leftOut, order, answersNonsense, delayDays, results, delay);
  }

  public SearchManner taking(Duration time) {
    return new SearchManner(
        way, columnFirst, leftOut, order, answersNonsense, delayDays, deadEvery, time);
  }
}
