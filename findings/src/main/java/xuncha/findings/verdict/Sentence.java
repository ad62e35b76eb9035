package xuncha.findings.verdict;

/// The same sentence for people in Chinese and English. Plain text: whoever shows it escapes it.
public record Sentence(String zh, String en) {
  public Sentence {
    if (zh.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException("a sentence says something in both languages");
    }
  }
}
