package xuncha.lab.site;

/// A link put among a site's others.
///
/// @param text what a person reads
/// @param url absolute, or a path of the site
/// @param onHome whether the home page has it; else every article has it
/// @param broken whether it is at fault
public record PlantedLink(String text, String url, boolean onHome, boolean broken) {}
