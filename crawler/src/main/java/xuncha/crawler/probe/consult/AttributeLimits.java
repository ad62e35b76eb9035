package xuncha.crawler.probe.consult;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import xuncha.findings.visit.Consultation.From;
import xuncha.findings.visit.Consultation.Limit;
import xuncha.findings.visit.Consultation.Stated;
import xuncha.findings.visit.Source;

/// The limits that a field's attributes set: HTML's own, and those of the usual validation
/// libraries.
final class AttributeLimits {
  private static final int MOST = 100_000;

  /// `minlength`, `data-rule-minlength`, `ng-minlength`, `data-val-length-min`, …
  private static final Pattern LEAST =
      Pattern.compile("(?:^|[-_:])min-?length$|length-min$|^min-?len$");

  private static final Pattern MOST_NAME =
      Pattern.compile("(?:^|[-_:])max-?length$|length-max$|^max-?len$");

  /// `length[10,500]`, `length(10~500)`, `rangelength: [10, 500]`, `*10-500`, `.{10,500}`.
  private static final Pattern RANGE =
      Pattern.compile(
          "(?:(?:range)?length\\s*[:=]?\\s*[\\[(]\\s*|^\\*|^[.^\\[\\]\\\\sSwW]*\\{)(\\d{1,6})\\s*[,~-]\\s*(\\d{1,6})?");

  private static final Pattern LEAST_RULE =
      Pattern.compile(
          "min(?:length|Size)?\\s*[:=]?\\s*[\\[(:]\\s*(\\d{1,6})", Pattern.CASE_INSENSITIVE);

  private AttributeLimits() {}

  static List<Stated> of(Element field, Source source) {
    var stated = new ArrayList<Stated>();
    for (var attribute : field.attributes()) {
      var name = attribute.getKey();
      var value = attribute.getValue();
      var quote = name + "=\"" + value + "\"";
      if (LEAST.matcher(name).find()) {
        number(value).ifPresent(n -> stated.add(of(Limit.MIN_LENGTH, n, quote, source)));
      } else if (MOST_NAME.matcher(name).find()) {
        number(value).ifPresent(n -> stated.add(of(Limit.MAX_LENGTH, n, quote, source)));
      } else if (isRule(name)) {
        rule(value, quote, source, stated);
      }
    }
    return stated;
  }

  private static boolean isRule(String name) {
    return switch (name) {
      case "pattern",
          "datatype",
          "data-rule",
          "validtype",
          "data-options",
          "rule",
          "reg",
          "data-validate",
          "v-validate",
          "verify",
          "lay-verify",
          "class" ->
          true;
      default -> false;
    };
  }

  private static void rule(String value, String quote, Source source, List<Stated> stated) {
    var range = RANGE.matcher(value);
    if (range.find()) {
      number(range.group(1)).ifPresent(n -> stated.add(of(Limit.MIN_LENGTH, n, quote, source)));
      Optional.ofNullable(range.group(2))
          .flatMap(AttributeLimits::number)
          .ifPresent(n -> stated.add(of(Limit.MAX_LENGTH, n, quote, source)));
      return;
    }
    var least = LEAST_RULE.matcher(value);
    if (least.find()) {
      number(least.group(1)).ifPresent(n -> stated.add(of(Limit.MIN_LENGTH, n, quote, source)));
    }
  }

  private static Stated of(Limit limit, int value, String quote, Source source) {
    return new Stated(limit, value, From.ATTRIBUTE, 0.95, quote, source);
  }

  private static Optional<Integer> number(String text) {
    var digits = text.strip();
    if (digits.isEmpty()
        || digits.length() > 6
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    var value = Integer.parseInt(digits);
    return value > MOST ? Optional.empty() : Optional.of(value);
  }
}
