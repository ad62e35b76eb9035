package xuncha.findings.visit;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The ways that a site offers for writing to its body, as far as can be seen without writing.
///
/// @param channels those that were found, the likeliest first
/// @param tracking ways to look up how a message fares
/// @param doubt why there may be more than was found; empty when everything was looked at
public record Consultation(List<Channel> channels, List<Tracking> tracking, Optional<Failure> doubt)
    implements Artifact {
  public Consultation {
    channels = List.copyOf(channels);
    tracking = List.copyOf(tracking);
  }

  /// One way to write.
  ///
  /// @param name what the site calls it
  /// @param url the page with the form, or the last page on the way there
  /// @param kind what it is for
  /// @param access who can get there
  /// @param way the addresses that lead there, the site's own link first
  /// @param form its form; empty where none was seen
  /// @param stated the limits that form and notices state
  /// @param hours when it is said to be open, one for each statement
  /// @param why what hindered us, where something did
  /// @param source where the last page is archived
  /// @param tried what came of trying its form; empty where it was not tried
  public record Channel(
      String name,
      String url,
      Kind kind,
      Access access,
      List<String> way,
      Optional<Entry> form,
      List<Stated> stated,
      List<Hours> hours,
      Optional<Failure> why,
      Source source,
      Optional<Tried> tried) {
    public Channel {
      way = List.copyOf(way);
      stated = List.copyOf(stated);
      hours = List.copyOf(hours);
    }

    /// A way whose form, if any, was not tried.
    public Channel(
        String name,
        String url,
        Kind kind,
        Access access,
        List<String> way,
        Optional<Entry> form,
        List<Stated> stated,
        List<Hours> hours,
        Optional<Failure> why,
        Source source) {
      this(name, url, kind, access, way, form, stated, hours, why, source, Optional.empty());
    }
  }

  /// What a way to write is for.
  public enum Kind {
    /// Questions, advice, requests: what the indicators ask for.
    CONSULTATION,
    /// 投诉, alone.
    COMPLAINT,
    /// 网上信访.
    PETITION,
    /// 纪检举报.
    REPORTING,
    /// 12345 and its like.
    HOTLINE
  }

  /// Who can get to the form.
  public enum Access {
    OPEN,
    LOGIN,
    /// On a platform of another body.
    EXTERNAL,
    /// The page says that it is shut now.
    CLOSED,
    /// The site's own link leads nowhere.
    BROKEN,
    /// Something is there that could not be seen through.
    UNCLEAR;

    /// The word of the contract.
    public String id() {
      return this == BROKEN ? "none" : name().toLowerCase(Locale.ROOT);
    }
  }

  /// The form itself.
  ///
  /// @param fields the names of its visible fields, in page order
  /// @param captcha whether it asks for a code
  /// @param agreement whether a box has to be ticked or a page be agreed to first
  /// @param scripted whether scripts may check what is written
  public record Entry(List<String> fields, boolean captcha, boolean agreement, boolean scripted) {
    public Entry {
      fields = List.copyOf(fields);
    }
  }

  /// What a limit is on.
  public enum Limit {
    /// Fewest characters of the content.
    MIN_LENGTH,
    /// Most characters of the content.
    MAX_LENGTH,
    /// Messages of one person on one day.
    PER_DAY
  }

  /// How a limit is known.
  public enum From {
    ATTRIBUTE,
    SCRIPT,
    TEXT,
    PROBE;

    /// The word of the contract.
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// What came of trying a form without sending it. The limits found so are among the stated ones.
  ///
  /// @param why why the least length is not known; empty when it is, or when the form lets a single
  ///   character go
  /// @param source where it is archived what was tried and what the form said
  /// @param picture where the form is seen as it refuses
  public record Tried(Optional<Failure> why, Source source, Optional<Source> picture) {}

  /// A limit as stated.
  ///
  /// @param confidence how sure it is that this limits this form, 0 to 1
  /// @param quote the words or the attribute
  public record Stated(
      Limit limit, int value, From from, double confidence, String quote, Source source) {}

  /// When the form is said to be open.
  ///
  /// @param days on which days of the week
  /// @param workdaysOnly whether public holidays are left out
  /// @param intervals `HH:MM` from and to; empty for the whole day
  public record Hours(
      Set<DayOfWeek> days,
      boolean workdaysOnly,
      List<Interval> intervals,
      double confidence,
      String quote,
      Source source) {
    public Hours {
      days = Set.copyOf(days);
      intervals = List.copyOf(intervals);
    }
  }

  /// A part of the day: `08:00` to `19:00`; `24:00` is its end.
  public record Interval(String opens, String closes) {}

  /// A way to look up how a message fares.
  ///
  /// @param by `form`, `link` or `notice`
  /// @param url the page that shows it
  /// @param quote the words
  public record Tracking(String by, String url, String quote, Source source) {}
}
