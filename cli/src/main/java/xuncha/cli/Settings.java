package xuncha.cli;

import java.nio.file.Path;
import java.util.Map;
import xuncha.crawler.CrawlSettings;
import xuncha.crawler.probe.consult.Consent;
import xuncha.crawler.probe.ipv6.Ipv6Settings;
import xuncha.crawler.probe.search.SearchProfiles;
import xuncha.crawler.render.BrowserSettings;

/// Everything an operator may set; `reference.yaml` lists each key with its default and a sentence.
///
/// @param store the record's JDBC URL; empty: an H2 file in `data`
/// @param data where the record and the vault live
/// @param edition the indicators to judge by, a shipped id; empty: those in force at the reference
///   time
/// @param visits sites visited at the same time; per host and per address the crawl's pace still
///   holds
/// @param vantage how this machine is called in the record
/// @param crawl how a site is visited
/// @param ipv6 how IPv6 is probed
/// @param browser how pages are drawn that only scripts fill
/// @param searchProfiles the file that says how some sites' searches are asked; empty for none
/// @param authorised sites whose owners agreed to be written to, by id; nobody by default
public record Settings(
    String store,
    String data,
    String edition,
    int visits,
    String vantage,
    CrawlSettings crawl,
    Ipv6Settings ipv6,
    BrowserSettings browser,
    String searchProfiles,
    Map<String, Consent> authorised) {
  public Settings {
    authorised = Map.copyOf(authorised);
    if (visits < 1 || visits > 1024) {
      throw new IllegalArgumentException("visits: " + visits + " is not between 1 and 1024");
    }
    if (vantage.isBlank()) {
      throw new IllegalArgumentException("vantage: a name, not nothing");
    }
  }

  /// What an operator gets who sets nothing.
  public static Settings defaults() {
    return new Settings(
        "",
        "data",
        "",
        128,
        "default",
        CrawlSettings.defaults(),
        Ipv6Settings.defaults(),
        BrowserSettings.defaults(),
        "",
        Map.of());
  }

  /// The record's JDBC URL.
  String jdbcUrl() {
    return store.isEmpty() ? "jdbc:h2:file:" + folder().resolve("ledger").toAbsolutePath() : store;
  }

  Settings withStore(String url) {
    return new Settings(
        url, data, edition, visits, vantage, crawl, ipv6, browser, searchProfiles, authorised);
  }

  /// Where the record and the vault live.
  Path folder() {
    return Path.of(data);
  }

  Settings withData(Path folder) {
    return new Settings(
        store,
        folder.toString(),
        edition,
        visits,
        vantage,
        crawl,
        ipv6,
        browser,
        searchProfiles,
        authorised);
  }

  Settings withEdition(String id) {
    return new Settings(
        store, data, id, visits, vantage, crawl, ipv6, browser, searchProfiles, authorised);
  }

  Settings withCrawl(CrawlSettings other) {
    return new Settings(
        store, data, edition, visits, vantage, other, ipv6, browser, searchProfiles, authorised);
  }

  Settings withVisits(int atOnce) {
    return new Settings(
        store, data, edition, atOnce, vantage, crawl, ipv6, browser, searchProfiles, authorised);
  }

  Settings withBrowser(BrowserSettings other) {
    return new Settings(
        store, data, edition, visits, vantage, crawl, ipv6, other, searchProfiles, authorised);
  }

  Settings withSearchProfiles(Path file) {
    return withSearchProfiles(file.toString());
  }

  Settings withSearchProfiles(String file) {
    return new Settings(
        store, data, edition, visits, vantage, crawl, ipv6, browser, file, authorised);
  }

  /// How some sites' searches are asked.
  ///
  /// @throws ExitStatus.BadInput when the file says something that cannot be
  SearchProfiles searches() {
    try {
      return searchProfiles.isEmpty()
          ? SearchProfiles.NONE
          : SearchProfiles.read(Path.of(searchProfiles));
    } catch (SearchProfiles.Mistaken wrong) {
      throw new ExitStatus.BadInput(wrong.lines());
    }
  }
}
