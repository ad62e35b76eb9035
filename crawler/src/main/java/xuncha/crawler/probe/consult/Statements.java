package xuncha.crawler.probe.consult;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import xuncha.crawler.probe.consult.LimitText.Bound;
import xuncha.crawler.probe.consult.LimitText.Part;
import xuncha.findings.visit.Consultation.From;
import xuncha.findings.visit.Consultation.Hours;
import xuncha.findings.visit.Consultation.Interval;
import xuncha.findings.visit.Consultation.Limit;
import xuncha.findings.visit.Consultation.Stated;
import xuncha.findings.visit.Source;

/// Gathers what a form, its page and the notices before it state.
final class Statements {
  /// What stands in the form itself speaks of the form, also where it does not say so.
  private static final double IN_FORM = 0.85;

  /// What a form does, twice.
  private static final double TRIED = 0.97;

  private static final int SAYINGS = 20;

  private final List<Stated> stated = new ArrayList<>();
  private final List<Hours> hours = new ArrayList<>();

  List<Stated> stated() {
    return List.copyOf(stated);
  }

  List<Hours> hours() {
    return List.copyOf(hours);
  }

  /// The form's attributes, its own words, and what stands in the empty field.
  void form(ConsultForm form, Source source) {
    stated.addAll(AttributeLimits.of(form.content(), source));
    for (var attribute :
        List.of("placeholder", "title", "data-placeholder", "tip", "nullmsg", "errormsg")) {
      var text = form.content().attr(attribute);
      if (!text.isBlank()) {
        lengths(LimitText.read("内容：" + text), 1, source);
      }
    }
    lengths(LimitText.read(text(form.block())), IN_FORM, source);
  }

  /// The words of a page: the form's own, or one on the way to it.
  void page(ConsultPage page) {
    var source = page.facts().source();
    var read = LimitText.read(page.all());
    lengths(read, 0, source);
    frequencies(read, From.TEXT, source);
    hours(read, source);
  }

  /// What a form was found to demand when it was tried, and what it said then of days and hours.
  void tried(Trial trial, Source source) {
    trial.least().ifPresent(least -> add(probed(Limit.MIN_LENGTH, least, source)));
    trial.most().ifPresent(most -> add(probed(Limit.MAX_LENGTH, most, source)));
    var said =
        trial.readings().stream()
            .flatMap(reading -> reading.said().stream())
            .map(Reading.Said::words)
            .distinct()
            .limit(SAYINGS)
            .toList();
    var read = LimitText.read(String.join("\n", said));
    frequencies(read, From.PROBE, source);
    hours(read, source);
  }

  private static Stated probed(Limit limit, Trial.Exact exact, Source source) {
    return new Stated(limit, exact.value(), From.PROBE, TRIED, exact.quote(), source);
  }

  private void frequencies(LimitText read, From from, Source source) {
    for (var frequency : read.frequencies()) {
      frequency
          .perDay()
          .ifPresent(times ->
              add(
                  new Stated(
                      Limit.PER_DAY,
                      times,
                      from,
                      frequency.confidence(),
                      frequency.quote(),
                      source)));
    }
  }

  private void hours(LimitText read, Source source) {
    for (var open : read.hours()) {
      var intervals =
          open.intervals().stream().map(part -> new Interval(part.from(), part.to())).toList();
      hours.add(
          new Hours(
              open.days(),
              open.workdaysOnly(),
              intervals,
              open.confidence(),
              open.quote(),
              source));
    }
  }

  private void lengths(LimitText read, double least, Source source) {
    for (var length : read.lengths()) {
      if (length.part() == Part.CONTENT) {
        var limit = length.bound() == Bound.LEAST ? Limit.MIN_LENGTH : Limit.MAX_LENGTH;
        var sure = Math.max(length.confidence(), least);
        add(new Stated(limit, length.characters(), From.TEXT, sure, length.quote(), source));
      }
    }
  }

  /// The same sentence may be read twice; the surer reading stays.
  private void add(Stated one) {
    for (var known : stated) {
      if (known.limit() == one.limit()
          && known.value() == one.value()
          && known.from() == one.from()
          && known.confidence() >= one.confidence()) {
        return;
      }
    }
    stated.add(one);
  }

  private static String text(Element block) {
    return String.join("\n", LetterValues.lines(block));
  }
}
