package xuncha.lab;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Every request that the laboratory received, so that a test can prove what was asked, how fast,
/// and that nothing was sent. Keeps the newest entries up to a bound; listeners see all of them.
public final class Journal {
  /// One request.
  ///
  /// @param at when its head had been read
  /// @param secure whether it came over TLS
  /// @param remote the client's socket address
  /// @param local the address it was sent to, so that a cap per address can be proved
  /// @param method `GET`, `POST`, …
  /// @param host the Host header in lower case without port
  /// @param path path and query as received
  /// @param headers its headers; names in lower case, repeated ones joined by a comma
  /// @param bodyLength bytes of body received
  public record Entry(
      Instant at,
      boolean secure,
      String remote,
      String local,
      String method,
      String host,
      String path,
      Map<String, String> headers,
      long bodyLength) {
    public Entry {
      headers = Map.copyOf(headers);
    }
  }

  private final ArrayDeque<Entry> kept = new ArrayDeque<>();
  private final AtomicLong received = new AtomicLong();
  private final List<Consumer<Entry>> listeners = new CopyOnWriteArrayList<>();
  private final int bound;

  /// @param bound how many entries to keep, the newest; 0 keeps none
  public Journal(int bound) {
    this.bound = bound;
  }

  /// Hands every later entry to `listener`, on the thread that serves the request.
  public void listen(Consumer<Entry> listener) {
    listeners.add(listener);
  }

  /// How many requests were received since the start, kept or not.
  public long received() {
    return received.get();
  }

  /// The entries kept, oldest first.
  public List<Entry> entries() {
    synchronized (kept) {
      return new ArrayList<>(kept);
    }
  }

  /// The entries kept that were sent to `host`, oldest first.
  public List<Entry> entries(String host) {
    return entries().stream().filter(entry -> entry.host().equals(host)).toList();
  }

  /// Forgets the entries kept; the count goes on.
  public void clear() {
    synchronized (kept) {
      kept.clear();
    }
  }

  void record(Entry entry) {
    received.incrementAndGet();
    listeners.forEach(listener -> listener.accept(entry));
    if (bound > 0) {
      synchronized (kept) {
        if (kept.size() == bound) {
          kept.removeFirst();
        }
        kept.addLast(entry);
      }
    }
  }
}
