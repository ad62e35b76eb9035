package xuncha.checks.consult;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import xuncha.checks.Scene;
import xuncha.findings.visit.Consultation;
import xuncha.findings.visit.Consultation.Access;
import xuncha.findings.visit.Consultation.Channel;
import xuncha.findings.visit.Consultation.Entry;
import xuncha.findings.visit.Consultation.From;
import xuncha.findings.visit.Consultation.Hours;
import xuncha.findings.visit.Consultation.Interval;
import xuncha.findings.visit.Consultation.Kind;
import xuncha.findings.visit.Consultation.Limit;
import xuncha.findings.visit.Consultation.Stated;
import xuncha.findings.visit.Consultation.Tracking;
import xuncha.findings.visit.Consultation.Tried;
import xuncha.findings.visit.Failure;

/// Ways to write to a body, made by hand for tests: an open, scripted form that states what a test
/// has it state.
public final class ConsultScene {
  private Kind kind = Kind.CONSULTATION;
  private Access access = Access.OPEN;
  private boolean form = true;
  private boolean scripted = true;
  private Optional<Failure> doubt = Optional.empty();
  private Optional<Tried> tried = Optional.empty();
  private final List<Stated> stated = new ArrayList<>();
  private final List<Hours> hours = new ArrayList<>();
  private final List<Tracking> tracking = new ArrayList<>();

  static ConsultScene form() {
    return new ConsultScene();
  }

  /// No form was seen: that is how far one gets.
  static ConsultScene channel(Kind kind, Access access) {
    var scene = new ConsultScene();
    scene.kind = kind;
    scene.access = access;
    scene.form = access == Access.OPEN && kind == Kind.CONSULTATION;
    return scene;
  }

  /// A form with a fault for every check.
  public static Consultation strict() {
    return form()
        .states(Limit.MIN_LENGTH, 50, From.ATTRIBUTE, 0.95)
        .states(Limit.PER_DAY, 1, From.TEXT, 0.9)
        .open(0.9, "08:00", "19:00")
        .build();
  }

  /// The form was tried in a browser.
  ///
  /// @param why why that told nothing; empty where it did
  ConsultScene tried(Optional<Failure> why) {
    tried = Optional.of(new Tried(why, Scene.SOURCE, Optional.of(Scene.SOURCE)));
    return this;
  }

  ConsultScene unscripted() {
    scripted = false;
    return this;
  }

  ConsultScene states(Limit limit, int value, From from, double confidence) {
    stated.add(new Stated(limit, value, from, confidence, limit + " " + value, Scene.SOURCE));
    return this;
  }

  /// @param times opens and closes in turn
  ConsultScene open(double confidence, String... times) {
    return on(EnumSet.allOf(DayOfWeek.class), confidence, times);
  }

  ConsultScene on(Set<DayOfWeek> days, double confidence, String... times) {
    var intervals = new ArrayList<Interval>();
    for (var at = 0; at < times.length; at += 2) {
      intervals.add(new Interval(times[at], times[at + 1]));
    }
    hours.add(new Hours(days, false, intervals, confidence, "开放时间", Scene.SOURCE));
    return this;
  }

  ConsultScene tracked(String by) {
    tracking.add(new Tracking(by, "http://www.example.gov.cn/q", "信件查询", Scene.SOURCE));
    return this;
  }

  ConsultScene doubted() {
    doubt = Optional.of(new Failure(Failure.Kind.BUDGET, "example"));
    return this;
  }

  Consultation build() {
    var entry = new Entry(List.of("title", "content"), true, false, scripted);
    var channel =
        new Channel(
            "我要写信",
            "http://www.example.gov.cn/write.html",
            kind,
            access,
            List.of("http://www.example.gov.cn/write.html"),
            form ? Optional.of(entry) : Optional.empty(),
            stated,
            hours,
            Optional.empty(),
            Scene.SOURCE,
            tried);
    return new Consultation(List.of(channel), tracking, doubt);
  }

  /// Nobody may write anywhere.
  static Consultation none() {
    return new Consultation(List.of(), List.of(), Optional.empty());
  }
}
