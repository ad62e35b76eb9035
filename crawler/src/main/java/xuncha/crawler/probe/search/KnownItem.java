package xuncha.crawler.probe.search;

import java.time.LocalDate;
import java.util.Optional;

/// Something that the site has published, as one of its columns lists it.
///
/// @param title without marks
/// @param key the same for all ways of writing its address
/// @param column the name of the column that lists it
/// @param columnUrl the column's page
/// @param section the part of the site that the column belongs to
/// @param day when it was published; empty where that is not sure
/// @param place its place in its list from 0
record KnownItem(
    Title title,
    String url,
    String key,
    String column,
    String columnUrl,
    Section section,
    Optional<LocalDate> day,
    int place) {
  /// A part of the site.
  ///
  /// @param url its page
  record Section(String name, String url) {}
}
