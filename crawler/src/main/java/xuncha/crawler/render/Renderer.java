package xuncha.crawler.render;

import java.util.List;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.KeptCookie;
import xuncha.crawler.fetch.Transport;

/// Draws pages in a browser. Safe for use by any number of visits; pages wait for their turn.
public interface Renderer {
  /// Begins to draw for one visit.
  ///
  /// @param network makes the requests of the visit's pages, on the thread that calls
  ///   [Sitting#draw]
  Sitting sit(Transport network);

  /// One visit's turn: its pages share cookies and the scripts they have in common. For one thread.
  interface Sitting {
    /// Draws a page that was fetched already; the document itself is not asked for again. Blocks.
    ///
    /// @param page the page as it was answered
    /// @param pictured whether a picture is wanted: images, fonts and style sheets are loaded then
    Drawn draw(Exchange.Answered page, boolean pictured);

    /// The cookies that its pages were given so far.
    List<KeptCookie> cookies();

    /// Acts on a page that was fetched already, once its scripts have run and it has come to rest.
    /// Loading it goes as in [#draw], with style sheets. Blocks; nobody else acts on that host's
    /// pages meanwhile.
    ///
    /// @param page the page as it was answered
    /// @param rule what the page may do from then on
    <R> Acted<R> perform(Exchange.Answered page, Act<R> act, Rule rule);
  }
}
