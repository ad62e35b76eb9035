package xuncha.crawler.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import xuncha.findings.visit.Link.Region;

/// A page's text as marks are looked for in it: full-width forms are made ordinary, letters that
/// were set apart stand together, and what no reader sees or what names another site is passed
/// over. What is found is told as the page writes it.
final class MarkText {
  /// Where the footer's text is when no block says so.
  private static final int FOOTER_CHARACTERS = 1200;

  private static final int HEAD_CHARACTERS = 300;

  /// Characters of text in which one mark is.
  private static final int LONGEST_MARK = 80;

  /// Digits of a site code.
  private static final int CODE = 10;

  private static final int MOST_FOUND = 12;
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  /// Who keeps the registers that a site's own marks lead to.
  private static final Pattern REGISTER =
      Pattern.compile("(?:^|\\.)(?:miit|beian|miibeian|mps|conac|kaipuyun|www)\\.(?:gov\\.)?cn$");

  /// What surrounds a mark without naming anybody.
  private static final Pattern LABELS = Pattern.compile("网站|政府|标识|识别|备案|序|编|公安|机关|公网安备|[码号为是]");

  /// A link with fewer letters than these beside its mark's own words names nobody.
  private static final int NAME = 3;

  private final Sheet sheet;
  private final Regions regions;
  private final String written;
  private final String text;
  private final String dense;

  /// Where the characters of `dense` stand in `text`.
  private final int[] places;

  private final List<Stretch> passedOver = new ArrayList<>();
  private final List<Stretch> footers = new ArrayList<>();
  private final boolean onlyFooters;

  /// Characters of the page's text, from the one to before the other.
  private record Stretch(int from, int to) {
    boolean holds(int place) {
      return from <= place && place < to;
    }
  }

  private record Found(int place, String said) {}

  /// @param host the page's own host
  /// @param home whether it is the home page; on others only what stands in the footer is the
  ///   site's, where there is one
  MarkText(Sheet sheet, Regions regions, Anchors anchors, String host, boolean home) {
    this.sheet = sheet;
    this.regions = regions;
    written = sheet.text();
    text = ordinary(written);
    places = new int[text.length()];
    dense = dense();
    blocks();
    strangers(anchors, host);
    onlyFooters = !home && !footers.isEmpty();
  }

  /// The text, full-width forms made ordinary.
  String text() {
    return text;
  }

  /// What `mark` finds around its sign, letters set apart or not: first what stands in the page's
  /// footer, else what stands near its end, for an article may speak of other sites' marks. Where a
  /// footer names several (of a platform, of an app), the first of them is the site's.
  ///
  /// @param ahead how many characters before its sign a mark may begin
  Optional<String> mark(String sign, int ahead, Pattern mark, int group) {
    return all(dense, sign, ahead, mark, group).stream().findFirst();
  }

  /// The same, all of them, likeliest first.
  List<String> marks(String sign, int ahead, Pattern mark, int group) {
    return all(dense, sign, ahead, mark, group);
  }

  /// The same for what consists of words, which blanks part.
  Optional<String> words(String sign, int ahead, Pattern mark, int group) {
    return all(text, sign, ahead, mark, group).stream().findFirst();
  }

  /// The same for words that are all that some element says: elements side by side leave no blank
  /// where one ends and the next begins. Only of the footer or what is near the end, for bodies
  /// have such elements too.
  Optional<String> alone(String sign, Pattern mark, int group) {
    if (!text.contains(sign)) {
      return Optional.empty();
    }
    for (var at = 0; at < sheet.size(); at++) {
      var from = sheet.from(at);
      var length = sheet.to(at) - from;
      if (length > sign.length() && length <= LONGEST_MARK && isAtFoot(from)) {
        var matcher = mark.matcher(text.substring(from, from + length));
        if (matcher.find() && isOurs(from + matcher.start())) {
          return Optional.of(said(from + matcher.start(group), from + matcher.end(group) - 1));
        }
      }
    }
    return Optional.empty();
  }

  /// What the element beside one at the page's foot says that says the label and nothing else.
  Optional<String> beside(String label, Pattern mark) {
    if (!text.contains(label)) {
      return Optional.empty();
    }
    for (var at = 0; at < sheet.size(); at++) {
      var next = sheet.next(at);
      if (next >= 0 && of(at).equals(label) && isAtFoot(sheet.from(at))) {
        var said = of(next);
        if (mark.matcher(said).matches() && isOurs(sheet.from(next))) {
          return Optional.of(said);
        }
      }
    }
    return Optional.empty();
  }

  private String of(int at) {
    var length = sheet.to(at) - sheet.from(at);
    return length > 0 && length <= LONGEST_MARK
        ? text.substring(sheet.from(at), sheet.to(at)).strip()
        : "";
  }

  private boolean isAtFoot(int place) {
    return inFooter(place) || end().holds(place);
  }

  private Stretch end() {
    return new Stretch(text.length() - FOOTER_CHARACTERS, text.length());
  }

  /// The text of the footers, outermost blocks only.
  List<String> footers() {
    return footers.stream().map(its -> text.substring(its.from(), its.to())).toList();
  }

  /// The last part of the text: so many characters before the footer or, where there is none,
  /// before the end.
  String end(int characters) {
    var end = footers.isEmpty() ? text.length() : footers.getLast().from();
    return text.substring(Math.max(0, end - characters), text.length());
  }

  /// The text of the page's head: of the outermost blocks that are called so, and of what is above
  /// the content among the menus (a bar with a welcome and a telephone number).
  String head() {
    var its = new StringBuilder();
    for (var at = 0; at < sheet.size(); at++) {
      var region = regions.at(at);
      if (region == Region.HEADER
          || (region == Region.NAVIGATION && sheet.from(at) < HEAD_CHARACTERS)) {
        its.append(text, sheet.from(at), Math.max(sheet.from(at), sheet.to(at))).append('\n');
        at = sheet.last(at);
      }
    }
    return its.toString();
  }

  private List<String> all(String in, String sign, int ahead, Pattern mark, int group) {
    var found = new ArrayList<Found>();
    // what stands around the stretch that is looked at counts
    var matcher = mark.matcher(in).useTransparentBounds(true).useAnchoringBounds(false);
    for (var at = in.lastIndexOf(sign); at >= 0; at = in.lastIndexOf(sign, at - 1)) {
      var begin = Math.max(0, at - ahead);
      var matches = false;
      while (!matches && begin <= at) {
        matches = matcher.region(begin++, Math.min(in.length(), at + LONGEST_MARK)).lookingAt();
      }
      if (matches) {
        var place = place(in, matcher.start());
        if (isOurs(place)) {
          found.addFirst(
              new Found(
                  place, said(place(in, matcher.start(group)), place(in, matcher.end(group) - 1))));
        }
      }
      if (found.size() == MOST_FOUND) {
        break;
      }
    }
    return likeliestFirst(found);
  }

  private boolean isOurs(int place) {
    return passedOver.stream().noneMatch(its -> its.holds(place))
        && (!onlyFooters || inFooter(place));
  }

  private int place(String in, int at) {
    return in.equals(dense) ? places[at] : at;
  }

  private String said(int first, int last) {
    var said = SPACE.matcher(written.substring(first, last + 1)).replaceAll(" ").strip();
    var beyond = said.length() > CODE && said.chars().allMatch(Character::isDigit);
    return beyond && isEdge(first + CODE) ? said.substring(0, CODE) : said;
  }

  /// Whether the text of an element begins or ends there: elements side by side leave no blank
  /// between a code and the next number.
  private boolean isEdge(int place) {
    for (var at = 0; at < sheet.size(); at++) {
      if (sheet.from(at) == place || sheet.to(at) == place) {
        return true;
      }
    }
    return false;
  }

  /// A page may have its footer twice, for wide windows and narrow ones; the first is the one that
  /// people at a desk read.
  private List<String> likeliestFirst(List<Found> found) {
    var order = new ArrayList<Found>();
    var end = end();
    take(found, order, place -> end.holds(place) && inFooter(place));
    footers.reversed().forEach(its -> take(found, order, its::holds));
    take(found, order, end::holds);
    order.addAll(found.reversed());
    return order.stream().map(Found::said).distinct().toList();
  }

  private boolean inFooter(int place) {
    return footers.stream().anyMatch(its -> its.holds(place));
  }

  private static void take(List<Found> found, List<Found> order, IntPredicate from) {
    var its = found.stream().filter(one -> from.test(one.place())).toList();
    order.addAll(its);
    found.removeAll(its);
  }

  /// Where the footers are, and what is hidden.
  private void blocks() {
    for (var at = 0; at < sheet.size(); ) {
      var its = new Stretch(sheet.from(at), Math.max(sheet.from(at), sheet.to(at)));
      if (sheet.letters(at) > 0 && sheet.hidden(at) == sheet.letters(at)) {
        passedOver.add(its);
        at = sheet.last(at);
      } else if (regions.at(at) == Region.FOOTER
          && (footers.isEmpty() || !footers.getLast().holds(its.from()))) {
        footers.add(its);
      }
      at++;
    }
  }

  /// Links that name other bodies and their marks.
  private void strangers(Anchors anchors, String host) {
    for (var anchor = 0; anchor < anchors.size(); anchor++) {
      var at = anchors.element(anchor);
      if (sheet.letters(at) < 12 || anchors.url(anchor).isEmpty()) {
        continue;
      }
      var other = Addresses.host(anchors.url(anchor));
      if (!SameBody.is(host, other)
          && !REGISTER.matcher(other).find()
          && names(anchors.text(anchor))) {
        passedOver.add(new Stretch(sheet.from(at), Math.max(sheet.from(at), sheet.to(at))));
      }
    }
  }

  private static boolean names(String said) {
    return LABELS.matcher(said).replaceAll("").chars().filter(Character::isIdeographic).count()
        >= NAME;
  }

  /// Blanks go, but for those that part two words of digits and Latin letters, and lines stay.
  private String dense() {
    var out = new StringBuilder(text.length());
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      var parting =
          c == ' '
              && i > 0
              && i + 1 < text.length()
              && isPlain(text.charAt(i - 1))
              && isPlain(text.charAt(i + 1));
      if (c != ' ' || parting) {
        places[out.length()] = i;
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isPlain(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  /// Full-width forms and blanks made ordinary, character for character, so that places stay the
  /// same.
  static String ordinary(String written) {
    var text = new StringBuilder(written);
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c >= '\uFF01' && c <= '\uFF5E') {
        text.setCharAt(i, (char) (c - 0xFEE0));
      } else if (c != '\n' && Sheet.isBlank(c)) {
        text.setCharAt(i, ' ');
      }
    }
    return text.toString();
  }
}
