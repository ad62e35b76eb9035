package xuncha.crawler.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import xuncha.findings.edition.Lexicon;
import xuncha.findings.visit.ItemList;
import xuncha.findings.visit.Link;
import xuncha.findings.visit.Link.Region;
import xuncha.findings.visit.MetaTag;
import xuncha.findings.visit.PageFacts;

/// Finds what a site calls its columns. Stateless.
public final class Navigation {
  private static final int LONGEST_NAME = 20;
  private static final int LONGEST_SECTION = 12;
  private static final int MOST = 300;

  /// A name that is told so surely is known as a column's.
  private static final double KNOWN_NAME = 0.5;

  /// What is no page of a column: articles by their address, files, log-ins, searches, print views.
  private static final Pattern NOT_A_COLUMN =
      Pattern.compile(
          "/(?:login|logon|register|sso|passport|oauth)\\b|[/?&_](?:search|so|query|print)\\b|/t?20\\d{6}_\\d+\\.|/art/20\\d\\d/|/content[_/]?(?:post_)?\\d{4,}|\\.(?:pdf|docx?|xlsx?|zip|rar|jpg|png|mp4|apk)(?:\\?|$)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DEFAULT_FILE =
      Pattern.compile(
          "/(?:index|default|home|main)\\.(?:s?html?|jsp|aspx?|php|do|action)$",
          Pattern.CASE_INSENSITIVE);

  private final ColumnNames names;
  private final Words not;
  private final Words back;

  public Navigation(Lexicon lexicon) {
    names = new ColumnNames(lexicon);
    not = Words.of(lexicon, "column.not");
    back = Words.of(lexicon, "link.back");
  }

  /// The columns that the home page names, in its order, each address once: navigation bars, menus,
  /// section headings with 更多. Never other bodies' sites, log-ins, searches or print views.
  public List<Candidate> candidates(PageReader.Result home) {
    var found = new Gathering(home.facts().finalUrl());
    menu(home, found);
    blocks(home.facts(), found);
    return found.list();
  }

  /// The columns that what belongs to the home page beside its own document names: its frames, the
  /// bar that a script writes.
  public List<Candidate> beside(PageReader.Result home, List<PageReader.Result> parts) {
    var found = new Gathering(home.facts().finalUrl());
    for (var part : parts) {
      found.not(part.facts().finalUrl());
      menu(part, found);
      blocks(part.facts(), found);
      if (isBar(part.facts())) {
        anchors(part.facts(), found);
      }
    }
    return found.list();
  }

  /// Whether there is nothing in it that has a date.
  private static boolean isBar(PageFacts part) {
    return part.lists().stream()
        .flatMap(list -> list.items().stream())
        .allMatch(item -> item.date().isEmpty());
  }

  private static void anchors(PageFacts part, Gathering found) {
    for (var link : part.links()) {
      if (link.kind() == Link.Kind.ANCHOR && link.region() != Region.FOOTER) {
        found.add(link.text(), link.url(), 1, "");
      }
    }
  }

  /// The columns that a further page of the site names (its site map), as [#candidates].
  public List<Candidate> candidates(PageReader.Result home, PageReader.Result sitemap) {
    var found = new Gathering(home.facts().finalUrl());
    menu(home, found);
    blocks(home.facts(), found);
    for (var link : sitemap.facts().links()) {
      // a map is one great menu, and often called so
      if (link.kind() == Link.Kind.ANCHOR
          && link.region() != Region.HEADER
          && link.region() != Region.FOOTER) {
        found.add(link.text(), link.url(), 2, "");
      }
    }
    return found.list();
  }

  /// The columns below `parent` that its own page names: side menus, hub pages with blocks and 更多.
  /// Empty when the page names none that lie under the parent.
  ///
  /// @param home the site's home page, from which is told what belongs to the same body
  public List<Candidate> below(PageFacts home, Candidate parent, PageReader.Result page) {
    var found = new Gathering(home.finalUrl());
    found.not(page.facts().finalUrl());
    found.not(parent.url());
    for (var list : page.facts().lists()) {
      if (list.main() && !list.more().isEmpty() && !list.heading().isEmpty()) {
        found.add(list.heading(), list.more(), parent.level() + 1, parent.name());
      }
    }
    sections(page.facts(), parent, found);
    var folder = folder(parent.url());
    for (var link : page.facts().links()) {
      var under =
          folder.length() > 1
              && Addresses.path(link.url()).startsWith(folder)
              && Addresses.host(link.url()).equals(Addresses.host(parent.url()));
      if (link.kind() == Link.Kind.ANCHOR
          && under
          && link.region() != Region.FOOTER
          && !isEntry(page.facts(), link.url())) {
        found.add(link.text(), link.url(), parent.level() + 1, parent.name());
      }
    }
    return found.list();
  }

  /// What a hub leads to in a plain list: sections, wherever they lie where they are called like
  /// columns, and below the hub whatever they are called.
  private void sections(PageFacts page, Candidate parent, Gathering found) {
    if (!isHub(page)) {
      return;
    }
    var folder = folder(parent.url());
    for (var link : page.links()) {
      var below = folder.length() > 1 && Addresses.path(link.url()).startsWith(folder);
      if (link.kind() == Link.Kind.ANCHOR
          && link.region() == Region.MAIN
          && isSection(link.text(), link.url())
          && (below || names.tell("", link.text(), link.url(), "").sure() >= KNOWN_NAME)) {
        found.add(link.text(), link.url(), parent.level() + 1, parent.name());
      }
    }
  }

  /// Whether a page only leads on: no text of its own, and no list but of sections.
  private static boolean isHub(PageFacts page) {
    return switch (page.kind()) {
      case ARTICLE, FORM, HOME -> false;
      case LIST, HUB, OTHER ->
          page.lists().stream()
              .filter(ItemList::main)
              .flatMap(list -> list.items().stream())
              .allMatch(item -> item.date().isEmpty() && isSection(item.title(), item.url()));
    };
  }

  /// Whether it is called shortly and lies in a folder of its own, as sections do and articles do
  /// not.
  private static boolean isSection(String name, String url) {
    var path = Addresses.path(url);
    return name.length() <= LONGEST_SECTION
        && (path.endsWith("/") || DEFAULT_FILE.matcher(path).find());
  }

  private static boolean isEntry(PageFacts page, String url) {
    return page.lists().stream()
        .anyMatch(list -> list.items().stream().anyMatch(item -> item.url().equals(url)));
  }

  private static boolean isDated(PageFacts page, String url) {
    return page.lists().stream()
        .anyMatch(list ->
            list.items().stream()
                .anyMatch(item -> item.date().isPresent() && item.url().equals(url)));
  }

  private static void menu(PageReader.Result home, Gathering found) {
    var headlines = new MenuHeadlines(home.menu());
    for (var entry : home.menu()) {
      // a slide show in the page's head is full of articles, and so may a menu that drops down be
      if (isDated(home.facts(), entry.url()) || headlines.has(entry)) {
        continue;
      }
      found.add(entry.name(), entry.url(), entry.level(), entry.parent());
    }
  }

  private static void blocks(PageFacts home, Gathering found) {
    for (var list : home.lists()) {
      if (!list.more().isEmpty() && !list.heading().isEmpty()) {
        found.add(list.heading(), list.more(), 1, "");
      }
    }
  }

  /// The kind that the page itself gives the column, where its tags tell more than its name did.
  Candidate refined(Candidate candidate, PageFacts page) {
    var type = page.meta("ColumnType").map(MetaTag::content).orElse("");
    var told = names.tell(type, candidate.name(), candidate.url(), candidate.parent());
    return new Candidate(
        candidate.name(),
        candidate.url(),
        told.kind(),
        told.sure(),
        candidate.level(),
        candidate.parent());
  }

  /// Whether a link may be what its page is there for: it stays with the same body, has a name, and
  /// neither leads back nor does something to the page.
  boolean leadsOn(Link link, String host) {
    return link.region() == Region.MAIN
        && (link.kind() == Link.Kind.ANCHOR || link.kind() == Link.Kind.DOCUMENT)
        && SameBody.is(host, Addresses.host(link.url()))
        && Words.plain(link.text()).length() >= 2
        && !not.is(link.text())
        && !back.is(link.text());
  }

  static String folder(String url) {
    var path = before('?', before('#', Addresses.path(url)));
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private static String before(char sign, String path) {
    var at = path.indexOf(sign);
    return at < 0 ? path : path.substring(0, at);
  }

  /// Candidates being gathered, each address once.
  private final class Gathering {
    private final String host;
    private final Map<String, Candidate> found = new LinkedHashMap<>();
    private final HashSet<String> excluded = new HashSet<>();

    Gathering(String home) {
      host = Addresses.host(home);
      not(home);
    }

    void not(String url) {
      excluded.add(key(url));
    }

    void add(String name, String url, int level, String parent) {
      var key = key(url);
      var hash = key.indexOf('#');
      if (hash > 0) {
        excluded.add(key.substring(0, hash)); // without its route it is one of the routes
      }
      if (found.size() >= MOST || excluded.contains(key) || !isColumn(name, url)) {
        return;
      }
      var known = found.get(key);
      if (known != null && known.name().length() >= name.length()) {
        return;
      }
      var told = names.tell("", name, url, parent);
      // an address that two menus lead to keeps its place and takes the fuller name
      found.put(
          key,
          new Candidate(
              name.strip(),
              url,
              told.kind(),
              told.sure(),
              known == null ? level : Math.min(level, known.level()),
              known == null ? parent : known.parent()));
    }

    private boolean isColumn(String name, String url) {
      var plain = Words.plain(name);
      if (plain.length() < 2
          || name.length() > LONGEST_NAME
          || not.is(plain)
          || !hasLetter(plain)) {
        return false;
      }
      var path = Addresses.path(url);
      if (NOT_A_COLUMN.matcher(path).find() || !SameBody.is(host, Addresses.host(url))) {
        return false;
      }
      // the front page of another host is a column only when it is called like one, and otherwise
      // a department's own site
      return path.length() > 1
          || (!Addresses.host(url).equals(host) && names.tell("", name, "", "").sure() >= 0.8);
    }

    private boolean hasLetter(String plain) {
      return plain.chars().anyMatch(Character::isLetter);
    }

    List<Candidate> list() {
      return new ArrayList<>(found.values());
    }
  }

  /// An address without what does not tell pages apart: scheme, `www.`, a default file, the last
  /// slash.
  static String key(String url) {
    var host = Addresses.host(url);
    var path = DEFAULT_FILE.matcher(Addresses.path(url)).replaceFirst("/");
    var bare = host.startsWith("www.") ? host.substring(4) : host;
    return bare.toLowerCase(Locale.ROOT)
        + (path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
  }
}
