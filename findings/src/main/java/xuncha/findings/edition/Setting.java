package xuncha.findings.edition;

/// One number, duration or word list of an edition, with where it comes from.
///
/// @param value as written in the file: a number, a duration (`PT15S`, `P14D`, `P3M`), a string or
///   a list of strings
/// @param unit what a number counts, empty for others
/// @param source the document and item it was read in, or "our choice" with the reason
/// @param official whether the source is the indicators' own text; false must be shown to readers
public record Setting(Object value, String unit, String source, boolean official) {}
