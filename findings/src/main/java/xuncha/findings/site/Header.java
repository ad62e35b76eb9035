package xuncha.findings.site;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the columns of one table mean.
final class Header {
  private final List<String> titles;
  private final Map<Field, Integer> fields = new EnumMap<>(Field.class);
  private final Map<Integer, String> labels = new LinkedHashMap<>();
  private final List<String> repeated = new ArrayList<>();

  private Header(List<String> titles) {
    this.titles = titles.stream().map(Cell::stripped).toList();
  }

  /// The header that this row is, empty when it is none: a header names the address or the
  /// platform.
  static Optional<Header> of(List<String> row) {
    var header = new Header(row);
    header.titles.stream().map(Field::named).flatMap(Optional::stream).forEach(header::note);
    var isHeader =
        header.fields.containsKey(Field.URL) || header.fields.containsKey(Field.PLATFORM);
    if (!isHeader) {
      return Optional.empty();
    }
    header.place();
    return Optional.of(header);
  }

  /// Whether the table lists accounts rather than sites.
  boolean listsAccounts() {
    return !fields.containsKey(Field.CODE)
        && (fields.containsKey(Field.PLATFORM)
            || fields.containsKey(Field.ID)
            || fields.containsKey(Field.HANDLE));
  }

  boolean has(Field field) {
    return fields.containsKey(field);
  }

  /// Titles that two columns share; the table cannot be read then.
  List<String> repeated() {
    return List.copyOf(repeated);
  }

  /// The cell under that field, stripped; empty when the table or the row has none.
  String cell(Field field, List<String> row) {
    var column = fields.get(field);
    return column == null || column >= row.size() ? "" : Cell.stripped(row.get(column));
  }

  /// How the file itself calls that field; the contract's name when the file does not have it.
  String title(Field field) {
    var column = fields.get(field);
    return column == null ? field.name().toLowerCase(java.util.Locale.ROOT) : titles.get(column);
  }

  /// The cells that we do not interpret, by title; empty cells are left out.
  Map<String, String> labels(List<String> row) {
    var found = new LinkedHashMap<String, String>();
    labels.forEach((column, title) -> {
      var text = column < row.size() ? Cell.stripped(row.get(column)) : "";
      if (!text.isEmpty()) {
        found.put(title, text);
      }
    });
    return found;
  }

  /// The first filled cell that stands under no title, empty when there is none.
  Optional<String> stray(List<String> row) {
    for (var column = titles.size(); column < row.size(); column++) {
      if (!Cell.stripped(row.get(column)).isEmpty()) {
        return Optional.of(Cell.letters(column));
      }
    }
    return Optional.empty();
  }

  private void note(Field field) {
    fields.put(field, -1);
  }

  private void place() {
    var accounts = listsAccounts();
    fields.clear();
    for (var column = 0; column < titles.size(); column++) {
      var title = titles.get(column);
      var field = Field.named(title).filter(one -> belongs(one, accounts));
      if (field.isEmpty()) {
        label(column, title);
      } else if (fields.putIfAbsent(field.get(), column) != null) {
        repeated.add(title);
      }
    }
  }

  private void label(int column, String title) {
    var letters = Cell.letters(column);
    if (title.isEmpty()) {
      labels.put(column, letters);
    } else {
      labels.put(column, labels.containsValue(title) ? title + " " + letters : title);
    }
  }

  private static boolean belongs(Field field, boolean accounts) {
    return switch (field) {
      case CODE, STATUS -> !accounts;
      case ID, PLATFORM, HANDLE, FEED -> accounts;
      case NAME, URL, ORGANISER, CATEGORY, REGION -> true;
    };
  }
}
