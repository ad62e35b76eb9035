package xuncha.crawler.render;

import java.time.Duration;

/// How the browser is used, and what it may cost.
///
/// @param use false: pages are only read, never drawn
/// @param path the Chromium to start; empty: the one that is found on this machine
/// @param browsers how many at the same time, 1 to 2; each draws one page at a time
/// @param time how long one page may be busy, waits for the network not counted
/// @param memory megabytes that one browser with all its processes may take
/// @param recycle pages after which a browser is started anew
/// @param perVisit pages that one visit may have drawn
/// @param requests how many requests one page may make
public record BrowserSettings(
    boolean use,
    String path,
    int browsers,
    Duration time,
    int memory,
    int recycle,
    int perVisit,
    int requests) {
  public BrowserSettings {
    within("browser.browsers", browsers, 1, 2);
    within("browser.time", time.toSeconds(), 1, 600);
    within("browser.memory", memory, 128, 65_536);
    within("browser.recycle", recycle, 1, 1_000_000);
    within("browser.perVisit", perVisit, 0, 100_000);
    within("browser.requests", requests, 1, 10_000);
  }

  /// What an operator gets who sets nothing.
  public static BrowserSettings defaults() {
    return new BrowserSettings(true, "", 2, Duration.ofSeconds(20), 1_024, 200, 60, 150);
  }

  /// The same, without a browser.
  public BrowserSettings unused() {
    return new BrowserSettings(false, path, browsers, time, memory, recycle, perVisit, requests);
  }

  private static void within(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + ": " + value + " is not between " + least + " and " + most);
    }
  }
}
