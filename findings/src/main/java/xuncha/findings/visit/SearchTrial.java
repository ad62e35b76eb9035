package xuncha.findings.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What happened when the site's search was looked for, and asked for things that the site itself
/// has published. It tells what came back; whether that is good enough is not said here.
///
/// @param way how the search is asked; empty when none was found
/// @param looked the pages that were looked through for one
/// @param sections the columns that the things asked for may come from, and the parts of the site
///   that they belong to
/// @param queries what was asked, in order
/// @param followed results that were opened
/// @param published the day of the newest thing known to be published; empty where no day is known
/// @param found the day of the newest thing that came up in any results; empty where none did
/// @param doubt why there may be a search that was not seen, or more to it than was seen; empty
///   when everything was looked at
/// @param pictures what a person would have seen: of pages that stood in the way, and of pages of
///   results that were read in a browser
public record SearchTrial(
    Optional<Way> way,
    List<Place> looked,
    List<Section> sections,
    List<Query> queries,
    List<Followed> followed,
    Optional<LocalDate> published,
    Optional<LocalDate> found,
    Optional<Failure> doubt,
    List<Source> pictures)
    implements Artifact {
  public SearchTrial {
    pictures = List.copyOf(pictures);
    looked = List.copyOf(looked);
    sections = List.copyOf(sections);
    queries = List.copyOf(queries);
    followed = List.copyOf(followed);
  }

  /// Without pictures.
  public SearchTrial(
      Optional<Way> way,
      List<Place> looked,
      List<Section> sections,
      List<Query> queries,
      List<Followed> followed,
      Optional<LocalDate> published,
      Optional<LocalDate> found,
      Optional<Failure> doubt) {
    this(way, looked, sections, queries, followed, published, found, doubt, List.of());
  }

  /// The same with pictures.
  public SearchTrial with(List<Source> seen) {
    return new SearchTrial(way, looked, sections, queries, followed, published, found, doubt, seen);
  }

  /// How a search is asked.
  public enum Method {
    /// A form sent by GET.
    GET,
    /// A form sent by POST.
    POST,
    /// An address that a script puts together, answered by a page.
    SCRIPT,
    /// An address that the results page's script asks, answered in data.
    JSON,
    /// A results page that only scripts fill, read in a browser.
    BROWSER;

    /// The name used in JSON.
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How the search is asked.
  ///
  /// @param page the page that has the search box
  /// @param url where questions go, without the words
  /// @param choice what has to be chosen beside the words, where the form offers a choice
  /// @param plain whether the form alone decides where it goes, and no script of the page
  /// @param profile the file that taught how to ask; empty where it was found out
  /// @param source where the page with the box is archived
  public record Way(
      String page,
      String url,
      Method method,
      Optional<Choice> choice,
      boolean plain,
      String profile,
      Source source) {
    /// The same, asked otherwise.
    public Way by(Method other) {
      return new Way(page, url, other, choice, plain, profile, source);
    }
  }

  /// A choice of columns beside the box.
  ///
  /// @param field its name in the form
  /// @param offered the names of the columns that it offers
  /// @param whole whether it offers all of them at once
  public record Choice(String field, List<String> offered, boolean whole) {
    public Choice {
      offered = List.copyOf(offered);
    }
  }

  /// A page that was looked through for a search.
  ///
  /// @param drawn whether it was seen as a browser shows it
  public record Place(String url, boolean drawn, Source source) {}

  /// A column with things to ask for.
  ///
  /// @param name the part of the site that it belongs to, as the site's own navigation names it;
  ///   the column's own name where that has none
  /// @param url the page of that part
  /// @param column its own name
  /// @param columnUrl its own page
  /// @param offered whether it can be chosen; true where there is nothing to choose
  /// @param seen how many of the things that it lists came up in any results
  public record Section(
      String name, String url, String column, String columnUrl, boolean offered, int seen) {}

  /// What a question is made of.
  public enum Kind {
    /// The whole title of something published.
    TITLE,
    /// Words that tell it from others.
    WORDS,
    /// The number of a document.
    NUMBER,
    /// The title of the newest thing published, to learn how far the index is behind.
    NEWEST,
    /// Signs that stand nowhere.
    NONSENSE
  }

  /// What came of a question.
  public enum Result {
    /// The thing asked for is among the results.
    FOUND,
    /// There are results, and it is not among them.
    OTHERS,
    /// No results.
    NONE,
    /// No results; the page wants something chosen first.
    CHOOSE,
    /// What came could not be understood.
    UNCLEAR,
    /// Nothing came.
    FAILED;

    /// Whether it tells anything of the search.
    public boolean answered() {
      return this != UNCLEAR && this != FAILED;
    }
  }

  /// One question.
  ///
  /// @param words what was typed
  /// @param title of the thing asked for; empty for nonsense
  /// @param url of the thing asked for; empty for nonsense
  /// @param column the page of the column that lists it; empty for nonsense
  /// @param published when the thing asked for was published; empty where no day is known
  /// @param chosen the column that was chosen for it; empty when none was
  /// @param rank its place among the results from 1; 0 when it is not among them
  /// @param results how many results the page shows
  /// @param hits where the first results lead, in order, at most ten
  /// @param tookMs how long the answer took
  /// @param why why nothing came; present exactly when the result is `FAILED`
  public record Query(
      Kind kind,
      String words,
      String title,
      String url,
      String column,
      Optional<LocalDate> published,
      String chosen,
      Result result,
      int rank,
      int results,
      List<String> hits,
      long tookMs,
      Optional<Failure> why,
      Source source) {
    public Query {
      hits = List.copyOf(hits);
      if (why.isPresent() != (result == Result.FAILED)) {
        throw new IllegalArgumentException("a question fails exactly when there is a reason");
      }
      if ((rank > 0) != (result == Result.FOUND)) {
        throw new IllegalArgumentException("what is found has a place, and nothing else: " + words);
      }
    }
  }

  /// A result that was opened.
  ///
  /// @param why why it does not open; empty when it does
  public record Followed(String url, Optional<Failure> why) {}
}
