package xuncha.findings.site;

/// The same words in Chinese and English, for people.
public record Wording(String zh, String en) {
  public Wording {
    if (zh.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException("words are said in both languages");
    }
  }

  /// The same, followed by what is the same in both: a name, a value as the file has it.
  Wording about(String value) {
    return new Wording(zh + "：" + value, en + ": " + value);
  }
}
