package xuncha.crawler.probe.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import xuncha.crawler.fetch.Body;
import xuncha.crawler.fetch.FormText.Pair;
import xuncha.crawler.probe.search.SearchBox.Choices;
import xuncha.crawler.probe.search.Sending.Selectors;
import xuncha.crawler.render.Act;
import xuncha.crawler.render.Attempt;
import xuncha.crawler.render.Stage;
import xuncha.findings.edition.Lexicon;

/// Uses a search box as a person does: makes it appear, types, and starts the search once.
///
/// @param columns bare names of the site's columns
/// @param selectors where a profile says that things are
/// @param words what is typed
/// @param chosen what is chosen beside it
/// @param follows whether a search that opens in a window of its own is followed there
/// @param portrayed whether a picture is taken also where all went well
record BoxPlay(
    Lexicon lexicon,
    Set<String> columns,
    Optional<Selectors> selectors,
    String words,
    Carried carried,
    Optional<Pair> chosen,
    boolean follows,
    boolean portrayed)
    implements Act<BoxPlay.Played> {
  private static final Duration MOMENT = Duration.ofSeconds(2);
  private static final Duration WHILE = Duration.ofSeconds(8);
  private static final int MOST_PARTS = 4;
  private static final int MOST_CLICKS = 3;

  /// What was done.
  ///
  /// @param typed whether the words stood in a box
  /// @param started whether anything came of it
  /// @param began how many requests there were before the search was started
  /// @param says what boxes that came up said
  record Played(
      boolean typed,
      boolean started,
      int began,
      int longest,
      Optional<Choices> choice,
      List<String> says,
      Optional<Body> picture) {
    public Played {
      says = List.copyOf(says);
    }
  }

  /// A box in sight.
  private record InSight(LivePage page, BoxBlock box) {}

  @Override
  public Played on(Stage stage) {
    var box = inSight(stage);
    if (box.isEmpty()) {
      return new Played(
          false,
          false,
          stage.attempts().size(),
          SearchBox.ANY_LENGTH,
          Optional.empty(),
          said(stage),
          Optional.of(stage.picture()));
    }
    return played(stage, box.get());
  }

  private Played played(Stage stage, InSight sight) {
    var page = sight.page();
    var input = sight.box().input();
    var choice = new ColumnChoice(page.tree(), lexicon, columns).in(sight.box().block());
    choose(page);
    var typed = typed(stage, page, input);
    var began = stage.attempts().size();
    var started = typed && (started(stage, sight, began) || stage.boxes().size() > 0);
    if (started && follows) {
      followed(stage, began);
    }
    return new Played(
        typed,
        started,
        began,
        SearchBoxes.longest(input),
        choice,
        said(stage),
        portrayed || !started ? Optional.of(stage.picture()) : Optional.empty());
  }

  static List<String> said(Stage stage) {
    return stage.boxes().stream().map(Stage.Box::words).toList();
  }

  // making it appear

  private Optional<InSight> inSight(Stage stage) {
    var found = found(stage, false);
    if (found.filter(one -> one.page().sees(one.box().input())).isPresent()) {
      return found;
    }
    for (var part : parts(stage)) {
      var page = LivePage.of(part);
      for (var opener : page.map(this::openers).orElse(List.of())) {
        page.get().remember();
        if (page.get().click(opener)) {
          stage.settle(MOMENT);
          var opened = found(stage, true);
          if (opened.filter(one -> one.page().sees(one.box().input())).isPresent()) {
            return opened;
          }
        }
      }
    }
    return Optional.empty();
  }

  /// What a person would press to find a box: first what the box itself is tied to.
  private List<Element> openers(LivePage page) {
    if (selectors.isPresent()) {
      return page.by(selectors.get().opener());
    }
    var openers = new ArrayList<Element>();
    best(page, false).ifPresent(box -> openers.addAll(box.pressed()));
    openers.removeIf(control -> leads(control));
    for (var control : Openers.in(page.tree(), lexicon)) {
      if (!openers.contains(control)) {
        openers.add(control);
      }
    }
    return openers.stream().filter(page::shows).limit(MOST_CLICKS + 1).toList();
  }

  private static boolean leads(Element control) {
    return control.closest("form") != null || Openers.leadsElsewhere(control);
  }

  private List<Stage.Part> parts(Stage stage) {
    return stage.parts().stream().limit(MOST_PARTS).toList();
  }

  private Optional<InSight> found(Stage stage, boolean opened) {
    var hidden = Optional.<InSight>empty();
    for (var part : parts(stage)) {
      var page = LivePage.of(part);
      var box = page.flatMap(one -> best(one, opened));
      if (box.isPresent()) {
        var sight = new InSight(page.get(), box.get());
        if (page.get().sees(box.get().input())) {
          return Optional.of(sight);
        }
        hidden = hidden.or(() -> Optional.of(sight));
      }
    }
    return hidden;
  }

  /// The likeliest box of a page, those in sight first.
  ///
  /// @param opened what appeared because something was pressed that says search needs no more signs
  private Optional<BoxBlock> best(LivePage page, boolean opened) {
    if (selectors.isPresent()) {
      return page.by(selectors.get().input()).stream()
          .findFirst()
          .map(input -> BoxBlock.of(page.tree(), input));
    }
    var signs = new BoxSigns(lexicon);
    var likely = new ArrayList<BoxBlock>();
    for (var input : SearchBoxes.fields(page.tree())) {
      var box = BoxBlock.of(page.tree(), input);
      var score = signs.of(box);
      if (score >= BoxSigns.ENOUGH
          || (opened && !signs.isForOther(box) && page.isNew(input) && page.sees(input))) {
        likely.add(box);
      }
    }
    return likely.stream()
        .max(
            Comparator.comparing((BoxBlock box) -> page.sees(box.input()))
                .thenComparingInt(signs::of));
  }

  // typing

  private void choose(LivePage page) {
    chosen.ifPresent(pair -> {
      for (var field : page.tree().select("select, input[type=radio]")) {
        var radio = field.nameIs("input");
        if (ColumnChoice.name(field).equals(pair.name())
            && (!radio || field.attr("value").equals(pair.value()))) {
          page.choose(field, pair.value());
          return;
        }
      }
    });
  }

  private boolean typed(Stage stage, LivePage page, Element input) {
    page.click(input);
    if (!page.enter(input)) {
      return false;
    }
    stage.type(words);
    stage.settle(MOMENT);
    if (!page.held(input).equals(words) && page.enter(input)) {
      stage.type(words);
      stage.settle(MOMENT);
    }
    return page.held(input).equals(words);
  }

  // starting

  private boolean started(Stage stage, InSight sight, int began) {
    var here = stage.parts().getFirst().url();
    if (sight.page().enter(sight.box().input())) {
      stage.press("Enter");
      stage.settle(WHILE);
    }
    var buttons = buttons(sight);
    for (var button : buttons) {
      if (isUnderWay(stage, began, here)) {
        return true;
      }
      if (sight.page().click(button)) {
        stage.settle(WHILE);
      }
    }
    return isUnderWay(stage, began, here);
  }

  private List<Element> buttons(InSight sight) {
    if (selectors.filter(one -> !one.button().isEmpty()).isPresent()) {
      return sight.page().by(selectors.get().button()).stream().limit(1).toList();
    }
    var signs = new BoxSigns(lexicon);
    var input = sight.box().input();
    var beside = new LinkedHashSet<Element>();
    sight.box().controls().stream()
        .filter(control -> isWhole(control) && signs.isOnSearch(control))
        .forEach(beside::add);
    beside.addAll(input.nextElementSiblings());
    sight.box().controls().stream().filter(BoxPlay::isWhole).forEach(beside::add);
    return beside.stream()
        .filter(control -> !control.equals(input) && !Openers.leadsElsewhere(control))
        .limit(MOST_CLICKS)
        .toList();
  }

  /// Of a picture in a button, the button is pressed.
  private static boolean isWhole(Element control) {
    var button = control.closest("button, a, [role=button]");
    return button == null || button.equals(control);
  }

  private boolean isUnderWay(Stage stage, int began, String here) {
    return !stage.boxes().isEmpty()
        || !stage.parts().getFirst().url().equals(here)
        || calls(stage, began).stream().anyMatch(carried::by);
  }

  private static List<Attempt> calls(Stage stage, int began) {
    return stage.attempts().subList(began, stage.attempts().size());
  }

  /// A window of its own cannot be looked into; its address opens as well in this one.
  private void followed(Stage stage, int began) {
    calls(stage, began).stream()
        .filter(call -> call.kind() == Attempt.Kind.WINDOW)
        .filter(call -> call.method().equals("GET") && carried.by(call))
        .findFirst()
        .ifPresent(call -> {
          stage
              .parts()
              .getFirst()
              .ask(
                  "url => { setTimeout(() => { location.href = url; }, 0); return true; }",
                  call.url());
          stage.settle(WHILE);
        });
  }
}
