package xuncha.crawler.names;

import java.io.Serial;
import java.util.List;

/// A network profile that cannot be used; one line for every mistake in it.
public final class BadProfileException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /// @param mistakes one line each, never none
  public BadProfileException(List<String> mistakes) {
    super(String.join("\n", mistakes));
  }

  /// One line for each mistake, each naming the file.
  public List<String> mistakes() {
    return getMessage() == null ? List.of() : getMessage().lines().toList();
  }
}
