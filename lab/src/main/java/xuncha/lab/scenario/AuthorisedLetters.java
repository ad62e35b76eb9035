package xuncha.lab.scenario;

import com.google.auto.service.AutoService;
import java.util.List;
import xuncha.lab.Truth.Expect;
import xuncha.lab.site.Office;

/// Sites that answer letters which were really written: a second one of the day refused without a
/// word before, several taken, none given a number, and a form that only people can send.
@AutoService(Scenario.class)
public final class AuthorisedLetters extends Consulting {
  /// As the service loader makes it.
  public AuthorisedLetters() {
    super("consult-daily-limit");
  }

  @Override
  public boolean overDays() {
    return true;
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        fault(
                "second-refused",
                one ->
                    one.takenBy(Office.OPEN.taking(1))
                        .telling("perDay", 1)
                        .telling("source", "probe"))
            .saying("consult-tracking", Expect.PASS),
        twin("takes-several", one -> one.takenBy(Office.OPEN))
            .saying("consult-tracking", Expect.PASS),
        trap("gives-no-number", one -> one.takenBy(Office.OPEN.withoutNumbers())),
        trap("needs-a-picture", one -> one.takenBy(Office.OPEN.withPicture().taking(1))));
  }
}
