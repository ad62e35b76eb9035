package xuncha.findings.edition;

import java.io.Serial;
import java.util.List;

/// An edition or lexicon file that cannot be used. The message has one line per mistake: file,
/// line, key, and what to do.
public final class UnreadableEdition extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1;

  UnreadableEdition(List<String> mistakes) {
    super(String.join("\n", mistakes));
  }

  /// The mistakes, one line each, never empty.
  public List<String> mistakes() {
    return String.valueOf(getMessage()).lines().toList();
  }
}
