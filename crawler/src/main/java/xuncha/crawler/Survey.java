package xuncha.crawler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xuncha.crawler.fetch.Ask.Why;
import xuncha.crawler.fetch.Trip;
import xuncha.crawler.fetch.WebAddress;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Blame;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Link;
import xuncha.findings.visit.LinkSurvey;
import xuncha.findings.visit.LinkSurvey.TriedLink;
import xuncha.findings.visit.PageFacts;
import xuncha.findings.visit.Source;

/// Tries the links of the pages that were read: the home page's first, each address once, those
/// that failed a second time at the end. Pages already read are not asked for again. Who answered
/// "too many requests" (RFC 6585, 429) is asked again in the end too, when the pause it wished for
/// is over; once one answers that again, no other is.
final class Survey {
  /// Enough of an answer to see that it is one.
  private static final long GLANCE = 1 << 16;

  private static final int TOO_MANY = 429;

  /// What a person follows or sees. A script or style sheet is no link, and an address found inside
  /// a script may be none.
  private static final Set<Link.Kind> TRIED =
      Set.of(Link.Kind.ANCHOR, Link.Kind.FRAME, Link.Kind.DOCUMENT, Link.Kind.MEDIA);

  private final Errand errand;
  private final Strangers strangers;
  private final List<Tried> tried = new ArrayList<>();
  private final Map<Kind, Integer> untried = new EnumMap<>(Kind.class);
  private boolean stillTooMany;

  /// A link to be tried.
  private record Planned(String url, Link link, String from, boolean onHome) {}

  /// What came of one.
  private record Tried(Planned planned, Answer answer, boolean confirmed) {}

  /// What an address answers.
  private record Answer(int status, Optional<Failure> failure, Source source) {}

  Survey(Errand errand, PageFacts home) {
    this.errand = errand;
    this.strangers = new Strangers(errand, home);
  }

  /// @param pages the pages read, the home page first
  LinkSurvey of(List<PageFacts> pages) {
    var left = errand.settings().budget().links();
    for (var planned : plan(pages)) {
      var known = errand.known(planned.url());
      if (known.isPresent()) {
        note(planned, answer(known.get()));
      } else if (left <= 0) {
        untriedFor(Kind.BUDGET);
      } else {
        var refusal = errand.restraint().refusal(planned.url(), Why.LINK);
        if (refusal.isPresent()) {
          untriedFor(refusal.get().kind());
        } else {
          left--;
          note(planned, first(planned));
        }
      }
    }
    var links = tried.stream().map(this::confirmed).map(this::told).toList();
    var untriedLinks = untried.values().stream().mapToInt(Integer::intValue).sum();
    return new LinkSurvey(links, untriedLinks, mostly(untriedLinks));
  }

  private void untriedFor(Kind why) {
    untried.merge(why, 1, Integer::sum);
  }

  /// What kept us from most of the links that we did not try.
  private Optional<Failure> mostly(int all) {
    return untried.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> new Failure(most.getKey(), most.getValue() + " of " + all + " links untried"));
  }

  private List<Planned> plan(List<PageFacts> pages) {
    var planned = new LinkedHashMap<String, Planned>();
    var home = pages.getFirst().finalUrl();
    for (var page : pages) {
      for (var link : page.links()) {
        if (TRIED.contains(link.kind())) {
          WebAddress.of(link.url())
              .map(WebAddress::url)
              .ifPresent(url ->
                  planned.putIfAbsent(
                      url, new Planned(url, link, page.finalUrl(), page.finalUrl().equals(home))));
        }
      }
    }
    // Home page before others, and what a person clicks before pictures; stable otherwise.
    return planned.values().stream().sorted(Comparator.comparingInt(Survey::rank)).toList();
  }

  private static int rank(Planned planned) {
    return (planned.onHome() ? 0 : 2) + (planned.link().kind() == Link.Kind.MEDIA ? 1 : 0);
  }

  private void note(Planned planned, Answer answer) {
    // where we did not look there is nothing to tell
    answer
        .failure()
        .filter(Survey::ours)
        .ifPresentOrElse(
            why -> untriedFor(why.kind()), () -> tried.add(new Tried(planned, answer, false)));
  }

  private static boolean ours(Failure failure) {
    return switch (failure.kind()) {
      case ROBOTS, BUDGET, NOT_GATHERED, NETWORK_UNREACHABLE -> true;
      default -> false;
    };
  }

  /// Pages of the body are read, for "not found" is often said with status 200. Files, pictures and
  /// other bodies' pages are asked for their headers alone where the server can do that.
  private Answer first(Planned planned) {
    if (page(planned)) {
      return read(planned);
    }
    var head = errand.trip(planned.url(), "HEAD", Why.LINK, GLANCE);
    return head.failure().isEmpty() && !suspicious(planned, head) ? answer(head) : again(planned);
  }

  private Answer again(Planned planned) {
    if (page(planned)) {
      return read(planned);
    }
    var got = errand.trip(planned.url(), "GET", Why.LINK, GLANCE);
    return got.failure().isEmpty() && suspicious(planned, got) ? read(planned) : answer(got);
  }

  private Answer read(Planned planned) {
    var looked = errand.lookAgain(planned.url());
    if (looked instanceof Looked.Page page) {
      strangers.met(page);
    } else if (looked.status() == Rereading.NOT_MODIFIED) {
      strangers.met(looked.hops().getLast());
    }
    return answer(looked);
  }

  private boolean page(Planned planned) {
    return switch (planned.link().kind()) {
      case ANCHOR, FRAME -> errand.internal(planned.url());
      default -> false;
    };
  }

  /// A file of the body that answers as a web page may be its error page.
  private boolean suspicious(Planned planned, Trip trip) {
    return planned.link().kind() == Link.Kind.DOCUMENT
        && errand.internal(planned.url())
        && trip.answer().filter(answer -> answer.mediaType().equals("text/html")).isPresent();
  }

  /// A failure counts when it is met twice. What may be meant for us alone is not pressed.
  private Tried confirmed(Tried one) {
    var why = one.answer().failure();
    if (why.isEmpty() || !worthConfirming(one.answer(), why.get())) {
      return one;
    }
    if (errand.restraint().refusal(one.planned().url(), Why.LINK).isPresent()) {
      return one;
    }
    var second = again(one.planned());
    stillTooMany |= second.status() == TOO_MANY;
    return second
        .failure()
        .map(failure -> new Tried(one.planned(), one.answer(), agree(why.get(), failure)))
        .orElseGet(() -> new Tried(one.planned(), second, false));
  }

  private boolean worthConfirming(Answer first, Failure why) {
    if (first.status() == TOO_MANY) {
      return !stillTooMany;
    }
    return why.blame() != Blame.US && why.kind() != Kind.BLOCKED && why.kind() != Kind.LOGIN_WALL;
  }

  private static boolean agree(Failure one, Failure other) {
    return one.kind() == other.kind() || (one.blame() == Blame.SITE && other.blame() == Blame.SITE);
  }

  private TriedLink told(Tried one) {
    var planned = one.planned();
    var stranger = strangers.verdict(planned.url());
    if (one.answer().failure().isPresent() || stranger.isPresent()) {
      errand.rereading().broken(planned.url());
    }
    return new TriedLink(
        planned.url(),
        planned.link().text(),
        planned.from(),
        planned.onHome(),
        errand.internal(planned.url()),
        one.answer().status(),
        one.answer().failure().or(() -> stranger),
        one.confirmed() || (one.answer().failure().isEmpty() && stranger.isPresent()),
        one.answer().source());
  }

  private static Answer answer(Looked looked) {
    return new Answer(looked.status(), looked.trouble(), looked.source());
  }

  private static Answer answer(Trip trip) {
    return new Answer(
        trip.answer().map(answered -> answered.status()).orElse(0),
        trip.failure(),
        trip.last().source());
  }
}
