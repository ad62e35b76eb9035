package xuncha.crawler.render;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;
import xuncha.crawler.fetch.Body;

/// A page that has come to rest, to be acted on. The page's own time stands still but in [#settle].
///
/// Whatever is asked of the page runs in a world of its own: it shares the page's tree and nothing
/// else, so that the page's scripts can neither see nor deceive it. What it puts on `globalThis` is
/// there the next time, as long as the document is.
public interface Stage {
  /// The page and the frames in it, the page first.
  List<Part> parts();

  /// Writes into whatever has the caret, as an input method does: at once, with the events that a
  /// page expects of it.
  void type(String text);

  /// Presses a key: `Enter`, `Tab`, `Control+A`, as Playwright names them.
  void press(String key);

  /// Lets the page's time run until nothing is under way.
  ///
  /// @param most of the page's own time
  /// @return false when it did not come to rest
  boolean settle(Duration most);

  /// All that the page tried to send or get since it was acted on, in order.
  List<Attempt> attempts();

  /// The boxes that came up since then, each dismissed or agreed to as the rule says.
  List<Box> boxes();

  /// How much longer the act may take.
  Duration left();

  /// The page as a person would see it, PNG.
  Body picture();

  /// A box that came up.
  ///
  /// @param kind `alert`, `confirm`, `prompt` or `beforeunload`
  record Box(String kind, String words) {}

  /// The page, or a frame in it.
  interface Part {
    String url();

    /// Asks something of this part.
    ///
    /// @param function JavaScript, a function of one argument whose result can be told as JSON
    /// @param argument is handed over as JSON
    /// @return what it says; missing when the part is gone
    JsonNode ask(String function, Object argument);

    /// Clicks on an element, as a hand does where the element can be reached, else as a script
    /// does.
    ///
    /// @param element JavaScript, a function without arguments that gives the element
    /// @return whether there was one
    boolean click(String element);
  }
}
