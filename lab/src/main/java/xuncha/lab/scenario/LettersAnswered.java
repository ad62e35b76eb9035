package xuncha.lab.scenario;

import static xuncha.lab.Truth.Expect.FAIL;
import static xuncha.lab.Truth.Expect.NOT_FAIL;
import static xuncha.lab.Truth.Expect.PASS;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import xuncha.findings.visit.ColumnKind;
import xuncha.lab.Truth.Expect;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.LettersManner;
import xuncha.lab.site.LettersManner.Answers;

/// Published letters: answered in days, in weeks, or not for over three months.
@AutoService(Scenario.class)
public final class LettersAnswered implements Scenario {
  /// So many letters, at most twenty days apart, reach back beyond three months.
  private static final int ENOUGH = 24;

  private static final int FEW = 5;

  @Override
  public String check() {
    return "reply-timeliness";
  }

  @Override
  public String area() {
    return "letters";
  }

  @Override
  public List<Variant> variants() {
    var variants = new ArrayList<Variant>();
    for (var wording = 0; wording < LettersManner.WORDINGS; wording++) {
      variants.add(answered("overdue-" + wording, wording, Answers.ONE_OPEN, ENOUGH, FAIL));
      variants.add(answered("prompt-" + wording, wording, Answers.PROMPT, ENOUGH, PASS));
    }
    variants.add(answered("slow", 1, Answers.SLOW, ENOUGH, PASS));
    variants.add(answered("open-but-recent", 0, Answers.ONE_OPEN, FEW, PASS));
    variants.add(answered("answered-late", 2, Answers.ONE_LATE, ENOUGH, NOT_FAIL));
    return variants;
  }

  private static Variant answered(
      String name, int wording, Answers answers, int letters, Expect expect) {
    var manner = new LettersManner(wording, answers);
    var variant =
        switch (expect) {
          case FAIL -> Variant.fault(name, site -> answering(site, manner, letters));
          case PASS -> Variant.twin(name, site -> answering(site, manner, letters));
          case NOT_FAIL, INCONCLUSIVE ->
              Variant.trap(name, site -> answering(site, manner, letters));
        };
    return variant.saying("reply-timeliness", expect);
  }

  private static Blueprint answering(Blueprint site, LettersManner manner, int letters) {
    return site.changing(
            Kinds.first(site, ColumnKind.INTERACTION), column -> column.aged(5).holding(letters))
        .answeringLetters(manner);
  }
}
