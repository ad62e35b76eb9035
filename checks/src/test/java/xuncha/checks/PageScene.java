package xuncha.checks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import xuncha.findings.visit.FoundDate;
import xuncha.findings.visit.FoundDate.Provenance;
import xuncha.findings.visit.HomePage;
import xuncha.findings.visit.Item;
import xuncha.findings.visit.ItemList;
import xuncha.findings.visit.Marks;
import xuncha.findings.visit.MetaTag;
import xuncha.findings.visit.PageFacts;
import xuncha.findings.visit.PageFacts.PageKind;
import xuncha.findings.visit.PageFacts.PageState;
import xuncha.findings.visit.TextSignature;

/// A page written by hand for a test.
public final class PageScene {
  private final PageKind kind;
  private String url = "http://www.example.gov.cn/";
  private PageState state = PageState.CONTENT;
  private Marks marks = Marks.NONE;
  private Optional<FoundDate> published = Optional.empty();
  private final List<MetaTag> metas = new ArrayList<>();
  private final List<ItemList> lists = new ArrayList<>();

  private PageScene(PageKind kind) {
    this.kind = kind;
  }

  public static PageScene home() {
    return new PageScene(PageKind.HOME);
  }

  public static PageScene of(PageKind kind, String path) {
    return new PageScene(kind).at("http://www.example.gov.cn" + path);
  }

  public PageScene at(String address) {
    url = address;
    return this;
  }

  public PageScene showing(PageState other) {
    state = other;
    return this;
  }

  public PageScene marked(Marks other) {
    marks = other;
    return this;
  }

  public PageScene published(int daysAgo) {
    var day = Scene.TODAY.minusDays(daysAgo);
    published =
        Optional.of(
            new FoundDate(day, Optional.empty(), Provenance.LABELLED, 0.95, day.toString()));
    return this;
  }

  public PageScene meta(String name, String content) {
    metas.add(new MetaTag(name, content));
    return this;
  }

  public PageScene list(Item... items) {
    return list(List.of(items));
  }

  public PageScene list(List<Item> items) {
    lists.add(new ItemList("要闻", "", "", items, true));
    return this;
  }

  public PageFacts facts() {
    return new PageFacts(
        url,
        url,
        200,
        Scene.AS_OF,
        120,
        "UTF-8",
        kind,
        state,
        "示例市人民政府",
        "",
        metas,
        List.of(),
        false,
        lists,
        published,
        List.of(),
        marks,
        "",
        new TextSignature(1000, 1),
        Scene.SOURCE);
  }

  /// The page as a home page that shows content itself.
  public HomePage asHome() {
    return new HomePage(facts(), List.of(url), false, Optional.empty());
  }

  /// The page as a home page that only leads on.
  public HomePage asEntry() {
    return new HomePage(facts(), List.of(url), true, Optional.empty());
  }
}
