package xuncha.lab;

import java.time.Instant;
import java.util.Map;

/// A letter that somebody really wrote to a simulated site.
///
/// @param at when, by the laboratory's clock
/// @param fields what was written, by the names of the form's fields
/// @param taken whether the site took it
/// @param number by which it can be looked up; empty where it was given none
/// @param code what is asked beside the number
public record LabLetter(
    Instant at, Map<String, String> fields, boolean taken, String number, String code) {
  public LabLetter {
    fields = Map.copyOf(fields);
  }
}
