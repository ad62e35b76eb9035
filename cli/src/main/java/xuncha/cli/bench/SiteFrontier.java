package xuncha.cli.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The pages of one site still to be fetched, breadth first, at most so many.
final class SiteFrontier {
  private static final Pattern FILES =
      Pattern.compile(
          "\\.(?:docx?|xlsx?|pptx?|pdf|zip|rar|wps|jpe?g|png|gif|ico|css|js|xml|json|mp[34])(?:$|\\?)",
          Pattern.CASE_INSENSITIVE);

  private final String origin;
  private final Deque<String> ahead = new ArrayDeque<>();
  private final Set<String> seen = new HashSet<>();
  private int left;

  /// @param home absolute, ends with `/` after the host
  SiteFrontier(String home, int most) {
    origin = home.substring(0, home.indexOf('/', "http://".length()) + 1);
    left = most;
    found(home);
  }

  /// Takes a link of the site into account, whatever its fragment; others are not ours to follow.
  void found(String url) {
    if (left == 0 || !url.startsWith(origin)) {
      return;
    }
    var end = url.indexOf('#');
    var page = end < 0 ? url : url.substring(0, end);
    if (seen.add(page) && !FILES.matcher(page).find()) {
      left--;
      ahead.add(page);
    }
  }

  Optional<String> next() {
    return Optional.ofNullable(ahead.poll());
  }
}
