package xuncha.lab.site;

import java.time.LocalDate;
import java.time.LocalTime;

/// One entry of a column, and the article behind it.
///
/// @param column where it stands
/// @param index its place among the column's entries, newest ordinary one first, extras before all
/// @param id its number in addresses
/// @param title what it is called
/// @param day when it was published
/// @param time the time of day
/// @param pinned whether the list marks it as 置顶
public record LabItem(
    LabColumn column,
    int index,
    long id,
    String title,
    LocalDate day,
    LocalTime time,
    boolean pinned) {

  /// `2020-03-10 08:30`.
  public String stamp() {
    return DateStyle.iso(day)
        + " "
        + DateStyle.two(time.getHour())
        + ":"
        + DateStyle.two(time.getMinute());
  }
}
