package xuncha.crawler.render;

import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Optional;
import xuncha.crawler.fetch.Exchange;

/// One page to be drawn.
///
/// @param page as it was answered
/// @param cookies what the visit's earlier pages left behind; the browser's thread puts those of
///   this page there before it hands the drawing out
/// @param looks how much of its looks is loaded
/// @param agent how the browser calls itself
/// @param performance what is done on it; empty when it is only drawn
record Job(
    Exchange.Answered page,
    List<Cookie> cookies,
    Looks looks,
    String agent,
    Hatch hatch,
    Optional<Performance<?>> performance) {
  /// How much of a page's looks is loaded.
  enum Looks {
    /// Text alone.
    PLAIN,
    /// With style sheets, so that what is hidden is hidden.
    STYLED,
    /// With images and fonts too, and a picture in the end.
    PICTURED
  }

  boolean pictured() {
    return looks == Looks.PICTURED;
  }

  boolean styled() {
    return looks != Looks.PLAIN;
  }
}
