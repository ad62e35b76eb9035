package xuncha.lab.scenario;

import com.google.auto.service.AutoService;
import java.time.LocalTime;
import java.util.List;
import xuncha.lab.site.Office;

/// Forms that are shut at night though no page says so, and one that an accident shut once.
@AutoService(Scenario.class)
public final class ObservedHours extends Consulting {
  private static final Office ALWAYS = Office.OPEN.withPicture();

  /// As the service loader makes it.
  public ObservedHours() {
    super("consult-open-hours");
  }

  @Override
  public boolean overDays() {
    return true;
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        fault(
            "unstated",
            one ->
                one.takenBy(ALWAYS.between(LocalTime.of(8, 0), LocalTime.of(19, 0)))
                    .telling("opens", "08:00")
                    .telling("closes", "19:00")
                    .telling("source", "probe")),
        twin("always-open", one -> one.takenBy(ALWAYS)),
        trap("shut-one-evening", one -> one.takenBy(ALWAYS.pausingOn(2))));
  }
}
