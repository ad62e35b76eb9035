package xuncha.findings.verdict;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// One problem, with what it rests on. It cannot exist without evidence.
///
/// @param target the id of the site or account
/// @param check the check's id
/// @param indicator the indicator of the edition it counts under
/// @param severity how much it weighs
/// @param subject the page, column or post at fault, as a person would open it
/// @param measured what was measured
/// @param threshold what the edition allows
/// @param summary the sentence for people
/// @param evidence what it rests on, never empty
public record Finding(
    String target,
    String check,
    String indicator,
    Severity severity,
    String subject,
    Measured measured,
    Measured threshold,
    Sentence summary,
    List<Evidence> evidence) {

  public Finding {
    evidence = List.copyOf(evidence);
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException("no finding without evidence: " + summary.en());
    }
    if (subject.isBlank()) {
      throw new IllegalArgumentException("no finding without a subject: " + summary.en());
    }
  }

  /// The same from run to run for the same problem: a digest of target, check and subject.
  public String id() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var key = String.join("\n", target, check, subject);
      var bytes = digest.digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes, 0, 12);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
