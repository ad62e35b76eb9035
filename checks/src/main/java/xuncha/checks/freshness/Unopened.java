package xuncha.checks.freshness;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import xuncha.checks.Hosts;
import xuncha.checks.View;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Blame;
import xuncha.findings.visit.Failure.Kind;
import xuncha.findings.visit.Item;
import xuncha.findings.visit.PageFacts;
import xuncha.findings.visit.SitePages;
import xuncha.findings.visit.SitePages.Unread;
import xuncha.findings.visit.Visit;

/// Headlines on top of a list that carry no date and that nobody opened: the newest may be among
/// them, and whoever has not looked cannot say that nothing is new.
///
/// @param opened the addresses of pages that were read, or that the site itself cannot show
record Unopened(Set<String> opened) {
  static final View<Unopened> VIEW = Unopened::of;

  /// So many of a list's first entries are looked at by whoever wants to know what is new.
  private static final int FIRST = 3;

  /// A web page, and no document that is read without being opened as one.
  private static final Pattern PAGE =
      Pattern.compile("(?:^|/)[^/.]*$|\\.(?:s?html?|jspx?|aspx?|php|do|action)$");

  Unopened {
    opened = Set.copyOf(opened);
  }

  private static Unopened of(Visit visit) {
    var opened = new HashSet<String>();
    visit
        .attempt(SitePages.class)
        .found()
        .ifPresent(all -> {
          all.pages().stream().flatMap(Unopened::addresses).forEach(opened::add);
          all.unread().stream()
              .filter(one -> one.why().blame() == Blame.SITE)
              .map(Unread::url)
              .forEach(opened::add);
        });
    return new Unopened(opened);
  }

  private static Stream<String> addresses(PageFacts page) {
    return Stream.of(page.url(), page.finalUrl());
  }

  /// Why a list's age is not known; empty when what stands on top of it is dated or was opened.
  ///
  /// @param home the address of a page of the site: what other hosts show is not the site's
  Optional<Failure> among(List<Item> items, String home) {
    return items.stream()
        .takeWhile(item -> item.pinned() || item.date().isEmpty())
        .filter(Dated::isHeadline)
        .limit(FIRST)
        .filter(item -> item.date().isEmpty() && !opened.contains(item.url()))
        .filter(item -> isPageBeside(home, item.url()))
        .findFirst()
        .map(item -> new Failure(Kind.TOO_LITTLE, "not opened: " + item.title()));
  }

  private static boolean isPageBeside(String home, String url) {
    var host = Hosts.of(home);
    return !host.isEmpty() && host.equals(Hosts.of(url)) && PAGE.matcher(path(url)).find();
  }

  private static String path(String url) {
    return Optional.ofNullable(URI.create(url.strip()).getPath()).orElse("");
  }
}
