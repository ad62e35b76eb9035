package xuncha.crawler.archive;

import xuncha.crawler.fetch.Body;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.Transport;
import xuncha.findings.visit.Source;

/// Where visits are written down while they happen.
@FunctionalInterface
public interface Archive {
  /// Begins to write one visit.
  ///
  /// @param over makes the requests
  Recording begin(Heading heading, Transport over);

  /// An archive that keeps nothing.
  static Archive none() {
    return (heading, over) -> new Unrecorded(over);
  }

  /// A transport that writes down all it does.
  interface Recording extends Transport, AutoCloseable {
    /// Keeps an artifact whole that a replay could not gather again.
    ///
    /// @param type its type's simple name
    /// @param json what it says
    /// @return where it is kept
    default Source keep(String type, Body json) {
      return Source.UNARCHIVED;
    }

    /// Writes down what a browser made of a page.
    ///
    /// @param drawing its document, or why there is none; asked for by `DRAW`
    /// @param page where the page that was drawn is archived
    /// @param journal what happened while it was drawn, as JSON
    /// @return the same, with where it is archived
    default Exchange drawn(Exchange drawing, Source page, Body journal) {
      return drawing;
    }

    /// No more exchanges.
    @Override
    void close();
  }

  /// Passes everything on.
  record Unrecorded(Transport over) implements Recording {
    @Override
    public Exchange exchange(xuncha.crawler.fetch.Ask ask) {
      return over.exchange(ask);
    }

    @Override
    public void close() {}
  }
}
