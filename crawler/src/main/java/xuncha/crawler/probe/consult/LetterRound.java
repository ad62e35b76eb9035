package xuncha.crawler.probe.consult;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import xuncha.crawler.Inquiry.Ground;
import xuncha.crawler.Inquiry.Opened;
import xuncha.crawler.fetch.WebAddress;
import xuncha.findings.visit.Column;
import xuncha.findings.visit.ColumnKind;
import xuncha.findings.visit.Item;
import xuncha.findings.visit.Letters;
import xuncha.findings.visit.Letters.Kind;
import xuncha.findings.visit.Letters.Letter;
import xuncha.findings.visit.Link;

/// One site's boxes, one after the other. Boxes for petitions, reports, interviews and surveys are
/// not gone into (V-W-05b leaves them out), and entries that they share with a hub do not count.
final class LetterRound {
  private static final int MOST_BOXES = 20;
  private static final int LONGEST_NAME = 20;

  /// Columns of the interaction section that hold no letters.
  private static final Pattern NO_LETTERS =
      Pattern.compile("知识库|常见问题|热点|关切|发布会|直播|百科|办事指南|须知|纠错|12345");

  /// What sites call the list of letters that they publish.
  private static final Pattern LETTERS =
      Pattern.compile(
          "(?:信件|来信|留言|咨询|问题|诉求|建议|办理|回复|答复|反馈|处理)(?:结果|情况|内容)?(?:公开|选登|公示|列表|展示|选编|摘登|浏览|汇总|查看|反馈|回复|答复)"
              + "|(?:最新|热点|典型|公开|已办|办结|全部|更多)(?:信件|来信|留言|咨询|回复|答复|办件)|(?:回复|答复)选登|我要看信|网友留言|网民留言|留言回复|信箱");

  private final Ground ground;
  private final Period period;
  private final Map<String, Box> boxes = new LinkedHashMap<>();
  private final Set<String> leftOut = new HashSet<>();
  private final Map<String, Letter> letters = new LinkedHashMap<>();
  private boolean complete = true;

  /// Where a box's list begins.
  private record Box(String name, String url, List<Item> entries, int level) {}

  LetterRound(Ground ground) {
    this.ground = ground;
    this.period = Period.before(ground.asOf());
  }

  Letters letters() {
    ground.columns().columns().forEach(this::column);
    ground.walked().pages().forEach(page -> page.links().forEach(this::link));
    ground.talking().forEach(this::page);
    var left = new ArrayList<>(boxes.values());
    // the deeper one knows better what its letters are
    left.sort(Comparator.comparingInt(box -> -box.level()));
    var read = new HashSet<String>();
    var opened = new ArrayList<LetterBox>();
    for (var box : left.subList(0, Math.min(MOST_BOXES, left.size()))) {
      var one = new LetterBox(ground, period, box.name(), leftOut);
      if (!read.contains(WebAddress.spelled(box.url())) && one.begin(box.url(), box.entries())) {
        opened.add(one);
      }
      read.addAll(one.pages());
    }
    for (var at = 0; at < opened.size(); at++) {
      readOn(opened.get(at), opened.size() - at);
    }
    complete &= left.size() <= MOST_BOXES;
    return new Letters(List.copyOf(letters.values()), complete);
  }

  private void readOn(LetterBox box, int boxesLeft) {
    box.readOn(ground.left() / boxesLeft);
    complete &= box.complete();
    for (var letter : box.letters()) {
      var shared = box.pages().contains(WebAddress.spelled(letter.url()));
      letters.putIfAbsent(
          shared ? letter.url() + " " + letter.title() : WebAddress.spelled(letter.url()), letter);
    }
  }

  // where letters may be

  private void column(Column column) {
    var kind = LetterKind.of(column.name(), "");
    if (kind != Kind.CONSULTATION) {
      column.items().forEach(item -> leftOut.add(WebAddress.spelled(item.url())));
    } else if ((column.kind() == ColumnKind.INTERACTION || LETTERS.matcher(column.name()).find())
        && !NO_LETTERS.matcher(column.name()).find()) {
      add(new Box(column.name(), column.url(), column.items(), column.level()));
    }
  }

  private void link(Link link) {
    var name = link.text().strip();
    if (link.kind() == Link.Kind.ANCHOR
        && name.length() <= LONGEST_NAME
        && LETTERS.matcher(name).find()
        && LetterKind.of(name, "") == Kind.CONSULTATION
        && !NO_LETTERS.matcher(name).find()) {
      add(new Box(name, link.url(), List.of(), 9));
    }
  }

  private void page(Opened.Page page) {
    var facts = page.facts();
    var known = boxes.containsKey(WebAddress.spelled(facts.finalUrl()));
    page.tree()
        .filter(_ -> !known && ground.sameBody(facts.finalUrl()))
        .filter(tree -> Crumbs.of(tree).kind() == Kind.CONSULTATION)
        .filter(tree -> LetterKind.of(facts.title(), "") == Kind.CONSULTATION)
        .filter(tree ->
            !new LetterFacts("", facts.finalUrl(), facts.at(), facts.source()).list(tree).isEmpty())
        .ifPresent(_ -> add(new Box(facts.title(), facts.finalUrl(), List.of(), 8)));
  }

  private void add(Box box) {
    if (ground.sameBody(box.url())) {
      boxes.putIfAbsent(WebAddress.spelled(box.url()), box);
    }
  }
}
