package xuncha.lab.site;

/// How a site answers the letters that it publishes.
///
/// @param wording which of the common namings of the two times its pages use, from 0
/// @param answers how promptly it answers
public record LettersManner(int wording, Answers answers) {
  /// How promptly letters are answered.
  public enum Answers {
    /// Within a few days.
    PROMPT,
    /// Within some weeks.
    SLOW,
    /// Promptly, but for one letter, over three months old where there is such a one, still open.
    ONE_OPEN,
    /// Promptly, but for one letter, which took over three months.
    ONE_LATE
  }

  /// How many namings there are.
  public static final int WORDINGS = 5;
}
