package xuncha.scheduler;

import java.time.Duration;
import java.util.function.Function;
import xuncha.findings.site.Target;
import xuncha.findings.visit.Visit;

/// How a target is visited: first its door is opened, which tells how quick it is, then it is gone
/// about in. Both on the same thread.
@FunctionalInterface
public interface Gathering {
  /// Opens the door. Blocks.
  Opened open(Target target);

  /// A visit to one target that has begun.
  interface Opened extends AutoCloseable {
    /// How long the target took to open, the waits of our own manners not counted.
    Duration took();

    /// The rest of the visit. Blocks; called once at most.
    Visit visit();

    /// Gives up what a visit holds that is not gone on with.
    @Override
    void close();
  }

  /// For visits that are done in one go.
  static Gathering whole(Function<Target, Visit> gather) {
    return target ->
        new Opened() {
          @Override
          public Duration took() {
            return Duration.ZERO;
          }

          @Override
          public Visit visit() {
            return gather.apply(target);
          }

          @Override
          public void close() {
            // nothing is held before the visit
          }
        };
  }
}
