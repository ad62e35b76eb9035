package xuncha.lab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import xuncha.findings.site.Site;
import xuncha.lab.Truth.Expect;
import xuncha.lab.scenario.Scenario;
import xuncha.lab.scenario.Variant;
import xuncha.lab.scenario.Variant.Role;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.Founder;
import xuncha.lab.system.Systems;
import xuncha.lab.words.Body;
import xuncha.lab.words.Census;
import xuncha.lab.words.Lot;

/// A simulated province: sites in several site systems, what is wrong with some of them, and the
/// truth. The same arguments give the same province, byte for byte.
public final class Province {
  /// The reference time that tests use: 31 March 2020, 18:00 in Beijing.
  public static final Instant AS_OF = Instant.parse("2020-03-31T10:00:00Z");

  /// The province of the bulletin: 1 province portal, 16 city and 104 county portals, 78
  /// departments.
  public static final int WHOLE = 835;

  /// About how many pages a site of the whole province has.
  public static final int PAGES = 30;

  private static final int FEW_PAGES = 12;

  private final Instant asOf;
  private final List<LabHost> hosts;

  private Province(Instant asOf, List<LabHost> hosts) {
    this.asOf = asOf;
    this.hosts = List.copyOf(hosts);
  }

  /// A province in the usual proportions; about a third of its sites carry one or a few faults,
  /// some others healthy twins and traps, and the rest nothing.
  ///
  /// @param seed decides everything that is not given
  /// @param sites how many
  /// @param pages about how many pages a site has
  /// @param asOf the reference time that its dates are relative to
  public static Province of(long seed, int sites, int pages, Instant asOf) {
    var deck = new Deck(seed);
    var hosts = new ArrayList<LabHost>();
    for (var plan : plans(seed, sites, pages, asOf)) {
      hosts.add(deck.deal(plan));
    }
    return new Province(asOf, hosts);
  }

  /// A province of the usual size, 835 sites of about 30 pages.
  public static Province whole(long seed, Instant asOf) {
    return of(seed, WHOLE, PAGES, asOf);
  }

  /// A province in which nothing is wrong.
  public static Province healthy(long seed, int sites, int pages, Instant asOf) {
    return new Province(
        asOf,
        plans(seed, sites, pages, asOf).stream().map(plan -> planted(plan, List.of())).toList());
  }

  /// One site for each variant of each scenario that `wanted` names by its check, all if empty; the
  /// site systems take turns. Scenarios that take days are left out.
  public static Province ofScenarios(long seed, Instant asOf, String... wanted) {
    var nightly = Scenario.all().stream().filter(scenario -> !scenario.overDays()).toList();
    return of(nightly, seed, PAGES, asOf, List.of(wanted));
  }

  /// The same of the scenarios that show only in several visits on several days; their sites are
  /// small, for each is visited often.
  public static Province ofDays(long seed, Instant asOf, String... wanted) {
    var lasting = Scenario.all().stream().filter(Scenario::overDays).toList();
    return of(lasting, seed, FEW_PAGES, asOf, List.of(wanted));
  }

  private static Province of(
      List<Scenario> scenarios, long seed, int pages, Instant asOf, List<String> checks) {
    var picks =
        scenarios.stream()
            .filter(scenario -> checks.isEmpty() || checks.contains(scenario.check()))
            .flatMap(scenario -> scenario.variants().stream().map(each -> new Pick(scenario, each)))
            .toList();
    var plans = plans(seed, Math.max(40, picks.size() * 6), pages, asOf);
    var hosts = new ArrayList<LabHost>();
    var used = new HashSet<Blueprint>();
    for (var pick : picks) {
      var plan =
          plans.stream()
              .filter(each -> !used.contains(each) && pick.variant().suits().test(each))
              .filter(each -> !Systems.of(each.system()).needsBrowser())
              .findFirst()
              .orElseThrow(() -> new IllegalStateException("no site suits " + pick.id()));
      used.add(plan);
      hosts.add(planted(plan, List.of(pick)));
    }
    return new Province(asOf, hosts);
  }

  /// The reference time that its dates are relative to.
  public Instant asOf() {
    return asOf;
  }

  /// Its sites with what was planted on them, in the order of the registry.
  public List<LabHost> hosts() {
    return hosts;
  }

  /// Its sites as the registry lists them.
  public List<Site> sites() {
    return hosts.stream().map(LabHost::site).toList();
  }

  /// What is true of every site and check.
  public List<Truth> truths() {
    return hosts.stream().flatMap(host -> host.truths().stream()).toList();
  }

  /// What is true of one site.
  ///
  /// @param target the site's id
  public List<Truth> truths(String target) {
    return truths().stream().filter(truth -> truth.target().equals(target)).toList();
  }

  /// The sites that carry a scenario's variant.
  ///
  /// @param scenario `check/variant`
  public List<LabHost> carrying(String scenario) {
    return hosts.stream().filter(host -> host.planted().contains(scenario)).toList();
  }

  private static List<Blueprint> plans(long seed, int sites, int pages, Instant asOf) {
    var serials = new HashMap<String, Integer>();
    return Census.bodies(seed, sites).stream()
        .map(body -> plan(seed, body, pages, asOf, serials.merge(body.adcode(), 1, Integer::sum)))
        .toList();
  }

  private static Blueprint plan(long seed, Body body, int pages, Instant asOf, int serial) {
    var system = Systems.drawn(body, Lot.of(seed, body.host(), "system"));
    return Founder.found(seed, body, system, pages, asOf, serial);
  }

  private static LabHost planted(Blueprint plan, List<Pick> picks) {
    var says = new HashMap<String, Expect>();
    var scenarios = new HashMap<String, String>();
    for (var pick : picks) {
      plan = pick.variant().plant().apply(plan);
      says.putAll(pick.variant().says());
      scenarios.put(pick.scenario().check(), pick.id());
    }
    return new LabHost(
        plan, picks.stream().map(Pick::id).toList(), Truths.of(plan, says, scenarios));
  }

  /// A variant with the scenario it belongs to.
  private record Pick(Scenario scenario, Variant variant) {
    String id() {
      return scenario.check() + "/" + variant.name();
    }
  }

  /// Deals variants to sites so that each comes up about as often as every other.
  private static final class Deck {
    private static final int FAULTY = 34;
    private static final int TRICKY = 30;
    private static final int SECOND = 25;

    private final long seed;
    private final Map<Boolean, List<Pick>> cards = new HashMap<>();
    private final Map<Pick, Integer> dealt = new HashMap<>();

    Deck(long seed) {
      this.seed = seed;
      for (var scenario : Scenario.all()) {
        if (scenario.overDays()) {
          continue;
        }
        for (var variant : scenario.variants()) {
          cards
              .computeIfAbsent(variant.role() == Role.FAULT, _ -> new ArrayList<>())
              .add(new Pick(scenario, variant));
        }
      }
    }

    LabHost deal(Blueprint plan) {
      var lot = Lot.of(seed, plan.domain(), "deal");
      var draw = lot.below(100);
      var hand = new ArrayList<Pick>();
      if (draw < FAULTY + TRICKY && plan.body().host().indexOf("www.jianghuai") < 0) {
        take(plan, draw < FAULTY, hand);
        if (lot.chance(SECOND)) {
          take(plan, draw < FAULTY, hand);
        }
      }
      return planted(plan, hand);
    }

    /// The card dealt least often so far that suits the site and what it already carries.
    private void take(Blueprint plan, boolean fault, List<Pick> hand) {
      cards.getOrDefault(fault, List.of()).stream()
          .filter(card -> hand.stream().noneMatch(held -> clash(held, card)))
          .filter(card -> card.variant().suits().test(plan))
          .min(
              Comparator.<Pick>comparingInt(card -> dealt.getOrDefault(card, 0))
                  .thenComparingLong(card -> Lot.of(seed, plan.domain(), card.id()).bits()))
          .ifPresent(card -> {
            hand.add(card);
            dealt.merge(card, 1, Integer::sum);
          });
    }

    /// Two scenarios about columns would spoil each other's truth, and a site that does not open
    /// shows nothing else.
    private static boolean clash(Pick held, Pick card) {
      return held.scenario().area().equals(card.scenario().area())
          || held.scenario().area().equals("site")
          || card.scenario().area().equals("site");
    }
  }
}
