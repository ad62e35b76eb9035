package xuncha.lab.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xuncha.findings.visit.ColumnKind;

/// A column of a simulated site.
///
/// @param slug its word in addresses: `tzgg`
/// @param name what the navigation calls it
/// @param kind what it publishes
/// @param theme what its titles are about
/// @param shape what its page holds
/// @param text the sentence of a `NOTICE`, or where an `ELSEWHERE` leads
/// @param items how many ordinary entries
/// @param newest how many days before the reference time the newest is dated
/// @param every the most days from one entry to the next
/// @param dates how its list writes dates, empty for the system's own way
/// @param unsorted whether entries stand in no order of time
/// @param extras entries besides the ordinary ones
/// @param onHome whether the home page shows its newest entries
/// @param under the slug of the hub it stands under, empty at the first level
/// @param closed whether it is an archive that nobody expects to be updated
public record LabColumn(
    String slug,
    String name,
    ColumnKind kind,
    String theme,
    Shape shape,
    String text,
    int items,
    int newest,
    int every,
    Optional<DateStyle> dates,
    boolean unsorted,
    List<Extra> extras,
    boolean onHome,
    String under,
    boolean closed) {

  public LabColumn {
    extras = List.copyOf(extras);
  }

  /// A plain list.
  public static LabColumn list(
      String slug, String name, ColumnKind kind, String theme, int items, int newest, int every) {
    return new LabColumn(
        slug,
        name,
        kind,
        theme,
        Shape.LIST,
        "",
        items,
        newest,
        every,
        Optional.empty(),
        false,
        List.of(),
        false,
        "",
        false);
  }

  /// A page of another shape.
  public static LabColumn page(
      String slug, String name, ColumnKind kind, Shape shape, String text) {
    return new LabColumn(
        slug,
        name,
        kind,
        "plain",
        shape,
        text,
        0,
        0,
        1,
        Optional.empty(),
        false,
        List.of(),
        false,
        "",
        false);
  }

  /// How many days without anything new its kind is allowed (contract §5).
  public int limitDays() {
    return switch (kind) {
      case NEWS -> 14;
      case NOTICE, POLICY -> 182;
      case INTERPRETATION, INTERACTION, SERVICE, OVERVIEW, OTHER -> 365;
    };
  }

  /// Days since the newest entry that is not dated in the future.
  public int truthfulNewest() {
    return extras.stream()
        .mapToInt(Extra::daysAgo)
        .filter(days -> days >= 0)
        .reduce(items == 0 ? Integer.MAX_VALUE : newest, Math::min);
  }

  /// How many entries in all.
  public int size() {
    return shape.listed() ? items + extras.size() : 0;
  }

  public LabColumn named(String otherSlug, String otherName) {
    return new LabColumn(
        otherSlug, otherName, kind, theme, shape, text, items, newest, every, dates, unsorted,
        extras, onHome, under, closed);
  }

  public LabColumn shaped(Shape other, String saying) {
    return new LabColumn(
        slug,
        name,
        kind,
        theme,
        other,
        saying,
        items,
        newest,
        every,
        dates,
        unsorted,
        extras,
        onHome && other.listed(),
        under,
        closed);
  }

  public LabColumn aged(int days) {
    return new LabColumn(
        slug, name, kind, theme, shape, text, items, days, every, dates, unsorted, extras, onHome,
        under, closed);
  }

  public LabColumn dated(DateStyle style) {
    return new LabColumn(
        slug,
        name,
        kind,
        theme,
        shape,
        text,
        items,
        newest,
        every,
        Optional.of(style),
        unsorted,
        extras,
        onHome,
        under,
        closed);
  }

  public LabColumn holding(int number) {
    return new LabColumn(
        slug, name, kind, theme, shape, text, number, newest, every, dates, unsorted, extras,
        onHome, under, closed);
  }

  public LabColumn jumbled() {
    return new LabColumn(
        slug, name, kind, theme, shape, text, items, newest, every, dates, true, extras, onHome,
        under, closed);
  }

  public LabColumn with(Extra extra) {
    var more = new ArrayList<>(extras);
    more.add(extra);
    return new LabColumn(
        slug, name, kind, theme, shape, text, items, newest, every, dates, unsorted, more, onHome,
        under, closed);
  }

  public LabColumn shownAtHome(boolean shown) {
    return new LabColumn(
        slug, name, kind, theme, shape, text, items, newest, every, dates, unsorted, extras, shown,
        under, closed);
  }

  public LabColumn below(String hub) {
    return new LabColumn(
        slug, name, kind, theme, shape, text, items, newest, every, dates, unsorted, extras, onHome,
        hub, closed);
  }

  public LabColumn archived() {
    return new LabColumn(
        slug, name, kind, theme, shape, text, items, newest, every, dates, unsorted, extras, onHome,
        under, true);
  }
}
