package xuncha.crawler.probe.consult;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xuncha.crawler.Inquiry.Ground;
import xuncha.crawler.Inquiry.Opened;
import xuncha.crawler.fetch.WebAddress;
import xuncha.findings.edition.Rule;
import xuncha.findings.visit.Column;
import xuncha.findings.visit.ColumnKind;
import xuncha.findings.visit.Consultation;
import xuncha.findings.visit.Consultation.Access;
import xuncha.findings.visit.Consultation.Channel;
import xuncha.findings.visit.Consultation.Kind;
import xuncha.findings.visit.Consultation.Tracking;
import xuncha.findings.visit.Consultation.Tried;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Blame;
import xuncha.findings.visit.Link;
import xuncha.findings.visit.PageFacts;
import xuncha.findings.visit.Source;

/// One site's ways to write, from every link and column of the walk that is called like one.
final class ConsultRound {
  private static final int MOST_CANDIDATES = 12;
  private static final int DEEPEST = 3;
  private static final int LINKS_A_PAGE = 5;
  private static final int RULES = 2;

  private final Ground ground;
  private final FormTrials trials;
  private final FormScripts scripts;
  private final Map<String, Candidate> candidates = new LinkedHashMap<>();
  private final List<Channel> channels = new ArrayList<>();
  private final Map<String, Tracking> tracking = new LinkedHashMap<>();
  private final Set<String> forms = new HashSet<>();
  private Optional<Failure> doubt = Optional.empty();

  /// A link or column that may lead to something to write into.
  private record Candidate(String name, String url, ChannelName told) {}

  /// @param rule how much a form may be tried
  ConsultRound(Ground ground, Rule rule) {
    this.ground = ground;
    this.trials = new FormTrials(ground, rule);
    this.scripts = new FormScripts(ground);
  }

  Consultation consultation() {
    ground.walked().pages().forEach(this::links);
    ground.columns().columns().forEach(this::column);
    ground.talking().stream().map(ConsultPage::of).forEach(this::talking);
    var ordered = new ArrayList<>(candidates.values());
    ordered.sort(Comparator.comparingInt(one -> one.told().rank()));
    ordered.stream()
        .filter(
            one -> one.told().kind() != Kind.CONSULTATION && one.told().kind() != Kind.COMPLAINT)
        .forEach(one -> channels.add(named(one, Access.UNCLEAR, Optional.empty())));
    var asked =
        ordered.stream()
            .filter(one ->
                one.told().kind() == Kind.CONSULTATION || one.told().kind() == Kind.COMPLAINT)
            .toList();
    asked.stream().limit(MOST_CANDIDATES).forEach(this::follow);
    doubts(asked.size());
    channels.sort(Comparator.comparing(Channel::kind).thenComparing(Channel::access));
    return new Consultation(channels, List.copyOf(tracking.values()), doubt);
  }

  // where one may write

  private void links(PageFacts page) {
    for (var link : page.links()) {
      if (link.kind() == Link.Kind.ANCHOR || link.kind() == Link.Kind.SCRIPTED) {
        candidate(link.text(), link.url(), page.finalUrl());
        TrackingSigns.link(link, page).ifPresent(this::add);
      }
    }
  }

  private void column(Column column) {
    if (column.kind() == ColumnKind.INTERACTION) {
      candidate(column.name(), column.url(), "");
    }
  }

  private void candidate(String text, String url, String from) {
    if (url.startsWith("http") && !url.equals(from)) {
      ChannelName.of(text)
          .map(told -> new Candidate(text.strip(), url, told))
          .ifPresent(one -> candidates.merge(WebAddress.spelled(url), one, ConsultRound::likelier));
    }
  }

  private static Candidate likelier(Candidate one, Candidate other) {
    return other.told().rank() < one.told().rank() ? other : one;
  }

  /// A page that was read already and has a form on it is its own candidate.
  private void talking(ConsultPage page) {
    TrackingSigns.in(page).forEach(this::add);
    var url = page.facts().finalUrl();
    if (page.form().isPresent() && page.about().isPresent()) {
      candidates.putIfAbsent(
          WebAddress.spelled(url), new Candidate(page.facts().title(), url, page.about().get()));
    }
  }

  private void add(Tracking sign) {
    tracking.putIfAbsent(sign.by(), sign);
  }

  // the way there

  private void follow(Candidate candidate) {
    if (!ground.sameBody(candidate.url())) {
      var hotline = candidate.url().contains("12345");
      channels.add(
          new Channel(
              candidate.name(),
              candidate.url(),
              hotline ? Kind.HOTLINE : candidate.told().kind(),
              Access.EXTERNAL,
              List.of(candidate.url()),
              Optional.empty(),
              List.of(),
              List.of(),
              Optional.empty(),
              Source.UNARCHIVED));
      return;
    }
    if (!forms.contains(WebAddress.spelled(candidate.url()))) {
      new Way(candidate).go();
    }
  }

  private Channel named(Candidate candidate, Access access, Optional<Failure> why) {
    return new Channel(
        candidate.name(),
        candidate.url(),
        candidate.told().kind(),
        access,
        List.of(candidate.url()),
        Optional.empty(),
        List.of(),
        List.of(),
        why,
        Source.UNARCHIVED);
  }

  /// From one link to the form, or as far as one gets by following links.
  private final class Way {
    private final Candidate candidate;
    private final Statements statements = new Statements();
    private final List<ConsultPage> passed = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private boolean login;
    private boolean shut;

    Way(Candidate candidate) {
      this.candidate = candidate;
    }

    void go() {
      switch (ground.open(candidate.url())) {
        case Opened.Unread unread -> unread(unread);
        case Opened.Page page -> {
          if (!step(ConsultPage.of(page), 0)) {
            withoutForm();
          }
        }
      }
    }

    private void unread(Opened.Unread unread) {
      var why = unread.why();
      if (why.kind() == Failure.Kind.LOGIN_WALL) {
        channels.add(channel(Access.LOGIN, unread.url(), Optional.of(why), unread.source()));
      } else if (why.kind() == Failure.Kind.NOT_FOUND) {
        channels.add(channel(Access.BROKEN, candidate.url(), Optional.of(why), unread.source()));
      } else {
        channels.add(channel(Access.UNCLEAR, candidate.url(), Optional.of(why), unread.source()));
      }
    }

    /// Whether a form was found on that page or behind it.
    private boolean step(ConsultPage page, int depth) {
      if (!seen.add(WebAddress.spelled(page.facts().finalUrl()))) {
        return false;
      }
      passed.add(page);
      TrackingSigns.in(page).forEach(ConsultRound.this::add);
      page.facts()
          .links()
          .forEach(
              link -> TrackingSigns.link(link, page.facts()).ifPresent(ConsultRound.this::add));
      var form = page.form();
      if (form.isPresent()) {
        found(page, form.get());
        return true;
      }
      // lists speak of being shut and of logging in too, for other reasons
      var sure = depth > 0 || candidate.told().rank() == 0;
      login |= sure && page.wantsLogin();
      shut |= sure && page.isShut();
      if (depth < DEEPEST && onward(page, page.onward(sure), depth)) {
        return true;
      }
      passed.removeLast();
      return false;
    }

    private boolean onward(ConsultPage page, List<String> ways, int depth) {
      for (var next : ways.stream().limit(LINKS_A_PAGE).toList()) {
        if ((page.isFrame(next) || ground.sameBody(next))
            && !seen.contains(WebAddress.spelled(next))
            && ground.open(next) instanceof Opened.Page further
            && step(ConsultPage.of(further), depth + 1)) {
          return true;
        }
      }
      return false;
    }

    private void found(ConsultPage page, ConsultForm form) {
      if (!forms.add(WebAddress.spelled(page.facts().finalUrl()))) {
        return;
      }
      var source = page.facts().source();
      statements.form(form, source);
      passed.forEach(statements::page);
      rules(page);
      var kind = kind(page);
      var entry = form.entry();
      var own = kind == Kind.CONSULTATION;
      var scripted =
          own
              ? page.tree().map(tree -> scripts.mayCheck(tree, form)).orElse(true)
              : entry.scripted();
      var tried = own && scripted ? trials.of(page, form, statements) : Optional.<Tried>empty();
      var agreed = entry.agreement() || passed.stream().anyMatch(ConsultPage::wantsAgreement);
      channels.add(
          new Channel(
              candidate.name(),
              page.facts().finalUrl(),
              kind,
              Access.OPEN,
              passed.stream().map(one -> one.facts().finalUrl()).toList(),
              Optional.of(
                  new Consultation.Entry(entry.fields(), entry.captcha(), agreed, scripted)),
              statements.stated(),
              statements.hours(),
              Optional.empty(),
              source,
              tried));
    }

    /// A page that calls itself a petition's or a report's is one, whatever link leads there.
    private Kind kind(ConsultPage page) {
      var told = page.about().map(ChannelName::kind).orElse(candidate.told().kind());
      return told == Kind.HOTLINE || told == Kind.COMPLAINT ? candidate.told().kind() : told;
    }

    /// The rules that stand on a page of their own beside the form.
    private void rules(ConsultPage page) {
      page.facts().links().stream()
          .filter(link -> link.kind() == Link.Kind.ANCHOR && link.text().contains("须知"))
          .map(Link::url)
          .filter(url -> ground.sameBody(url) && seen.add(WebAddress.spelled(url)))
          .distinct()
          .limit(RULES)
          .forEach(url -> {
            if (ground.open(url) instanceof Opened.Page rules) {
              statements.page(ConsultPage.of(rules));
            }
          });
    }

    private void withoutForm() {
      var last = seen.size();
      if (ground.open(candidate.url()) instanceof Opened.Page opened) {
        var page = ConsultPage.of(opened);
        var access = shut ? Access.CLOSED : login ? Access.LOGIN : Access.UNCLEAR;
        var told = page.wantsAgreement() || shut || login;
        var asks = candidate.told().rank() == 0 && !page.isList();
        if (told || asks || last > 1) {
          statements.page(page);
          channels.add(
              channel(access, page.facts().finalUrl(), Optional.empty(), page.facts().source()));
        }
      }
    }

    private Channel channel(Access access, String url, Optional<Failure> why, Source source) {
      return new Channel(
          candidate.name(),
          url,
          candidate.told().kind(),
          access,
          List.of(candidate.url(), url).stream().distinct().toList(),
          Optional.empty(),
          statements.stated(),
          statements.hours(),
          why,
          source);
    }
  }

  // what was not seen

  private void doubts(int asked) {
    var walked = ground.walked();
    if (asked > MOST_CANDIDATES || ground.left() <= 0 || !walked.complete()) {
      doubt = Optional.of(new Failure(Failure.Kind.BUDGET, "not every page was looked at"));
    } else if (ground.home().linksCut()) {
      doubt = Optional.of(new Failure(Failure.Kind.TOO_LITTLE, "more links than are kept"));
    } else {
      doubt =
          walked.unread().stream()
              .filter(one -> one.why().blame() != Blame.SITE)
              .map(one -> new Failure(one.why().kind(), one.url()))
              .findFirst()
              .or(this::unreadColumn);
    }
  }

  private Optional<Failure> unreadColumn() {
    return ground.columns().columns().stream()
        .filter(column -> column.kind() == ColumnKind.INTERACTION)
        .filter(column -> column.state() == Column.State.UNREAD)
        .flatMap(column -> column.why().stream())
        .filter(why -> why.blame() != Blame.SITE)
        .findFirst();
  }
}
