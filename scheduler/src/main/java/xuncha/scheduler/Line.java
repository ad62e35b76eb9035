package xuncha.scheduler;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;

/// A line before a number of places, in order of arrival but for those who have a long way before
/// them: they go first, or everybody would wait for them in the end.
final class Line {
  private final Queue<Ticket> far = new ArrayDeque<>();
  private final Queue<Ticket> near = new ArrayDeque<>();
  private int free;

  /// @param places how many may be in at once, at least 1
  Line(int places) {
    free = places;
  }

  /// Stands in line, at once behind all who did so before.
  ///
  /// @param first whether to go before those who do not say so
  synchronized Ticket join(boolean first) {
    var ticket = new Ticket();
    if (free > 0) {
      free--;
      ticket.call.countDown();
    } else {
      (first ? far : near).add(ticket);
    }
    return ticket;
  }

  private synchronized void leave(Ticket ticket) {
    if (far.remove(ticket) || near.remove(ticket)) {
      return;
    }
    var next = far.isEmpty() ? near.poll() : far.poll();
    if (next == null) {
      free++;
    } else {
      next.call.countDown();
    }
  }

  /// Somebody's stand in the line and then their place. To be closed once, whatever came of it.
  final class Ticket implements AutoCloseable {
    private final CountDownLatch call = new CountDownLatch(1);

    private Ticket() {}

    /// Waits for the place.
    void await() throws InterruptedException {
      call.await();
    }

    /// Leaves the line, or gives the place up to whoever is next.
    @Override
    public void close() {
      leave(this);
    }
  }
}
