package xuncha.crawler.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import xuncha.crawler.read.date.Byline;
import xuncha.crawler.read.date.PublicationDates;
import xuncha.findings.visit.Form;
import xuncha.findings.visit.FoundDate;
import xuncha.findings.visit.Item;
import xuncha.findings.visit.ItemList;
import xuncha.findings.visit.Link;
import xuncha.findings.visit.Link.Region;
import xuncha.findings.visit.MetaTag;
import xuncha.findings.visit.PageFacts;
import xuncha.findings.visit.PageFacts.PageKind;
import xuncha.findings.visit.PageFacts.PageState;

/// One HTML page being read: the tree laid flat, then one question after the other.
final class PageReading {
  /// A date as sure as this was read from what stands under an article's headline.
  private static final double PLAIN_BYLINE = 0.6;

  /// Characters from a page's beginning among which a byline is looked for.
  private static final int HIGH = 6000;

  private static final int MOST_CODE = 20_000;
  private static final Pattern VALUES =
      Pattern.compile("\\s+|\\d+|'[^'\\n]{0,300}'|\"[^\"\\n]{0,300}\"");
  private static final Pattern LOADER = Pattern.compile("createElement\\s*\\(\\s*['\"]script");

  private static final int SHORTEST_HEADLINE = 8;

  private static final int LOWEST_HEADING = 4;

  private static final int SEVERAL_DATED = 3;

  private static final int LONGEST_BOX = 10;

  /// Fewer entries on an article's page are what it has attached or leads on to.
  private static final int A_LIST = 3;

  /// More text outside links than a list page has around its list.
  private static final int ARTICLE_TEXT = 250;

  private final Reading reading;
  private final Decoding decoded;
  private final Document page;
  private final StateReader states;
  private final ListReader.Vocabulary vocabulary;
  private final Addresses addresses;
  private final Sheet sheet;
  private final Regions regions;
  private final Anchors anchors;

  /// Characters outside links in the lists of the main part.
  private int inLists;

  /// Whether the lists are data that the page carries for its scripts to show.
  private boolean carried;

  /// The elements that hold the lists of the main part.
  private final List<Integer> containers = new ArrayList<>();

  PageReading(
      Reading reading,
      Decoding decoded,
      Document page,
      StateReader states,
      ListReader.Vocabulary vocabulary) {
    this.reading = reading;
    this.decoded = decoded;
    this.page = page;
    this.states = states;
    this.vocabulary = vocabulary;
    sheet = Sheet.of(page);
    addresses = new Addresses(base(), decoded.decoder());
    regions = Regions.of(sheet);
    anchors = Anchors.of(sheet, addresses);
  }

  /// Links alone.
  List<Link> links() {
    return LinkReader.of(sheet, regions, anchors, addresses).links();
  }

  /// Links and dates alone.
  PageReader.Outline outline() {
    var metas = OnwardReader.metas(sheet);
    var title = title();
    var lists = lists(metas, title);
    var published =
        published(
            () -> {
              var listed = listed(lists);
              var forms = FormReader.of(sheet, addresses);
              return kind(isArticle(metas, listed(lists, true), looseText()), lists, listed, forms);
            },
            lists);
    return new PageReader.Outline(links(), lists, published);
  }

  /// All facts, and what the page asks of its visitor.
  PageReader.Result result() {
    var answer = reading.answer();
    var metas = OnwardReader.metas(sheet);
    var title = title();
    var links = LinkReader.of(sheet, regions, anchors, addresses);
    var lists = lists(metas, title);
    var listed = listed(lists);
    var article = isArticle(metas, listed(lists, true), looseText());
    var seen =
        new StateReader.Page(sheet, regions, title, article, listed, regions.mainText(), reading);
    var state = states.state(seen);
    var forms = FormReader.of(sheet, addresses);
    var kind = kind(article, lists, listed, forms);
    var notice = states.notice(seen);
    var empty = listed == 0 && !article;
    var data =
        empty && !reading.drawn()
            ? DataAddresses.in(sheet, addresses)
            : new DataAddresses.Found(List.of(), false);
    var facts =
        new PageFacts(
            reading.askedUrl(),
            reading.finalUrl(),
            answer.status(),
            answer.at(),
            reading.tookMs(),
            decoded.charset(),
            kind,
            state,
            title,
            headline(metas, title),
            metas,
            links.links(),
            links.cut(),
            lists,
            published(() -> kind, lists),
            forms,
            MarkReader.of(
                sheet,
                regions,
                anchors,
                reading.finalUrl(),
                reading.drawn() && !reading.partlyDrawn(),
                reading.home()),
            notice,
            Simhash.of(sheet.text()),
            answer.source());
    // the scripts of a drawn page have sent its reader where they wanted
    var onward =
        reading.drawn()
            ? Optional.<Onward>empty()
            : OnwardReader.of(sheet, addresses, reading.finalUrl());
    var menu = MenuReader.of(sheet, regions, anchors, addresses, reading.finalUrl());
    return new PageReader.Result(
        facts,
        onward.filter(to -> !isFarewell(state, to)),
        data.urls(),
        substance(data, seen, state, notice, empty),
        menu,
        reading.home() ? Beside.of(sheet, addresses, menu, reading.drawn()) : List.of(),
        Talk.in(sheet.text(), forms));
  }

  /// Whether it says that what was asked for is not there, and takes its reader to the front page.
  private boolean isFarewell(PageState state, Onward to) {
    return state == PageState.SOFT_404 && !reading.home() && FrontPage.is(to.url());
  }

  /// The lists of a fragment that was unpacked from data.
  static List<ItemList> listsIn(
      String markup, Addresses addresses, ListReader.Vocabulary vocabulary, Reading reading) {
    var sheet = Sheet.of(PageReader.parse(markup, reading.finalUrl()));
    var anchors = Anchors.of(sheet, addresses);
    var lists = new ArrayList<ItemList>();
    for (var list :
        new ListReader(sheet, anchors, Regions.of(sheet), vocabulary, reading.answer().at())
            .read()) {
      lists.add(as(list.list(), "", true));
    }
    return lists;
  }

  private String title() {
    return sheet.title();
  }

  /// What stands in lists beside the links (summaries, sources, dates) makes no article.
  private int looseText() {
    return regions.mainText() - inLists;
  }

  private String base() {
    for (var at = 0; at < Math.min(sheet.size(), 100); at++) {
      if (sheet.tag(at).equals("base") && sheet.element(at).hasAttr("href")) {
        var declared =
            new Addresses(reading.finalUrl(), decoded.decoder())
                .absolute(sheet.element(at).attr("href"));
        return declared.isEmpty() ? reading.finalUrl() : declared;
      }
    }
    return reading.finalUrl();
  }

  // lists

  private List<ItemList> lists(List<MetaTag> metas, String title) {
    var reader = new ListReader(sheet, anchors, regions, vocabulary, reading.answer().at());
    var found = reader.read();
    var next = new Pager(sheet, anchors, addresses, vocabulary.next(), reading.finalUrl()).next();
    var name = column(metas);
    var weights = new int[found.size()];
    var top = -1;
    for (var i = 0; i < weights.length; i++) {
      weights[i] = weight(found, i, next, name, title);
      top = top < 0 || weights[i] > weights[top] ? i : top;
    }
    var lists = new ArrayList<ItemList>();
    for (var i = 0; i < weights.length; i++) {
      var container = found.get(i).container();
      var greatest = weights[i] == weights[top];
      var main =
          regions.at(container) == Region.MAIN
              && (reading.home()
                  || weights[i] * 2 > weights[top]
                  || isBeside(found.get(i), found.get(top)));
      inLists += main ? sheet.letters(container) - sheet.linked(container) : 0;
      if (main) {
        containers.add(container);
      }
      if (main && greatest && !reading.home()) {
        addList(lists, reader.above(container));
      }
      lists.add(as(found.get(i).list(), main && greatest ? next.url() : "", main));
    }
    if (listed(lists) == 0 && regions.mainText() < ARTICLE_TEXT) {
      addIslands(lists, next);
    }
    return lists;
  }

  /// Whether two lists stand side by side and are made alike, each with what is around it: blocks
  /// of one column, of which the smaller may hold the newer entries. Where one follows on the other
  /// without a heading of its own, they may be called by their sides.
  private boolean isBeside(ListReader.Weighed list, ListReader.Weighed other) {
    var one = list.container();
    var two = other.container();
    var sides = list.list().heading().isEmpty() || other.list().heading().isEmpty();
    var around = sheet.parent(one);
    var next = sheet.parent(two);
    if (!sheet.tag(one).equals(sheet.tag(two)) || around < 0 || next < 0) {
      return false;
    }
    if (around == next) {
      return isAlike(one, two) || (sides && followsOn(one, two));
    }
    return isAlike(one, two)
        && sheet.parent(around) == sheet.parent(next)
        && (isAlike(around, next) || (sides && followsOn(around, next)));
  }

  private boolean isAlike(int one, int other) {
    return sheet.tag(one).equals(sheet.tag(other))
        && Make.same(sheet.element(one).className(), sheet.element(other).className());
  }

  /// Whether nothing is to be read between two elements of one parent, and both are of one tag.
  private boolean followsOn(int one, int other) {
    var first = Math.min(one, other);
    var second = Math.max(one, other);
    return sheet.tag(first).equals(sheet.tag(second))
        && sheet.text().substring(sheet.to(first), sheet.from(second)).isBlank();
  }

  private static void addList(List<ItemList> lists, List<Item> items) {
    if (!items.isEmpty()) {
      lists.add(new ItemList("", "", "", items, true));
    }
  }

  /// What the page carries as data, only asked when it shows no list.
  private void addIslands(List<ItemList> lists, Pager.Next next) {
    var records = new Records(addresses, reading.finalUrl(), reading.answer().at());
    var islands = new Islands(records, reading.finalUrl()).inPage(sheet);
    carried = !islands.markup().isEmpty() || isPublication(islands.items());
    if (!islands.markup().isEmpty()) {
      lists.addAll(0, listsIn(islands.markup(), addresses, vocabulary, reading));
    } else if (isPublication(islands.items())) {
      lists.addFirst(new ItemList("", "", next.url(), islands.items(), true));
    }
  }

  /// Whether records are publications and not a menu: most have a date, or titles and addresses of
  /// their own.
  private boolean isPublication(List<Item> items) {
    var dated = items.stream().filter(item -> item.date().isPresent()).count();
    var titled =
        items.stream()
            .filter(item -> item.title().length() >= 8 && !item.url().equals(reading.finalUrl()))
            .count();
    return !items.isEmpty() && (dated * 2 >= items.size() || titled * 5 >= items.size() * 4L);
  }

  private int weight(
      List<ListReader.Weighed> found, int i, Pager.Next next, String name, String title) {
    var weighed = found.get(i);
    var weight = weighed.weight();
    var after = i + 1 < found.size() ? found.get(i + 1).container() : Integer.MAX_VALUE;
    if (next.element() > weighed.container() && next.element() < after) {
      weight *= 3;
    }
    var heading = weighed.list().heading();
    if (!heading.isEmpty() && (heading.equals(name) || title.startsWith(heading))) {
      weight *= 2;
    }
    var folder = folder(reading.finalUrl());
    if (folder.length() > 1) {
      var own =
          weighed.list().items().stream()
              .filter(item -> Addresses.path(item.url()).startsWith(folder))
              .count();
      weight *= own * 2 > weighed.list().items().size() ? 2 : 1;
    }
    return weight;
  }

  private static String folder(String url) {
    var path = Addresses.path(url);
    var query = path.indexOf('?');
    path = query < 0 ? path : path.substring(0, query);
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private static String column(List<MetaTag> metas) {
    for (var meta : metas) {
      if (meta.name().equalsIgnoreCase("ColumnName")) {
        return meta.content();
      }
    }
    return "";
  }

  private static ItemList as(ItemList list, String next, boolean main) {
    return new ItemList(list.heading(), list.more(), next, list.items(), main);
  }

  private static int listed(List<ItemList> lists) {
    return listed(lists, false);
  }

  /// How many entries the main lists have.
  ///
  /// @param pages whether lists that hold nothing but documents without dates are left out: what an
  ///   article has attached
  private static int listed(List<ItemList> lists, boolean pages) {
    var listed = 0;
    for (var list : lists) {
      if (list.main() && !(pages && isAttachment(list))) {
        listed += list.items().size();
      }
    }
    return listed;
  }

  private static boolean isAttachment(ItemList list) {
    return list.items().stream()
        .allMatch(item -> item.date().isEmpty() && LinkReader.isDocument(item.url()));
  }

  // kind

  /// Whether it is one text: its meta tags say so, or most of its main part is text in no link.
  private boolean isArticle(List<MetaTag> metas, int listed, int text) {
    if (reading.home()) {
      return false;
    }
    var named =
        metas.stream()
            .anyMatch(meta ->
                (meta.name().equalsIgnoreCase("ArticleTitle")
                        || meta.name().equalsIgnoreCase("PubDate"))
                    && !meta.content().isBlank());
    return named
        || (text > ARTICLE_TEXT && text > listed * 40)
        || ((listed < 3 || isTitled(metas)) && hasByline());
  }

  /// Whether its headline is its title, and longer than the name of a column.
  private boolean isTitled(List<MetaTag> metas) {
    var title = title();
    var headline = headline(metas, title);
    return headline.length() >= SHORTEST_HEADLINE && title.startsWith(headline);
  }

  /// Whether the page has a byline of its own, and not its entries.
  private boolean hasByline() {
    var text = sheet.text();
    var high = text.length() > HIGH ? text.substring(0, HIGH) : text;
    return Byline.in(high, place -> !isInList(place));
  }

  private PageKind kind(boolean article, List<ItemList> lists, int listed, List<Form> forms) {
    if (reading.home()) {
      return PageKind.HOME;
    }
    var form = forms.stream().anyMatch(PageReading::isLarge);
    if (article) {
      return form && regions.mainText() < 400 ? PageKind.FORM : PageKind.ARTICLE;
    }
    if (form && listed < 3) {
      return PageKind.FORM;
    }
    var blocks = lists.stream().filter(list -> list.main() && !list.more().isEmpty()).count();
    if (blocks >= 2) {
      return PageKind.HUB;
    }
    if (listed > 0) {
      return PageKind.LIST;
    }
    return regions.mainLinks() >= 4 ? PageKind.HUB : PageKind.OTHER;
  }

  private static boolean isLarge(Form form) {
    var typed =
        form.fields().stream()
            .filter(field ->
                field.type().equals("text")
                    || field.type().equals("textarea")
                    || field.type().equals("tel")
                    || field.type().equals("email"))
            .count();
    return typed >= 3 || form.fields().stream().anyMatch(field -> field.type().equals("textarea"));
  }

  /// An article under so many links to others that it passes for a list still has its byline, which
  /// real lists have not.
  ///
  /// @param kind asked only where it decides
  private Optional<FoundDate> published(Supplier<PageKind> kind, List<ItemList> lists) {
    return reading.home()
        ? Optional.empty()
        : PublicationDates.of(page, reading.finalUrl(), reading.answer().at())
            .filter(date ->
                (date.confidence() >= PLAIN_BYLINE && !isOfEntries(date, lists))
                    || isOneText(kind.get()));
  }

  /// Whether a date is only written in the entries of a list with several: each has a byline then.
  private boolean isOfEntries(FoundDate date, List<ItemList> lists) {
    var listed =
        lists.stream()
            .filter(ItemList::main)
            .anyMatch(list ->
                list.items().stream().filter(item -> item.date().isPresent()).count()
                    >= SEVERAL_DATED);
    var text = sheet.text();
    var at = listed ? text.indexOf(date.raw()) : -1;
    while (at >= 0 && isInList(at)) {
      at = text.indexOf(date.raw(), at + 1);
    }
    return listed && at < 0 && text.contains(date.raw());
  }

  private boolean isInList(int place) {
    return containers.stream()
        .anyMatch(list -> sheet.from(list) <= place && place < sheet.to(list));
  }

  private static boolean isOneText(PageKind kind) {
    return switch (kind) {
      case ARTICLE, OTHER -> true;
      case LIST, FORM, HUB, HOME -> false;
    };
  }

  // headline

  private String headline(List<MetaTag> metas, String title) {
    var named =
        metas.stream()
            .filter(meta -> meta.name().equalsIgnoreCase("ArticleTitle"))
            .map(MetaTag::content)
            .findFirst()
            .orElse("");
    var highest = "";
    var level = LOWEST_HEADING + 1;
    for (var at = 0; at < sheet.size(); at++) {
      var its = headingLevel(at);
      if (its == 0) {
        continue;
      }
      var line = sheet.line(at);
      var main = regions.at(at) == Region.MAIN;
      if (line.equals(named) || title.equals(line) || (main && title.startsWith(line))) {
        return line; // an article's head is called a header, too
      }
      if (its < level && its <= 2 && main && sheet.anchors(at) == 0 && !headsBlock(line)) {
        highest = line;
        level = its;
      }
    }
    if (!highest.isEmpty()) {
      return highest;
    }
    if (!named.isEmpty() && sheet.text().indexOf(named) >= 0) {
      return named;
    }
    var first = title.split("\\s*[-_|—–]+\\s*", 2)[0].strip();
    return first.length() >= 4 && sheet.text().indexOf("\n" + first) >= 0 ? first : "";
  }

  /// 1 to 4 for a heading with as much text as headlines have, else 0.
  private int headingLevel(int at) {
    var tag = sheet.tag(at);
    var heading =
        tag.length() == 2
            && tag.charAt(0) == 'h'
            && tag.charAt(1) >= '1'
            && tag.charAt(1) <= '0' + LOWEST_HEADING;
    return heading && sheet.letters(at) >= 4 && sheet.letters(at) <= 150 ? tag.charAt(1) - '0' : 0;
  }

  /// 相关稿件：
  private static boolean headsBlock(String heading) {
    return heading.endsWith("：") || heading.endsWith(":");
  }

  // substance

  private Substance substance(
      DataAddresses.Found data,
      StateReader.Page seen,
      PageState state,
      String notice,
      boolean empty) {
    var article = seen.article();
    var scripts = 0;
    for (var i = 0; i < sheet.scripts().size(); i++) {
      var source = sheet.scripts().get(i).attr("src");
      scripts +=
          source.isEmpty()
              ? article ? 0 : template(sheet.codes().get(i))
              : withoutQuery(addresses.absolute(source)).hashCode();
    }
    var loaders = sheet.codes().stream().filter(PageReading::loads).toList();
    for (var loader : loaders) {
      scripts += loader.strip().hashCode();
    }
    var filling = empty ? filling(data, seen, state, !loaders.isEmpty()) : Substance.Filling.STATIC;
    var text = sheet.text();
    var crumbs = sheet.text().indexOf("位置") >= 0 ? 20 : 0;
    return new Substance(
        Math.max(0, regions.mainText() - crumbs),
        regions.mainLinks(),
        sheet.size() == 0 ? 0 : sheet.pictures(0),
        filling,
        additions(seen, filling, loaders),
        scripts,
        TextLines.of(text),
        article && regions.mainText() > ARTICLE_TEXT
            ? MainPart.NONE
            : MainPart.of(sheet, regions, title(), signs(notice, seen.listed())));
  }

  /// Where no notice stands no line is asked whether it is one. Beside a short list one may stand,
  /// for the list may turn out to be the box of another column.
  private MainLines.Signs signs(String notice, int listed) {
    var none = notice.isEmpty() && (listed == 0 || listed > LONGEST_BOX);
    return new MainLines.Signs(none ? _ -> false : states::saysAbsence, states::mayExcuse);
  }

  /// What pages of one template have in common of a script in the page: all but its numbers and
  /// texts.
  private static int template(String code) {
    return code.length() > MOST_CODE
        ? code.length()
        : VALUES.matcher(code).replaceAll("0").hashCode();
  }

  private static String withoutQuery(String url) {
    var query = url.indexOf('?');
    return query < 0 ? url : url.substring(0, query);
  }

  /// Who puts the content there: asked of pages without a list.
  ///
  /// @param loading whether a script of the page brings in further ones
  private Substance.Filling filling(
      DataAddresses.Found data, StateReader.Page seen, PageState state, boolean loading) {
    if (reading.drawn()) {
      return reading.partlyDrawn() || states.saysLoading(seen) || (waitsForReader() && fillsById())
          ? Substance.Filling.SCRIPTED
          : Substance.Filling.STATIC;
    }
    if (state == PageState.EMPTY_SHELL
        || data.unfetchable()
        || !data.urls().isEmpty()
        || hasTemplates()
        || states.saysLoading(seen)
        || fillsById()) {
      return Substance.Filling.SCRIPTED;
    }
    for (var script : sheet.scripts()) {
      if (script.hasAttr("src")) {
        return Substance.Filling.PERHAPS;
      }
    }
    return loading ? Substance.Filling.PERHAPS : Substance.Filling.STATIC;
  }

  private boolean waitsForReader() {
    return OnDemand.onScroll(sheet.codes()) || OnDemand.byHand(sheet, regions);
  }

  /// What scripts put beside the page's entries; nobody asks it of articles. Scripts that show what
  /// the page carries add nothing to it, as far as can be seen.
  private Additions additions(
      StateReader.Page seen, Substance.Filling filling, List<String> loaders) {
    if (filling == Substance.Filling.SCRIPTED) {
      return Additions.LIKELY;
    }
    if (seen.article() && seen.listed() < A_LIST) {
      return Additions.NONE;
    }
    var signs = new AdditionSigns(sheet, regions, addresses, reading.finalUrl());
    if (reading.drawn()) {
      return signs.asDrawn(reading.kept(), states.saysLoadingBesides(seen));
    }
    var found = signs.asSent(states.saysLoadingBesides(seen), loaders);
    return carried && found == Additions.LIKELY ? Additions.PERHAPS : found;
  }

  /// Whether a script brings in further ones, which may do anything.
  private static boolean loads(String code) {
    return (code.contains("createElement") && LOADER.matcher(code).find())
        || code.contains("getScript(")
        || code.contains("<script")
        || code.contains("import(");
  }

  /// Template residue that only a script can fill.
  private boolean hasTemplates() {
    for (var at = 0; at < sheet.size(); at++) {
      var element = sheet.element(at);
      if (element.attributesSize() > 0 && AdditionSigns.isTemplate(element)) {
        return true;
      }
    }
    var text = sheet.text();
    var open = text.indexOf("{{");
    return open >= 0 && text.indexOf("}}", open) > 0;
  }

  /// Whether a script names that id, alone between quotation marks or as a selector.
  private static boolean speaksOf(StringBuilder code, String id) {
    return (id.length() > 1 && code.indexOf("#" + id) >= 0)
        || code.indexOf("'" + id + "'") >= 0
        || code.indexOf("\"" + id + "\"") >= 0
        || code.indexOf("'#" + id + "'") >= 0
        || code.indexOf("\"#" + id + "\"") >= 0;
  }

  /// An empty block of the main part that a script of this page speaks of by its id.
  private boolean fillsById() {
    var code = new StringBuilder();
    for (var its : sheet.codes()) {
      if (its.length() < 100_000) {
        code.append(its).append('\n');
      }
    }
    if (code.isEmpty()) {
      return false;
    }
    for (var at = 0; at < sheet.size(); at++) {
      var id = sheet.element(at).attributesSize() > 0 ? sheet.element(at).id() : "";
      if (!id.isEmpty()
          && sheet.letters(at) == 0
          && sheet.pictures(at) == 0
          && regions.at(at) == Region.MAIN
          && AdditionSigns.isBlock(sheet.tag(at))
          && speaksOf(code, id)) {
        return true;
      }
    }
    return false;
  }
}
