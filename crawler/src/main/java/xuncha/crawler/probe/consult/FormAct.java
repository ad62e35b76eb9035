package xuncha.crawler.probe.consult;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import xuncha.crawler.fetch.Body;
import xuncha.crawler.probe.consult.Reading.Result;
import xuncha.crawler.probe.consult.Reading.Said;
import xuncha.crawler.render.Act;
import xuncha.crawler.render.Attempt;
import xuncha.crawler.render.Stage;
import xuncha.crawler.render.Stage.Box;
import xuncha.crawler.render.Stage.Part;

/// One opening of a form's page: fills the form in as a person would, writes texts of given lengths
/// into it one after the other, presses the button each time, and tells what the form said.
///
/// @param script what runs beside the page, see `trial.js`
/// @param hint the field for the text as its source names it
/// @param load which opening it is, from 1
/// @param lengths of the texts
/// @param expected while what comes of a text is like this, the next one is tried
record FormAct(
    String script, Hint hint, int load, List<Integer> lengths, Predicate<Reading> expected)
    implements Act<FormAct.Seen> {
  /// Agreements count down before they let go.
  private static final Duration WHILE = Duration.ofSeconds(15);

  private static final Duration MOMENT = Duration.ofMillis(600);

  /// What comes up may be gone after two or three seconds; it is looked for before, too.
  private static final List<Duration> LOOKS =
      List.of(Duration.ZERO, Duration.ofMillis(700), Duration.ofMillis(2_500));

  private static final int NOTICES = 3;

  /// How the field is called in the page's source.
  record Hint(String id, String name) {}

  /// What was seen on the page.
  ///
  /// @param button what the button says; empty when none was found
  /// @param picture the page as it refuses, of the first opening only
  /// @param left of the time for acting
  record Seen(
      Optional<String> button,
      boolean captcha,
      List<Reading> readings,
      Optional<Body> picture,
      Duration left) {}

  @Override
  public Seen on(Stage stage) {
    return new Turn(stage).seen();
  }

  /// The form on the page, once it is found.
  private record Form(Part part, String button, boolean captcha) {}

  private final class Turn {
    private final Stage stage;
    private final List<Reading> readings = new ArrayList<>();
    private Optional<Body> picture = Optional.empty();

    Turn(Stage stage) {
      this.stage = stage;
    }

    Seen seen() {
      var form = form();
      if (form.isEmpty()) {
        return new Seen(Optional.empty(), false, List.of(), Optional.empty(), stage.left());
      }
      form.get().part().ask("() => trial.remember()", "");
      for (var length : lengths) {
        var reading = tried(form.get().part(), length);
        readings.add(reading);
        if (!expected.test(reading)) {
          break;
        }
        form.get().part().ask("() => trial.clear()", "");
        stage.settle(MOMENT);
      }
      return new Seen(
          Optional.of(form.get().button()),
          form.get().captcha(),
          readings,
          picture.filter(_ -> readings.getFirst().stopped()),
          stage.left());
    }

    /// The form, agreed to and filled in.
    private Optional<Form> form() {
      for (var turn = 0; turn < NOTICES; turn++) {
        var part = part();
        if (part.isPresent()) {
          part.get().ask("() => trial.clear()", "");
          return filled(part.get());
        }
        stage.parts().forEach(this::agree);
        stage.settle(WHILE);
      }
      return Optional.empty();
    }

    /// The part of the page with the field.
    private Optional<Part> part() {
      record Scored(Part part, double score) {}
      return stage.parts().stream()
          .map(part -> new Scored(part, score(part)))
          .filter(one -> one.score() > 4)
          .max(Comparator.comparingDouble(Scored::score))
          .map(Scored::part);
    }

    private double score(Part part) {
      part.ask(script, "");
      var found =
          part.ask("(hint) => trial.find(hint)", Map.of("id", hint.id(), "name", hint.name()));
      return found.path("shown").asBoolean() ? found.path("score").asDouble() : -1;
    }

    private void agree(Part part) {
      part.ask(script, "");
      if (part.ask("() => trial.agree()", "").asBoolean()) {
        part.click("() => globalThis.agreeing");
      } else {
        part.ask("() => trial.clear()", "");
      }
    }

    private Optional<Form> filled(Part part) {
      part.ask("() => trial.fill()", "");
      stage.settle(MOMENT);
      choose(part);
      var told = part.ask("() => trial.fill()", ""); // what the first choices brought up
      stage.settle(MOMENT);
      if (told.path("off").asBoolean()) {
        stage.settle(WHILE); // it may be counting down
      }
      return told.path("found").asBoolean()
          ? Optional.of(
              new Form(part, told.path("sends").asString(), told.path("captcha").asBoolean()))
          : Optional.empty();
    }

    private void choose(Part part) {
      var pickers = part.ask("() => trial.pickers()", "").asInt();
      for (var at = 0; at < pickers; at++) {
        part.click("() => globalThis.picking[" + at + "]");
        stage.settle(MOMENT);
        part.click("() => trial.option()");
        stage.settle(MOMENT);
      }
    }

    private Reading tried(Part part, int length) {
      var boxes = stage.boxes().size();
      part.ask("() => trial.begin()", "");
      stage.type(Letter.of(length));
      part.ask("() => trial.written()", "");
      stage.settle(MOMENT);
      var idle = stage.attempts();
      var before = part.ask("() => trial.state()", "");
      var off = before.path("off").asBoolean();
      if (!off) {
        part.click("() => globalThis.send");
      }
      if (load == 1 && readings.isEmpty() && !sends(idle.size(), part, length)) {
        picture = Optional.of(stage.picture()); // what comes up goes again
      }
      var said = new ArrayList<Said>();
      var after = sends(idle.size(), part, length) ? before : looked(part, said);
      if (!off && nothingAsked(idle.size()) && part.ask("() => trial.onward()", "").asBoolean()) {
        said.clear(); // it was a question, not a refusal
        part.click("() => globalThis.going");
        after = looked(part, said);
      }
      stage.boxes().stream().skip(boxes).map(Turn::box).forEach(said::add);
      var outgoing = outgoing(idle.size(), part);
      return new Reading(
          load,
          length,
          before.path("kept").asInt(),
          off ? Result.STOPPED : outgoing.of(Letter.of(length)),
          off,
          outgoing.bytes(),
          said.stream().distinct().toList(),
          counts(before, after));
    }

    private Outgoing outgoing(int idle, Part part) {
      var all = stage.attempts();
      return new Outgoing(all.subList(idle, all.size()), all.subList(0, idle), part.url());
    }

    /// Whether the text would have left already.
    private boolean sends(int idle, Part part, int length) {
      return outgoing(idle, part).of(Letter.of(length)) == Result.SENT;
    }

    private boolean nothingAsked(int idle) {
      return stage.attempts().stream().skip(idle).noneMatch(it -> it.kind() != Attempt.Kind.IMAGE);
    }

    /// Several times, for what comes up goes again.
    private JsonNode looked(Part part, List<Said> said) {
      JsonNode last = part.ask("() => trial.state()", "");
      for (var wait : LOOKS) {
        if (!wait.isZero()) {
          stage.settle(wait);
          last = part.ask("() => trial.state()", "");
        }
        for (var one : last.path("said")) {
          said.add(new Said(one.path("words").asString(), one.path("near").asBoolean()));
        }
      }
      return last;
    }

    private static Said box(Box box) {
      var words = box.words().strip();
      return new Said(words.substring(0, Math.min(200, words.length())), false);
    }

    private static List<String> counts(JsonNode before, JsonNode after) {
      var all = new ArrayList<String>();
      before.path("counts").forEach(one -> all.add(one.asString()));
      after.path("counts").forEach(one -> all.add(one.asString()));
      return all.stream().distinct().toList();
    }
  }
}
