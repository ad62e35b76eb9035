package xuncha.lab.site;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import xuncha.findings.Beijing;
import xuncha.findings.site.Site;
import xuncha.lab.http.Conduct;
import xuncha.lab.words.Body;
import xuncha.lab.words.Lot;

/// Everything that a simulated site's pages are written from.
///
/// @param seed decides what is not given
/// @param asOf the reference time that its dates are relative to
/// @param body who answers for it
/// @param code its site code
/// @param system the id of its site system
/// @param secure whether its home page is at https
/// @param columns in the order of the navigation
/// @param home what is particular about its home page
/// @param marks its footer
/// @param tags its meta tags
/// @param door whether its name and address lead anywhere
/// @param conducts how it behaves at single paths, `*` for all of them
/// @param links links besides its ordinary ones
/// @param domain the host name it is served at
/// @param manners how it deals with those who come to it
public record Blueprint(
    long seed,
    Instant asOf,
    Body body,
    String code,
    String system,
    boolean secure,
    List<LabColumn> columns,
    HomeStyle home,
    LabMarks marks,
    LabTags tags,
    Door door,
    Map<String, Conduct> conducts,
    List<PlantedLink> links,
    String domain,
    Manners manners) {

  /// What is particular about a home page.
  ///
  /// @param todayWidget whether it shows today's date
  /// @param splash whether it is only an entry to the real one
  /// @param dates how its blocks write dates, empty for the system's own way
  public record HomeStyle(boolean todayWidget, boolean splash, Optional<DateStyle> dates) {
    public static final HomeStyle PLAIN = new HomeStyle(false, false, Optional.empty());
  }

  /// How a site deals with those who come to it.
  ///
  /// @param search how its site search works
  /// @param letters how it answers the letters that it publishes
  /// @param consult how one writes to it
  /// @param space what it has for those who log in
  public record Manners(
      SearchManner search, LettersManner letters, ConsultManner consult, SpaceManner space) {}

  public Blueprint {
    columns = List.copyOf(columns);
    conducts = Map.copyOf(conducts);
    links = List.copyOf(links);
  }

  /// As the registry lists it.
  public Site site() {
    return new Site(
        code, name(), root() + "/", body.name(), body.category(), body.region(), true, Map.of());
  }

  /// The name in its header.
  public String name() {
    return body.name();
  }

  /// How its site search works.
  public SearchManner search() {
    return manners.search();
  }

  /// How it answers the letters that it publishes.
  public LettersManner letters() {
    return manners.letters();
  }

  /// How one writes to it.
  public ConsultManner consult() {
    return manners.consult();
  }

  /// What it has for those who log in.
  public SpaceManner space() {
    return manners.space();
  }

  /// Scheme and host of its home page.
  public String root() {
    return (secure ? "https://" : "http://") + domain;
  }

  /// The day of the reference time.
  public LocalDate today() {
    return Beijing.day(asOf);
  }

  /// The lots of this site for what `keys` name.
  public Lot lot(Object... keys) {
    return Lot.of(seed, keys);
  }

  /// The column with that slug.
  public LabColumn column(String slug) {
    return columns.stream()
        .filter(column -> column.slug().equals(slug))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no column " + slug + " on " + domain));
  }

  /// Columns that have entries.
  public Stream<LabColumn> lists() {
    return columns.stream().filter(column -> column.shape().listed());
  }

  /// Those of them that the home page shows.
  public List<LabColumn> homeLists() {
    return lists().filter(LabColumn::onHome).toList();
  }

  /// Columns at the first level, hubs included.
  public List<LabColumn> firstLevel() {
    return columns.stream().filter(column -> column.under().isEmpty()).toList();
  }

  /// Columns under a hub.
  public List<LabColumn> under(LabColumn hub) {
    return columns.stream().filter(column -> column.under().equals(hub.slug())).toList();
  }

  /// The same with one column changed.
  public Blueprint changing(LabColumn column, UnaryOperator<LabColumn> change) {
    return withColumns(
        columns.stream().map(each -> each.equals(column) ? change.apply(each) : each).toList());
  }

  /// The same with every column of entries changed.
  public Blueprint changingLists(UnaryOperator<LabColumn> change) {
    return withColumns(
        columns.stream().map(each -> each.shape().listed() ? change.apply(each) : each).toList());
  }

  public Blueprint withColumn(LabColumn column) {
    var more = new ArrayList<>(columns);
    more.add(column);
    return withColumns(more);
  }

  public Blueprint withColumns(List<LabColumn> others) {
    return new Blueprint(
        seed, asOf, body, code, system, secure, others, home, marks, tags, door, conducts, links,
        domain, manners);
  }

  public Blueprint withSystem(String other) {
    return new Blueprint(
        seed, asOf, body, code, other, secure, columns, home, marks, tags, door, conducts, links,
        domain, manners);
  }

  public Blueprint withHome(HomeStyle other) {
    return new Blueprint(
        seed, asOf, body, code, system, secure, columns, other, marks, tags, door, conducts, links,
        domain, manners);
  }

  public Blueprint withMarks(LabMarks other) {
    return new Blueprint(
        seed, asOf, body, code, system, secure, columns, home, other, tags, door, conducts, links,
        domain, manners);
  }

  public Blueprint withTags(LabTags other) {
    return new Blueprint(
        seed, asOf, body, code, system, secure, columns, home, marks, other, door, conducts, links,
        domain, manners);
  }

  public Blueprint withDoor(Door other) {
    return new Blueprint(
        seed, asOf, body, code, system, secure, columns, home, marks, tags, other, conducts, links,
        domain, manners);
  }

  public Blueprint withLink(PlantedLink link) {
    var more = new ArrayList<>(links);
    more.add(link);
    return new Blueprint(
        seed, asOf, body, code, system, secure, columns, home, marks, tags, door, conducts, more,
        domain, manners);
  }

  /// The same behaving so at `path`; `*` is every path.
  public Blueprint behaving(String path, Conduct conduct) {
    var more = new LinkedHashMap<>(conducts);
    more.put(path, conduct);
    return new Blueprint(
        seed, asOf, body, code, system, secure, columns, home, marks, tags, door, more, links,
        domain, manners);
  }

  public Blueprint servedAt(String host) {
    return new Blueprint(
        seed, asOf, body, code, system, secure, columns, home, marks, tags, door, conducts, links,
        host, manners);
  }

  public Blueprint searching(SearchManner other) {
    return with(new Manners(other, letters(), consult(), space()));
  }

  public Blueprint answeringLetters(LettersManner other) {
    return with(new Manners(search(), other, consult(), space()));
  }

  public Blueprint consulting(ConsultManner other) {
    return with(new Manners(search(), letters(), other, space()));
  }

  public Blueprint withSpace(SpaceManner other) {
    return with(new Manners(search(), letters(), consult(), other));
  }

  private Blueprint with(Manners other) {
    return new Blueprint(
        seed, asOf, body, code, system, secure, columns, home, marks, tags, door, conducts, links,
        domain, other);
  }
}
