package xuncha.findings.visit;

import java.util.List;
import java.util.Map;

/// A form of a page, static part only.
///
/// @param action where it would be sent, absolute; empty when only a script knows
/// @param method `get` or `post`
/// @param label headings and button texts that say what it is for
/// @param fields its fields in page order
public record Form(String action, String method, String label, List<Field> fields) {
  public Form {
    fields = List.copyOf(fields);
  }

  /// One field: its name, its type (`text`, `hidden`, `select`, `textarea`, …), the text beside it,
  /// its preset value, and its attributes that limit input (`maxlength`, `minlength`, `pattern`,
  /// `required`, `placeholder`).
  public record Field(
      String name, String type, String label, String value, Map<String, String> limits) {
    public Field {
      limits = Map.copyOf(limits);
    }
  }
}
