package xuncha.crawler;

import java.util.Optional;
import xuncha.crawler.fetch.Body;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.render.Renderer;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Source;

/// Something that must be done on a page to learn what it does. A replay cannot do it again, so
/// what it told is kept in the archive beside the page.
public interface Deed {
  /// What it is called, a word in lower case; one visit does it once on each page.
  String name();

  /// Does it.
  ///
  /// @param page as it was answered, no scripts run
  Told go(Exchange.Answered page, Renderer.Sitting sitting);

  /// What came of it.
  sealed interface Told {
    /// It was done.
    ///
    /// @param json what was learnt
    /// @param picture what could be seen, PNG
    record Done(Body json, Optional<Body> picture) implements Told {}

    /// It could not be done.
    record Failed(Failure why) implements Told {}
  }

  /// What is known of a deed, now or at a replay.
  sealed interface Known {
    /// It was done.
    ///
    /// @param source where what was learnt is archived
    /// @param picture where the picture is; empty when there is none
    record Done(Body json, Source source, Optional<Source> picture) implements Known {}

    /// It could not be done.
    record Failed(Failure why) implements Known {}
  }
}
