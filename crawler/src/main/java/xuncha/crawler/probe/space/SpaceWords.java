package xuncha.crawler.probe.space;

import java.util.List;
import java.util.Locale;
import xuncha.findings.edition.Lexicon;
import xuncha.findings.visit.UserSpace.Kind;

/// What sites call the doors and rooms of their users.
final class SpaceWords {
  /// Longer texts speak of a thing rather than name it.
  private static final int LONGEST_NAME = 14;

  private final Lexicon lexicon;

  SpaceWords(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /// Whether a link of that text leads to where people log in, and not those who work there.
  boolean isDoor(String text) {
    return names("space.door", text) && !names("space.staff", text);
  }

  /// Whether it lets a person out, who is in therefore.
  boolean isWayOut(String text) {
    return names("space.out", text);
  }

  /// Whether it leads to a person's own pages.
  boolean isOwnPlace(String text) {
    return names("space.place", text);
  }

  /// Whether it may lead on to a history, from a page of the person's own.
  boolean mayLeadOn(String text) {
    return names("space.inner", text) && !isWayOut(text);
  }

  boolean isHistory(Kind kind, String text) {
    return names("space." + kind.name().toLowerCase(Locale.ROOT), text);
  }

  /// Whether a field of that label wants what only a person can read or receive.
  boolean wantsHuman(String label) {
    return within("space.human", label);
  }

  /// Whether the words say that the log-in succeeded.
  boolean saysWelcome(String text) {
    return within("space.welcome", text);
  }

  private boolean names(String list, String text) {
    var folded = folded(text);
    return folded.length() <= LONGEST_NAME && !folded.isEmpty() && within(list, folded);
  }

  private boolean within(String list, String text) {
    var folded = folded(text);
    return words(list).stream().anyMatch(folded::contains);
  }

  private List<String> words(String list) {
    return lexicon.words(list).stream().map(SpaceWords::folded).toList();
  }

  private static String folded(String text) {
    return text.replaceAll("[\\s\\u00a0\\u3000]+", "").toLowerCase(Locale.ROOT);
  }
}
