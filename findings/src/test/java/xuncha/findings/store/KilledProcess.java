package xuncha.findings.store;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import xuncha.findings.site.Target;
import xuncha.findings.verdict.Judgement;

/// A process of its own that records what remains of a run, several targets at a time, and says so
/// after each. It is there to be killed.
final class KilledProcess {
  private KilledProcess() {}

  /// Records what remains.
  ///
  /// @param arguments the store and the run
  public static void main(String[] arguments) throws InterruptedException {
    var run = arguments[1];
    var places = new Semaphore(8);
    try (var ledger = Ledger.open(arguments[0], InstantSource.system());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      System.out.println("open");
      for (var target : ledger.remaining(run)) {
        places.acquire();
        threads.execute(() -> {
          try {
            ledger.record(run, result(target, 1));
            System.out.println(target.id());
          } finally {
            places.release();
          }
        });
      }
      places.acquire(8);
      ledger.finish(run);
    }
  }

  /// The same for the same target and night, whichever process asks.
  static Result result(Target target, int night) {
    var random = new Random(target.id().hashCode() + 31L * night);
    var at = Judged.NIGHT.plus(Duration.ofDays(night));
    return Judged.result(
        target,
        at,
        judgement(target, "column-freshness", random),
        judgement(target, "column-blank", random),
        judgement(target, "link-health", random));
  }

  private static Judgement judgement(Target target, String check, Random random) {
    if (random.nextInt(4) == 0) {
      return Judged.blind(check);
    }
    var subjects =
        IntStream.range(0, 12)
            .filter(_ -> random.nextInt(3) == 0)
            .mapToObj(page -> target.url() + page)
            .toArray(String[]::new);
    return Judged.sees(target, check, subjects);
  }
}
