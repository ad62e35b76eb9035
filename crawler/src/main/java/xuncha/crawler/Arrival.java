package xuncha.crawler;

import java.time.Duration;
import xuncha.findings.visit.Visit;

/// A visit of which no more is done than that the home page was opened. For one thread.
public interface Arrival extends AutoCloseable {
  /// How long the home page took to open, the waits of our own manners not counted.
  Duration took();

  /// The rest of the visit, on the calling thread, top to bottom; blocks until it is over. The time
  /// since the arrival is not taken from the visit's. To be called once at most.
  Visit visit();

  /// Gives up what the visit has put down so far, where it is not gone on with.
  @Override
  void close();
}
