package xuncha.crawler.probe.space;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xuncha.crawler.Gatherer;
import xuncha.crawler.Keepsake;
import xuncha.crawler.fetch.Fetcher;
import xuncha.crawler.fetch.KeptCookie;
import xuncha.crawler.read.PageReader;
import xuncha.findings.edition.Lexicon;
import xuncha.findings.site.Site;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Gathered;
import xuncha.findings.visit.PageFacts.PageKind;
import xuncha.findings.visit.Source;
import xuncha.findings.visit.UserSpace;
import xuncha.findings.visit.UserSpace.Login;

/// Logs in to a site with the account that its owner lends, from a page deep within it; says where
/// one lands, reads a page, and looks for it in one's own space. One log-in a visit, whatever comes
/// of it: accounts are locked for less. robots.txt speaks to crawlers and is not asked by a guest;
/// the gate of the host is. Where only a person can log in, the session that one of them made is
/// taken up. Without account and session nothing is asked for.
public final class SpaceProbe implements Gatherer<UserSpace> {
  /// Articles tried until one opens.
  private static final int ARTICLES = 3;

  private final Fetcher fetcher;
  private final PageReader reader;
  private final SpaceWords words;
  private final Map<String, TestAccount> accounts;
  private final Map<String, List<KeptCookie>> sessions;

  /// @param accounts by the site's id
  /// @param sessions of people who logged in themselves, by the site's id
  public SpaceProbe(
      Fetcher fetcher,
      PageReader reader,
      Lexicon lexicon,
      Map<String, TestAccount> accounts,
      Map<String, List<KeptCookie>> sessions) {
    this.fetcher = fetcher;
    this.reader = reader;
    this.words = new SpaceWords(lexicon);
    this.accounts = Map.copyOf(accounts);
    this.sessions = Map.copyOf(sessions);
  }

  @Override
  public Keepsake<UserSpace> brings() {
    return Keepsake.USER_SPACE;
  }

  @Override
  public Gathered<UserSpace> gather(Site site, Scope scope) {
    var session = Optional.ofNullable(sessions.get(site.id()));
    var byAccount =
        Optional.ofNullable(accounts.get(site.id()))
            .map(account -> new Stay(site, scope).with(account));
    if (session.isEmpty() || byAccount.filter(record -> record.space().isPresent()).isPresent()) {
      return new Gathered.Got<>(
          byAccount.orElseGet(() -> nobody(site.url(), "", Failure.of(Kind.NO_ACCOUNT))));
    }
    var back = new Stay(site, scope).backWith(session.get());
    return new Gathered.Got<>(
        new UserSpace(
            byAccount.map(UserSpace::login).orElse(back.login()), back.space(), back.source()));
  }

  private static UserSpace nobody(String from, String login, Failure why) {
    return new UserSpace(
        new Login(from, login, List.of(), Optional.empty(), false, Optional.of(why)),
        Optional.empty(),
        Source.UNARCHIVED);
  }

  /// One visit of one person.
  private final class Stay {
    private final Site site;
    private final Scope scope;
    private final LoginDoor door = new LoginDoor(words);
    private final Person person = new Person(fetcher.session(), reader);
    private final Set<String> strangers = new HashSet<>();

    Stay(Site site, Scope scope) {
      this.site = site;
      this.scope = scope;
    }

    /// Comes as a stranger and logs in.
    UserSpace with(TestAccount account) {
      return switch (person.open(site.url(), "")) {
        case Person.Arrival.Nowhere(var why) -> nobody(site.url(), "", why);
        case Person.Arrival.At(var home) -> from(starts(home), account);
      };
    }

    /// Comes as a stranger, to see what all are shown, and then as the one whom the site knows. How
    /// that one logged in was not seen.
    UserSpace backWith(List<KeptCookie> cookies) {
      return switch (person.open(site.url(), "")) {
        case Person.Arrival.Nowhere(var why) -> nobody(site.url(), "", why);
        case Person.Arrival.At(var home) -> {
          var member = new Person(fetcher.session(cookies), reader);
          var start = starts(home).getFirst();
          yield switch (member.open(start.url(), home.url())) {
            case Person.Arrival.Nowhere(var why) -> nobody(start.url(), "", why);
            case Person.Arrival.At(var page) -> known(member, start, page);
          };
        }
      };
    }

    private UserSpace known(Person member, Sheet start, Sheet page) {
      if (!isIn(page)) {
        return nobody(
            start.url(), "", new Failure(Kind.HUMAN_WANTED, "the stored session has run out"));
      }
      return new UserSpace(
          nobody(start.url(), "", new Failure(Kind.HUMAN_WANTED, "a person logged in before"))
              .login(),
          own(member, List.of(page)).map(place -> rooms(member, start).of(place)),
          Source.UNARCHIVED);
    }

    private SpaceRooms rooms(Person whose, Sheet read) {
      return new SpaceRooms(whose, words, strangers, scope::sameBody, read);
    }

    /// Where one may log in from, the deepest first.
    private List<Sheet> starts(Sheet home) {
      return deep(home).map(page -> List.of(page, home)).orElse(List.of(home));
    }

    /// A page within the site, for a home page is where one may land anyway; empty where none
    /// opens.
    private Optional<Sheet> deep(Sheet home) {
      note(home);
      return home.facts().lists().stream()
          .flatMap(list -> list.items().stream())
          .map(item -> item.url())
          .filter(url -> scope.sameBody(url) && !Traces.same(url, home.url()))
          .distinct()
          .limit(ARTICLES)
          .flatMap(url -> person.open(url, home.url()).sheet().stream())
          .filter(page -> page.facts().kind() == PageKind.ARTICLE && !page.scripted())
          .findFirst()
          .map(page -> {
            note(page);
            return page;
          });
    }

    private void note(Sheet page) {
      page.facts().links().forEach(link -> strangers.add(Traces.cleaned(link.url())));
    }

    private UserSpace from(List<Sheet> starts, TestAccount account) {
      var barred = Optional.<UserSpace>empty();
      for (var start : starts) {
        for (var page : doors(start)) {
          switch (door.form(page, account, scope::sameBody)) {
            case LoginDoor.Found.Form(var filled) -> {
              return landed(start, page, person.logIn(filled, page.url()));
            }
            case LoginDoor.Found.Barred(var why) ->
                barred =
                    barred.or(
                        () -> Optional.of(nobody(start.url(), Traces.cleaned(page.url()), why)));
            case LoginDoor.Found.No() -> {}
          }
        }
      }
      return barred.orElseGet(() ->
          nobody(starts.getFirst().url(), "", new Failure(Kind.UNREADABLE, "no log-in was found")));
    }

    /// The page itself, where it has a log-in, and those to which its entries lead.
    private List<Sheet> doors(Sheet start) {
      var pages = new ArrayList<Sheet>();
      if (start.asksForPassword()) {
        pages.add(start);
      }
      for (var url : door.links(start)) {
        person
            .open(url, start.url())
            .sheet()
            .ifPresent(page -> {
              pages.add(page);
              frames(page).forEach(pages::add);
            });
      }
      return pages;
    }

    private List<Sheet> frames(Sheet page) {
      return page.tree().select("iframe[src]").stream()
          .map(frame -> frame.absUrl("src"))
          .filter(scope::sameBody)
          .limit(2)
          .flatMap(url -> person.open(url, page.url()).sheet().stream())
          .toList();
    }

    private UserSpace landed(Sheet start, Sheet form, Person.Arrival arrival) {
      var login = Traces.cleaned(form.url());
      if (arrival instanceof Person.Arrival.Nowhere(var why)) {
        return nobody(start.url(), login, why);
      }
      var after = arrival.sheet().orElseThrow();
      var again = person.open(start.url(), after.url());
      if (!isIn(after) && !again.sheet().filter(this::isIn).isPresent()) {
        return nobody(start.url(), login, refused(after));
      }
      var unclear = goesOnUnseen(after);
      var pages = again.sheet().map(one -> List.of(one, after)).orElse(List.of(after));
      var space = own(person, pages).map(place -> rooms(person, start).of(place));
      return new UserSpace(
          new Login(
              start.url(),
              login,
              person.way(),
              unclear ? Optional.empty() : Optional.of(Traces.cleaned(after.url())),
              Traces.same(start.url(), after.url()),
              unclear
                  ? Optional.of(new Failure(Kind.NEEDS_BROWSER, "a script leads on from there"))
                  : Optional.empty()),
          space,
          Source.UNARCHIVED);
    }

    private Failure refused(Sheet after) {
      return door.wantsHuman(after.tree())
          ? new Failure(Kind.HUMAN_WANTED, "a code after the password")
          : Failure.of(Kind.NOT_LET_IN);
    }

    private boolean isIn(Sheet page) {
      return !page.asksForPassword()
          && (page.tree().select("a, button, input[type=button]").stream()
                  .anyMatch(one -> words.isWayOut(one.text()) || words.isWayOut(one.attr("value")))
              || words.saysWelcome(page.tree().text()));
    }

    /// A page that only tells that one is in, and whose script knows where to go.
    private boolean goesOnUnseen(Sheet after) {
      return words.saysWelcome(after.tree().text())
          && after.tree().select("script").stream()
              .map(script -> script.data())
              .anyMatch(script ->
                  script.contains("history.")
                      || script.contains("opener")
                      || script.contains("location")
                      || script.contains("close("));
    }

    /// The first page of the person's own: where an entry for those who are in leads, or where one
    /// landed.
    ///
    /// @param pages those that were shown to the person, where one landed last
    private Optional<Sheet> own(Person whose, List<Sheet> pages) {
      for (var page : pages) {
        for (var link : page.tree().select("a[href]")) {
          var url = link.absUrl("href");
          if (words.isOwnPlace(link.text()) && scope.sameBody(url)) {
            var place = whose.open(url, page.url()).sheet();
            if (place.isPresent() && !place.get().asksForPassword()) {
              return place;
            }
          }
        }
      }
      return Optional.of(pages.getLast())
          .filter(
              page -> words.isOwnPlace(page.facts().headline()) || words.isOwnPlace(heading(page)));
    }

    private String heading(Sheet page) {
      var heading = page.tree().selectFirst("h1, h2, h3");
      return heading == null ? "" : heading.text();
    }
  }
}
