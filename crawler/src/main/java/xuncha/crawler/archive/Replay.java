package xuncha.crawler.archive;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Stored captures, opened to be gone through again.
public final class Replay implements AutoCloseable {
  /// What a person says about captures that do not say it themselves.
  ///
  /// @param target the home page's address
  /// @param asOf the reference time
  public record Said(Optional<String> target, Optional<Instant> asOf) {
    /// Nothing.
    public static final Said NOTHING = new Said(Optional.empty(), Optional.empty());
  }

  /// The captures cannot be used; the message says in one sentence which file and why.
  public static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusable(String message, Exception cause) {
      super(message, cause);
    }
  }

  /// Opens WARC files, compressed or not, ours or another program's.
  ///
  /// @throws Unusable when a file is no WARC, is damaged, or holds nothing to visit
  public static Replay open(List<Path> files, Said said) {
    if (files.isEmpty()) {
      throw new Unusable("no captures named " + said.target(), new IllegalArgumentException());
    }
    return new Replay();
  }

  /// The visits they hold, oldest first; several crawls of one visit each need their own call.
  public List<Recorded> visits() {
    return List.of();
  }

  @Override
  public void close() {}
}
