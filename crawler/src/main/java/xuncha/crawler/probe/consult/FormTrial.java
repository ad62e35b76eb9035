package xuncha.crawler.probe.consult;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;
import xuncha.crawler.Deed;
import xuncha.crawler.fetch.Body;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.probe.consult.Trial.Cause;
import xuncha.crawler.probe.consult.Trial.Why;
import xuncha.crawler.render.Drawn;
import xuncha.crawler.render.Renderer;
import xuncha.crawler.render.Rule;

/// Tries in a browser how long a text a form wants, with everything that would leave stopped. Its
/// page is opened anew as often as needed, within a number of validations and a time.
///
/// @param hint the field for the text as the page's source names it
/// @param hints lengths that the page mentions
/// @param validations texts that are tried at most
/// @param time for all of them together, opening the page not included
record FormTrial(FormAct.Hint hint, List<Integer> hints, int validations, Duration time)
    implements Deed {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String SCRIPT = script();

  FormTrial {
    hints = List.copyOf(hints);
  }

  /// What a deed told.
  static Trial read(Body json) {
    return JSON.readValue(json.bytes(), Trial.class);
  }

  @Override
  public String name() {
    return "limits";
  }

  @Override
  public Told go(Exchange.Answered page, Renderer.Sitting sitting) {
    var session = new Session(page, sitting);
    var trial = session.trial();
    return new Told.Done(Body.of(JSON.writeValueAsBytes(trial)), session.picture);
  }

  private final class Session {
    private final Exchange.Answered page;
    private final Renderer.Sitting sitting;
    private final List<Reading> readings = new ArrayList<>();
    private Duration left = time;
    private int loads;
    private String button = "";
    private boolean captcha;
    private Optional<Body> picture = Optional.empty();
    private Optional<Why> broken = Optional.empty();

    Session(Exchange.Answered page, Renderer.Sitting sitting) {
      this.page = page;
      this.sitting = sitting;
    }

    Trial trial() {
      var found = new LengthTrial(this::tried, hints).run();
      var why = found.why().isPresent() ? broken.or(found::why) : Optional.<Why>empty();
      return new Trial(button, captcha, readings, found.least(), found.most(), why);
    }

    private List<Reading> tried(List<Integer> lengths, Predicate<Reading> expected) {
      var allowed =
          lengths.subList(0, Math.clamp(validations - readings.size(), 0, lengths.size()));
      if (allowed.isEmpty() || !left.isPositive() || broken.isPresent()) {
        broken = broken.or(() -> Optional.of(new Why(Cause.BUDGET, spent())));
        return List.of();
      }
      var act = new FormAct(SCRIPT, hint, ++loads, allowed, expected);
      var acted = sitting.perform(page, act, Rule.sealed(left));
      left = acted.result().map(FormAct.Seen::left).orElse(left);
      var seen = acted.result().map(this::seen).orElseGet(() -> lost(acted.drawn()));
      if (seen.size() == allowed.size() && allowed.size() < lengths.size()) {
        broken = broken.or(() -> Optional.of(new Why(Cause.BUDGET, spent())));
      }
      return seen;
    }

    private String spent() {
      return "%d validations, %d s".formatted(readings.size(), time.minus(left).toSeconds());
    }

    private List<Reading> seen(FormAct.Seen seen) {
      if (seen.button().isEmpty()) {
        broken = Optional.of(new Why(Cause.NOT_FOUND, ""));
        return List.of();
      }
      button = seen.button().get();
      captcha = seen.captcha();
      picture = seen.picture().isPresent() ? seen.picture() : picture;
      readings.addAll(seen.readings());
      if (seen.readings().stream().anyMatch(it -> it.kept() == 0)) {
        broken = Optional.of(new Why(Cause.NOT_FOUND, "the field takes no text"));
        return List.of();
      }
      return seen.readings();
    }

    private List<Reading> lost(Drawn drawn) {
      var why =
          drawn instanceof Drawn.Lost gone
              ? gone.why().kind().id() + " " + gone.why().detail()
              : "";
      broken = Optional.of(new Why(Cause.LOST, why));
      return List.of();
    }
  }

  private static String script() {
    try (var script = FormTrial.class.getResourceAsStream("trial.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("trial.js", unreadable);
    }
  }
}
