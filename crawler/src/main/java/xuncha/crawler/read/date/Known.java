package xuncha.crawler.read.date;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// What names say, worked out once: the classes and ids of elements are few and come again on every
/// page. Bounded in memory; safe to share between threads.
///
/// @param <T> what a name says
public final class Known<T> {
  private static final int MOST = 4096;
  private static final int LONGEST = 100;

  private final Map<String, T> said = new ConcurrentHashMap<>();
  private final Function<String, T> reading;

  /// @param reading what a name says, the same for the same name at any time
  public Known(Function<String, T> reading) {
    this.reading = reading;
  }

  /// What the name says.
  public T of(String name) {
    var known = said.get(name);
    if (known != null) {
      return known;
    }
    var its = reading.apply(name);
    if (name.length() <= LONGEST) {
      if (said.size() >= MOST) {
        said.clear(); // somebody makes names up
      }
      said.put(name, its);
    }
    return its;
  }
}
