package xuncha.crawler.probe.consult;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import xuncha.crawler.Gatherer;
import xuncha.crawler.Keepsake;
import xuncha.crawler.fetch.SubmissionJournal;
import xuncha.crawler.fetch.SubmissionJournal.Line;
import xuncha.crawler.fetch.SubmissionJournal.What;
import xuncha.findings.site.Site;
import xuncha.findings.visit.Gathered;
import xuncha.findings.visit.OwnLetters;
import xuncha.findings.visit.OwnLetters.Lookup;
import xuncha.findings.visit.OwnLetters.OwnLetter;
import xuncha.findings.visit.OwnLetters.Taken;
import xuncha.findings.visit.Source;

/// Brings along what the journal says of our own letters to a site, without the numbers by which
/// others could read them.
public final class LettersOnRecord implements Gatherer<OwnLetters> {
  private final SubmissionJournal journal;

  public LettersOnRecord(SubmissionJournal journal) {
    this.journal = journal;
  }

  @Override
  public Keepsake<OwnLetters> brings() {
    return Keepsake.OWN_LETTERS;
  }

  @Override
  public Gathered<OwnLetters> gather(Site site, Scope scope) {
    var lines = journal.lines(site.id());
    var answers = latest(lines, What.ANSWER);
    var looks = latest(lines, What.FOUND);
    var letters =
        lines.stream()
            .filter(line -> line.what() == What.LETTER)
            .map(line ->
                letter(
                    line,
                    Optional.ofNullable(answers.get(line.letter())),
                    Optional.ofNullable(looks.get(line.letter()))))
            .toList();
    return new Gathered.Got<>(new OwnLetters(letters, Source.UNARCHIVED));
  }

  private static Map<String, Line> latest(List<Line> lines, What what) {
    return lines.stream()
        .filter(line -> line.what() == what)
        .collect(Collectors.toMap(Line::letter, Function.identity(), (_, later) -> later));
  }

  private static OwnLetter letter(Line line, Optional<Line> answer, Optional<Line> look) {
    return new OwnLetter(
        line.letter(),
        line.at(),
        line.page(),
        answer.map(Line::taken).orElse(Taken.UNCLEAR),
        answer.map(Line::quote).orElse(""),
        answer.filter(one -> !one.number().isEmpty()).isPresent(),
        look.map(one -> new Lookup(one.at(), one.known(), one.replied(), one.quote())));
  }
}
