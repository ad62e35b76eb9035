package xuncha.crawler.probe.consult;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import xuncha.crawler.Deed;
import xuncha.crawler.Inquiry.Ground;
import xuncha.findings.edition.Rule;
import xuncha.findings.visit.Consultation.From;
import xuncha.findings.visit.Consultation.Limit;
import xuncha.findings.visit.Consultation.Stated;
import xuncha.findings.visit.Consultation.Tried;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;

/// Has a site's forms tried where there is a browser and reading them does not tell enough.
final class FormTrials {
  /// Forms of one site that are tried.
  private static final int MOST = 2;

  /// `content.length < 50`, `val().length>=50`, `len < 50`, `minLen: 50`: worth a try.
  private static final Pattern COMPARED =
      Pattern.compile(
          "(?i)(?:len|length|min|max|count)\\w*\\s*[)\\]'\"]*\\s*[<>=:]=?\\s*(\\d{1,4})\\b");

  private static final int HINTS = 4;

  private final Ground ground;
  private final Rule rule;
  private int tried;

  FormTrials(Ground ground, Rule rule) {
    this.ground = ground;
    this.rule = rule;
  }

  /// What came of trying that form, which scripts may check; empty where it was not tried. Limits
  /// go to the statements.
  Optional<Tried> of(ConsultPage page, ConsultForm form, Statements statements) {
    var unneeded = !form.entry().scripted() || settled(statements);
    if (!ground.draws() || unneeded || tried >= MOST || rule.count("validations") == 0) {
      return Optional.empty();
    }
    tried++;
    var hint = new FormAct.Hint(form.content().id(), form.content().attr("name"));
    var trial =
        new FormTrial(
            hint, hints(page, statements), rule.count("validations"), rule.duration("time"));
    return Optional.of(
        switch (ground.enact(page.facts().finalUrl(), trial)) {
          case Deed.Known.Failed(var why) ->
              new Tried(Optional.of(why), page.facts().source(), Optional.empty());
          case Deed.Known.Done(var json, var source, var picture) -> {
            var told = FormTrial.read(json);
            statements.tried(told, source);
            yield new Tried(told.why().map(why -> failure(why, told)), source, picture);
          }
        });
  }

  /// The browser itself holds a form to its attribute.
  private static boolean settled(Statements statements) {
    return statements.stated().stream()
        .anyMatch(one -> one.from() == From.ATTRIBUTE && one.limit() == Limit.MIN_LENGTH);
  }

  private static List<Integer> hints(ConsultPage page, Statements statements) {
    var stated = statements.stated().stream().map(Stated::value);
    var compared =
        page.tree().stream()
            .flatMap(tree -> tree.select("script").stream())
            .flatMap(script -> COMPARED.matcher(script.data()).results())
            .map(found -> Integer.parseInt(found.group(1)))
            .filter(n -> n > 1);
    return Stream.concat(stated, compared).distinct().limit(HINTS).toList();
  }

  private static Failure failure(Trial.Why why, Trial trial) {
    var code = trial.captcha() ? "; it asks for a code" : "";
    return switch (why.cause()) {
      case NOT_FOUND ->
          new Failure(Kind.UNREADABLE, "field or button not found in the browser " + why.detail());
      case STOPPED_ELSEWHERE ->
          new Failure(Kind.UNREADABLE, "the form stops every text: " + why.detail() + code);
      case ASKS_FIRST ->
          new Failure(
              Kind.UNREADABLE, "the form asks its server before it looks at the text" + code);
      case NOISY -> new Failure(Kind.UNREADABLE, "the form does not do the same twice");
      case BUDGET -> new Failure(Kind.BUDGET, why.detail());
      case LOST -> new Failure(Kind.UNREADABLE, "lost in the browser: " + why.detail());
    };
  }
}
