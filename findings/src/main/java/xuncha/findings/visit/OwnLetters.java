package xuncha.findings.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The letters that we wrote to a site ourselves, with its owner's consent, as our journal tells of
/// them. Only visits after the writing bring them.
///
/// @param letters in the order they were written
/// @param source where the list is archived
public record OwnLetters(List<OwnLetter> letters, Source source) implements Keepable<OwnLetters> {
  public OwnLetters {
    letters = List.copyOf(letters);
  }

  /// How the site took a letter.
  public enum Taken {
    ACCEPTED,
    /// Refused because one had written already.
    TOO_MANY,
    REFUSED,
    /// The answer does not tell, or there was none.
    UNCLEAR
  }

  /// One letter.
  ///
  /// @param id our own number for it, which its text names
  /// @param at when it was noted, just before it was sent
  /// @param form the form's page
  /// @param quote the words of the answer
  /// @param numbered whether the answer gave something to look it up by
  /// @param lookup the latest look; empty where none was tried
  public record OwnLetter(
      String id,
      Instant at,
      String form,
      Taken taken,
      String quote,
      boolean numbered,
      Optional<Lookup> lookup) {}

  /// What came of looking a letter up by its number.
  ///
  /// @param found whether the site knew it
  /// @param replied the day of its answer, as the site says or as it was first seen; empty before
  /// @param quote the words
  public record Lookup(Instant at, boolean found, Optional<LocalDate> replied, String quote) {}

  @Override
  public OwnLetters archivedAs(Source place) {
    return new OwnLetters(letters, place);
  }
}
