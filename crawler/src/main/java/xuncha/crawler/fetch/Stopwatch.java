package xuncha.crawler.fetch;

import xuncha.crawler.fetch.Observed.Reached;

/// When each step of one call was reached. Used by the one thread that makes the call.
final class Stopwatch {
  private static final long NEVER = Long.MIN_VALUE;
  private static final long MILLION = 1_000_000;

  private long connecting = NEVER;
  private long securing = NEVER;
  private long acquired = NEVER;
  private long asked = NEVER;
  private long answered = NEVER;

  void connecting() {
    connecting = System.nanoTime();
  }

  void securing() {
    securing = System.nanoTime();
  }

  void acquired() {
    acquired = System.nanoTime();
  }

  void asked() {
    asked = System.nanoTime();
  }

  void answered() {
    answered = System.nanoTime();
  }

  Observed observed(Exchange exchange) {
    return new Observed(
        exchange,
        reached(),
        between(connecting, securing == NEVER ? acquired : securing),
        securing == NEVER ? (acquired == NEVER ? -1 : 0) : between(securing, acquired),
        between(asked, answered));
  }

  private Reached reached() {
    if (acquired != NEVER) {
      return Reached.ASKING;
    }
    if (securing != NEVER) {
      return Reached.SECURING;
    }
    return connecting == NEVER ? Reached.NOTHING : Reached.CONNECTING;
  }

  private static long between(long from, long to) {
    return from == NEVER || to == NEVER ? -1 : (to - from) / MILLION;
  }
}
