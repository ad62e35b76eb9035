package xuncha.findings.verdict;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was measured, by the keys of the contract, in a fixed order. Values are JSON-able: strings,
/// numbers, booleans, null (a limit that does not exist), and lists or maps of them.
public final class Measured {
  /// Nothing measured.
  public static final Measured NOTHING = new Measured(new LinkedHashMap<>());

  private final Map<String, @Nullable Object> values;

  private Measured(Map<String, @Nullable Object> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /// One value; chain [#and] for more.
  public static Measured of(String key, @Nullable Object value) {
    return NOTHING.and(key, value);
  }

  /// All entries of `values`, in their order.
  public static Measured of(Map<String, ? extends @Nullable Object> values) {
    var measured = NOTHING;
    for (var entry : values.entrySet()) {
      measured = measured.and(entry.getKey(), entry.getValue());
    }
    return measured;
  }

  /// These values and one more; a key measured twice keeps the later value.
  public Measured and(String key, @Nullable Object value) {
    var more = new LinkedHashMap<>(values);
    more.put(key, jsonable(key, value));
    return new Measured(more);
  }

  /// The values in order; unmodifiable.
  public Map<String, @Nullable Object> values() {
    return values;
  }

  private static @Nullable Object jsonable(String key, @Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String s -> s;
      case Number n -> n;
      case Boolean b -> b;
      case Collection<?> many -> many.stream().map(one -> jsonable(key, one)).toList();
      case Map<?, ?> map -> {
        var copy = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((k, v) -> copy.put(String.valueOf(k), jsonable(key, v)));
        yield Collections.unmodifiableMap(copy);
      }
      default ->
          throw new IllegalArgumentException(
              key + " is not JSON-able: " + value.getClass().getName());
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Measured measured && values.equals(measured.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
