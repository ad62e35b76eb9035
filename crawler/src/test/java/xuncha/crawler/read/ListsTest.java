package xuncha.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import xuncha.findings.visit.Item;
import xuncha.findings.visit.ItemList;
import xuncha.findings.visit.PageFacts.PageKind;

/// The same column in the forms that site systems give it.
class ListsTest {
  private static ItemList main(PageReader.Result result) {
    return result.facts().lists().stream().filter(ItemList::main).findFirst().orElseThrow();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          a list,             `<ul class="list">`,    `<li><a href="%2$s">%1$s</a><span>%3$s</span></li>`,  `</ul>`
          date first,         `<ul>`,                 `<li><span>[%3$s]</span><a href="%2$s">%1$s</a></li>`, `</ul>`
          rows,               `<table><tr><th>标题</th><th>日期</th></tr>`, `<tr><td>1</td><td><a href="%2$s">%1$s</a></td><td>%3$s</td></tr>`, `</table>`
          a table an entry,   `<table><tr><td>`,      `<table width="98%%"><tr><td>·<a href="%2$s">%1$s</a></td><td>(%3$s)</td></tr></table>`, `</td></tr></table>`
          line breaks,        `<td>`,                 `·<a href="%2$s">%1$s</a> %3$s<br>`, `</td>`
          definition list,    `<dl>`,                 `<dt><a href="%2$s">%1$s</a></dt><dd>%3$s</dd>`, `</dl>`
          dates as terms,     `<dl>`,                 `<dt>%3$s</dt><dd><a href="%2$s">%1$s</a></dd>`, `</dl>`
          dates and titles apart, `<div>`,            `<div class="d">%3$s</div><div class="t"><a href="%2$s">%1$s</a></div>`, `</div>`
          a date over each list of one, `<div>`,      `<h3>%3$s</h3><ul><li><a href="%2$s">%1$s</a></li></ul>`, `<div>首页 上一页 <b>1</b> 下一页 尾页 共 1 页 6 条</div></div>`
          dates and titles apart above page numbers, `<div>`, `<div class="d">%3$s</div><div class="t"><a href="%2$s">%1$s</a></div>`, `<div>首页 上一页 <b>1</b> 下一页 尾页 共 1 页 6 条</div></div>`
          dates and titles apart below the path, `<div><div class="crumb">当前位置：<a href="/">首页</a>&gt;<a href="/zwdt/">政务动态</a></div>`, `<div class="d">%3$s</div><div class="t"><a href="%2$s">%1$s</a></div>`, `</div>`
          a line of dates and titles, `<div>`,        `<span>%3$s</span> <a href="%2$s">%1$s</a> `, `</div>`
          loose dates before titles, `<div>`,         `%3$s <a href="%2$s">%1$s</a> `, `</div>`
          a line of titles and dates, `<div>`,        `<a href="%2$s">%1$s</a> <span>%3$s</span> `, `</div>`
          addresses handed to a function, `<ul>`,     `<li><a href="javascript:;" onclick="openWindow('http://www.linshui.gov.cn/zwdt/%2$s','28233')">%1$s</a><span>%3$s</span></li>`, `</ul>`
          cards,              `<div>`,                `<div class="card"><a href="%2$s"><img src="/x.jpg"></a><h4><a href="%2$s">%1$s</a></h4><p>县政府今天召开会议，研究部署下一阶段的重点工作。</p><em>%3$s</em></div>`, `</div>`
          links as cards,     `<div>`,                `<a class="item" href="%2$s"><h3>%1$s</h3><p>县政府今天召开会议研究工作。</p><span>%3$s</span></a>`, `</div>`
          titles and dates apart, `<div>`,            `<div class="t"><a href="%2$s">%1$s</a></div><div class="d">%3$s</div>`, `</div>`
          with a category,    `<ul>`,                 `<li><a href="/zwdt/">[动态]</a><a href="%2$s">%1$s</a><i>%3$s</i></li>`, `</ul>`
          """)
  void readsEveryFormOfList(String form, String open, String entry, String close) {
    var list = new StringBuilder(open);
    for (var day = 1; day <= 6; day++) {
      list.append(
          entry.formatted(
              "县政府召开第" + day + "次常务会议研究安全生产工作", "./content_" + day + ".html", "2025-05-1" + day));
    }

    var read = Pages.page("zwdt/index.html", Pages.framed("政务动态", list + close));

    assertThat(read.facts().kind()).isEqualTo(PageKind.LIST);
    assertThat(main(read).items())
        .extracting(Item::title)
        .first()
        .isEqualTo("县政府召开第1次常务会议研究安全生产工作");
    assertThat(main(read).items()).hasSize(6);
    assertThat(main(read).items())
        .extracting(item -> item.date().map(date -> date.day().getDayOfMonth()).orElse(0))
        .containsExactly(11, 12, 13, 14, 15, 16);
    assertThat(main(read).items().getLast().url()).isEqualTo(Pages.SITE + "zwdt/content_6.html");
  }

  private static final String ENTRIES =
      "<ul><li><a href='/a/3.html'>县政府召开常务会议研究安全生产工作</a>[05-12]</li>"
          + "<li><a href='/a/2.html'>全县党建引领基层治理现场推进会召开</a>[05-10]</li></ul>";

  /// How far a block keeps from the next says nothing of what it is.
  @ParameterizedTest
  @ValueSource(
      strings = {"margin-bottom10", "listItem3 marginBottom2", "border-bottom", "bottomLine"})
  void aNameThatSaysHowAListLooksIsNoRegion(String name) {
    var list = "<div class='%s'>%s</div>".formatted(name, ENTRIES);

    assertThat(main(Pages.page("a/", Pages.framed("政务动态", list))).items()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"上一篇：", "【上一篇】", "&nbsp;<b>下一条</b>："})
  void theNeighboursOfAnArticleAreNoList(String turn) {
    var neighbours =
        "<div class='p'>%s<a href='/a/1.html'>县政府召开常务会议研究工作</a>[ 05-08 ]</div><div class='p'>下一篇：<a href='/a/3.html'>全县防汛抗旱工作会议召开</a>[ 05-10 ]</div>"
            .formatted(turn);

    assertThat(Pages.page("a/2.html", Pages.framed("正文", neighbours)).facts().lists()).isEmpty();
  }

  @Test
  void thePicturesOfAnArticleAreNoList() {
    var picture = "<a href='/p/%1$d.jpg'><img src='/p/%1$d.jpg' alt='正文图片%1$d号.jpg'></a>";
    var pictures =
        "<p>" + picture.formatted(1) + picture.formatted(2) + picture.formatted(3) + "</p>";

    assertThat(Pages.page("a/2.html", Pages.framed("正文", pictures)).facts().lists()).isEmpty();
  }

  @Test
  void theYearIsTheOneThatPointingAtTheEntryShows() {
    var entries = ENTRIES.replace("<a ", "<a title='标题：一则消息&#xD;发表时间：23年05月12日' ");

    assertThat(main(Pages.page("a/", Pages.framed("政务动态", entries))).items())
        .extracting(item -> item.date().orElseThrow().day().toString())
        .containsExactly("2023-05-12", "2025-05-10");
  }

  /// What stands right above a list of six entries and belongs to it, or does not.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          the newest entry in a block of its own, `<div class="tt"><h4><a href="/zwdt/9.html">全县党建引领基层治理现场推进会召开</a></h4><p>会议研究部署重点工作。<a href="/zwdt/9.html">[详情]</a></p><i>2025-05-28</i></div>`, 7, 2025-05-28
          with a picture and no heading,          `<div class="pic"><a href="/zwdt/9.html"><img src="/9.jpg"></a><a href="/zwdt/9.html">全县党建引领基层治理现场推进会召开</a><span>2025-05-28</span></div>`, 7, 2025-05-28
          a headline without a date,              `<div class="tt"><h3><a href="/zwdt/9.html">全县党建引领基层治理现场推进会召开</a></h3><p>会议研究部署重点工作。</p></div>`, 7, ``
          a link without heading and date,        `<div class="ts"><a href="/zcwj/">查看更多规范性文件请到政策文件库</a></div>`, 6, 2025-05-11
          the way here,                           `<div class="wz">当前位置：<a href="/">首页</a> &gt; <a href="/zwdt/">政务动态</a> 2025年5月30日</div>`, 6, 2025-05-11
          an entry above a line of links,         `<div class="gg"><h4><a href="/a/9.html">关于征集为民办实事项目的公告</a></h4><i>2025-05-28</i></div><div><a href="/zwdt/">政务动态</a><a href="/bmdt/">部门动态</a></div>`, 6, 2025-05-11
          a document that the text mentions,      `<div class="nr"><p>各乡镇人民政府，县直各单位，为做好今年的工作，根据上级要求和本县的实际情况，制定本通知，请遵照执行。<a href="/a/9.html">关于做好防汛抗旱工作的通知</a></p><p>2025年5月28日</p></div>`, 6, 2025-05-11
          """)
  void knowsTheEntryThatIsShownLargeAboveTheList(
      String what, String above, int entries, String first) {
    var list = new StringBuilder("<ul>");
    for (var day = 1; day <= 6; day++) {
      list.append(
          "<li><a href='/zwdt/%1$d.html'>县政府召开第%1$d次常务会议研究工作</a><span>2025-05-1%1$d</span></li>"
              .formatted(day));
    }

    var read = Pages.page("zwdt/index.html", Pages.framed("政务动态", above + list + "</ul>"));

    var items =
        read.facts().lists().stream()
            .filter(ItemList::main)
            .flatMap(its -> its.items().stream())
            .toList();
    assertThat(items).as(what).hasSize(entries);
    assertThat(items.getFirst().date().map(date -> date.day().toString()).orElse(""))
        .isEqualTo(first);
  }

  @Test
  void aMenuAboveAListIsNoPartOfIt() {
    var list = new StringBuilder();
    for (var day = 1; day <= 3; day++) {
      list.append(
          "·<a href='%d.html'>县政府召开第%d次常务会议研究安全生产工作</a> (2025-05-1%d)<br>"
              .formatted(day, day, day));
    }

    var read =
        Pages.page(
            "zwdt/",
            "<title>政务动态</title><div class='t'><a href='/'>首页</a><a href='/xw/'>新闻中心</a><a href='/gk/'>政务公开</a></div>"
                + "<div class='p'>当前位置：<a href='/'>首页</a> &gt; <a href='/gk/'>政务公开</a></div><div class='l'>"
                + list
                + "</div><div class='f'>主办：临水县人民政府</div>");

    assertThat(main(read).items())
        .hasSize(3)
        .allSatisfy(item -> assertThat(item.date()).isPresent());
  }

  @Test
  void aShortListWithABylineInEachEntryIsNoArticle() {
    var entries = new StringBuilder("<ul>");
    for (var day = 1; day <= 2; day++) {
      entries.append(
          "<li><a href='%1$d.html'>县政府召开第%1$d次常务会议研究安全生产工作</a><p>发布时间：2025-05-1%1$d 来源：县政府办</p><p>县政府召开会议研究部署下一阶段的重点工作。</p></li>"
              .formatted(day));
    }

    var read = Pages.page("zwdt/", Pages.framed("政务动态", entries + "</ul>"));

    assertThat(read.facts().kind()).isEqualTo(PageKind.LIST);
  }

  /// Tables all the way down: the cell with the path to the page holds its text and date too.
  @Test
  void theWayToAPageIsNoEntry() {
    var html =
        """
        <table><tbody><tr><td valign="top"><table><tbody><tr><td>现在位置：<a href="/">首页</a> &gt;&gt;
        <a href="/lists/337.html">部门新闻</a> &gt;&gt; 正文</td></tr></tbody></table>
        <table width="90%"><tbody><tr><td align="center"><b>全县党建引领基层治理现场推进会召开</b></td></tr>
        <tr><td><p>会议研究部署下一阶段的重点工作。</p></td></tr>
        <tr><td align="center">发布日期：2019-03-06　责任编辑：某某</td></tr></tbody></table></td></tr></tbody></table>
        """;

    var read = Pages.page("lists/337/1.html", html);

    assertThat(read.facts().lists()).isEmpty();
    assertThat(read.facts().kind()).isEqualTo(PageKind.ARTICLE);
  }

  /// The panel that is shown has a class more, and each has a number.
  @Test
  void numberedPanelsAreNamedByTheirTabs() {
    var panel =
        "<div class='%2$scon_xw_%1$d'><div class='box'><ul><li><a href='/%1$d/1.html'>关于工作安排的通知第%1$d号甲</a></li><li><a href='/%1$d/2.html'>关于工作安排的通知第%1$d号乙</a></li></ul></div></div>";
    var bar = "<ul class='t'><li>新闻动态</li><li>通知公告</li><li>政府采购</li></ul>";
    var panels =
        panel.formatted(1, "") + panel.formatted(2, "hidden ") + panel.formatted(3, "hidden ");

    var read = Pages.home(Pages.framed("县政府", bar + "<div class='cnt'>" + panels + "</div>"));

    assertThat(read.facts().lists())
        .extracting(ItemList::heading)
        .containsExactly("新闻动态", "通知公告", "政府采购");
  }

  /// 日期：… in every entry is no byline of the page.
  @Test
  void aListWithALabelledDateInEachEntryHasNoneOfItsOwn() {
    var list = new StringBuilder("<ul class='e2'>");
    for (var i = 1; i <= 6; i++) {
      list.append(
          "<li><a href='/a/%1$d.html'>关于第%1$d件事情的情况说明</a><span>日期：2025-04-0%1$d</span><p>下一步，将持续加大工作力度，完善长效机制，不断增强群众的获得感。</p></li>"
              .formatted(i));
    }

    var read = Pages.page("a/", Pages.framed("河长制", list + "</ul>"));

    assertThat(read.facts().published()).isEmpty();
    assertThat(main(read).items()).allMatch(item -> item.date().isPresent());
  }

  @Test
  void anArticleWithSeveralAttachmentsIsNoList() {
    var read =
        Pages.page(
            "zwdt/1.html",
            Pages.framed(
                "关于做好防汛工作的通知",
                "<h1>关于做好防汛工作的通知</h1><div>发布时间：2025-05-11</div><p>附件：</p><ul><li><a href=1.doc>附件1：实施方案任务分解表.doc</a></li><li><a href=2.doc>附件2：各单位联系人名单汇总.doc</a></li><li><a href=3.doc>附件3：经费安排使用情况表.doc</a></li></ul>"));

    assertThat(read.facts().kind()).isEqualTo(PageKind.ARTICLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<li><a href='/a/1.html' title='全县1-7月民生资金使用情况表'><em>2025-05-08</em><span>全县1-7月民生资金使用情况表</span></a></li>",
        "<li><a href='/a/1.html' title='全县1-7月民生资金使用情况表 05月08日'>全县1-7月民生资金使用情况表</a><span>05-08</span></li>",
        "<li><a href='/a/1.html' title='全县1-7月民生资金使用情况表'><span>全县1-7月民生资金使用情况表</span><em>2025-05-08</em></a></li>"
      })
  void aDateBesideATitleIsNoPartOfIt(String entry) {
    var list = "<ul>" + entry + entry.replace("1.html", "2.html") + "</ul>";

    assertThat(main(Pages.page("a/", Pages.framed("公开", list))).items())
        .extracting(Item::title)
        .containsOnly("全县1-7月民生资金使用情况表");
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      textBlock =
          """
          发布时间：2025-05-11,             ARTICLE
          上载日期：2025-05-11,             ARTICLE
          2025年5月11日 供稿：县应急局,     ARTICLE
          今天是2025年5月11日 加入收藏,     HUB
          截止日期：2025-05-11,             HUB
          """)
  void aShortTextIsKnownByItsByline(String line, PageKind expected) {
    var text = "<h1>防汛值班电话</h1><div>" + line + "</div><p>0551-62345678</p>";
    var links =
        "<p><a href=/b/>应急</a> <a href=/c/>防汛</a> <a href=/d/>气象</a> <a href=/e/>水利</a></p>";

    var read = Pages.page("zwdt/1.html", Pages.framed("防汛值班电话", text + links));

    assertThat(read.facts().kind()).isEqualTo(expected);
  }

  @Test
  void takesTheWholeTitleWhereThePageCutsIt() {
    var read =
        Pages.page(
            "a/",
            Pages.framed(
                "通知公告",
                "<ul><li><a href='1.html' title='关于开展全县安全生产大检查的通知'>关于开展全县安全生…</a><span>2025-05-01</span></li>"
                    + "<li><a href='2.html'>关于防汛值班的通知</a><span>2025-05-02</span></li></ul>"));

    assertThat(main(read).items().getFirst().title()).isEqualTo("关于开展全县安全生产大检查的通知");
  }

  @Test
  void takesTheLastStepOfThePathForTheNameAndLeavesMoreOut() {
    var list =
        "<ul><li><a href='/zwdt/1.html'>县长调研项目建设工作</a><span>05-30</span></li><li><a href='/zwdt/2.html'>县委召开常委会会议</a><span>05-29</span></li></ul>";

    assertThat(
            main(Pages.page(
                    "zwdt/",
                    Pages.framed("动态", "<div><a href='/'>首页</a> / <span>工作动态</span></div>" + list)))
                .heading())
        .isEqualTo("工作动态");
    assertThat(
            main(Pages.page(
                    "zwdt/",
                    Pages.framed("动态", "<div><a href='/zwdt/'>更多&gt;&gt;</a>工作动态</div>" + list)))
                .heading())
        .isEqualTo("工作动态");
  }

  @Test
  void joinsAListThatIsCutIntoGroups() {
    var group =
        "<ul class='g'><li><a href='%1$d1.html'>第%1$d组第一条新闻标题文字</a><span>2025-05-0%1$d</span></li><li><a href='%1$d2.html'>第%1$d组第二条新闻标题文字</a><span>2025-05-0%1$d</span></li></ul>";

    var read =
        Pages.page(
            "a/", Pages.framed("动态", group.formatted(1) + group.formatted(2) + group.formatted(3)));

    assertThat(main(read).items()).hasSize(6);
  }

  /// Two columns of a table that has no lines: the second is no box of another column.
  @ParameterizedTest
  @CsvSource({"fl, fr, 2", "list_left, list_right, 2", "fl, sidebar, 1"})
  void blocksSideBySideUnderOneHeadingAreAllThePages(String left, String right, int main) {
    var block =
        "<div class='%1$s'><ul><li><a href='/%1$s/1.html'>关于工作安排的通知甲</a><span>%2$s</span></li><li><a href='/%1$s/2.html'>关于工作安排的通知乙</a><span>2025-01-05</span></li></ul></div>";

    var read =
        Pages.page(
            "a/",
            Pages.framed(
                "文件",
                "<h3>文件</h3>"
                    + block.formatted(left, "2025-02-11")
                    + block.formatted(right, "2025-05-21")));

    assertThat(read.facts().lists()).filteredOn(ItemList::main).hasSize(main);
  }

  /// A column is not stale because the newer entries stand in the block without the pager.
  @Test
  void blocksOfOneMakeAreAllThePages() {
    var block =
        "<div class='%1$s'><h3>%2$s</h3><ul class='list'><li><a href='/%1$s/%2$s1.html'>关于工作安排的通知甲</a><span>%3$s</span></li><li><a href='/%1$s/%2$s2.html'>关于工作安排的通知乙</a><span>2025-01-05</span></li></ul>%4$s</div>";
    var pager =
        "<div class='page'><b>1</b><a href='index_1.html'>2</a><a href='index_2.html'>3</a></div>";
    var first = block.formatted("b", "部门文件", "2025-02-11", pager);

    var alike =
        Pages.page(
            "a/", Pages.framed("文件", first + block.formatted("b", "规范性文件", "2025-05-21", "")));
    var unlike =
        Pages.page(
            "a/", Pages.framed("文件", first + block.formatted("c", "最新信息", "2025-05-21", "")));

    assertThat(alike.facts().lists()).allMatch(ItemList::main).hasSize(2);
    assertThat(unlike.facts().lists()).filteredOn(ItemList::main).hasSize(1);
  }

  /// However many tabs there are, whichever panel is shown, and where the bar is made like a panel.
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5})
  void namesEveryPanelByItsTab(int tabs) {
    var names = List.of("时政要闻", "本地要闻", "部门动态", "乡镇快讯", "媒体聚焦").subList(0, tabs);
    var bar = new StringBuilder("<div class=title><ul>");
    var panels = new StringBuilder("<div class=panels>");
    for (var name : names) {
      bar.append("<li><a href='/%s/'>%s</a></li>".formatted(name.hashCode(), name));
      panels.append(
          "<div class='panel%s'>%s</div>"
              .formatted(
                  name.equals("本地要闻") ? " on" : "",
                  ENTRIES.replace("/a/", "/" + name.hashCode() + "/")));
    }

    var read =
        Pages.home(Pages.framed("临水县", "<div>" + bar + "</ul></div>" + panels + "</div></div>"));

    assertThat(read.facts().lists()).extracting(ItemList::heading).containsAll(names);
  }

  @Test
  void keepsTabsApartAndCallsEachByItsName() {
    var panel =
        "<ul><li><a href='/%1$s/1.html'>%2$s栏目的第一条信息标题</a><span>05-01</span></li><li><a href='/%1$s/2.html'>%2$s栏目的第二条信息标题</a><span>05-02</span></li></ul>";
    var tabs =
        "<div class='hd'><ul><li>政务要闻</li><li>通知公告</li></ul></div><div class='bd'>"
            + panel.formatted("yw", "要闻")
            + panel.formatted("gg", "公告")
            + "</div>";

    var read = Pages.home(Pages.framed("临水县", "<div class='tab'>" + tabs + "</div>"));

    assertThat(read.facts().lists()).extracting(ItemList::heading).containsExactly("政务要闻", "通知公告");
  }

  @Test
  void knowsWhereABlockLeads() {
    var block =
        "<div class='box'><div class='tit'><h2>政务动态</h2><a class='more' href='/zwdt/'>更多&gt;&gt;</a></div><ul><li><a href='/zwdt/1.html'>县长调研项目建设工作</a><span>05-30</span></li><li><a href='/zwdt/2.html'>县委召开常委会会议</a><span>05-29</span></li></ul></div>";

    var list = Pages.home(Pages.framed("临水县", block)).facts().lists().getFirst();

    assertThat(list.heading()).isEqualTo("政务动态");
    assertThat(list.more()).isEqualTo(Pages.SITE + "zwdt/");
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          `<a href="index_1.html">下一页</a>`,                                        index_1.html
          `<a href="/other/list2.html">下页&gt;</a>`,                                 ``
          `<a href="index_2.html" rel="next">&gt;</a>`,                               index_2.html
          `<script>createPageHTML(20, 0, "index", "html");</script>`,                 index_1.html
          `<script>createPageHTML('page_div', 20, 3,'index','shtml', 200);</script>`, index_4.shtml
          `<script>createPageHTML(1, 0, "index", "html");</script>`,                  ``
          `<span>1</span><a href="p2.html">2</a><a href="p3.html">3</a>`,             p2.html
          `<a href="javascript:gotoPage(2)">下一页</a>`,                              ``
          """)
  void findsTheNextPage(String pager, String expected) {
    var list =
        "<ul><li><a href='1.html'>关于开展安全检查的通知一</a><span>2025-05-01</span></li><li><a href='2.html'>关于开展安全检查的通知二</a><span>2025-05-02</span></li></ul><div class='page'>";

    var next = main(Pages.page("tzgg/", Pages.framed("通知公告", list + pager + "</div>"))).next();

    var wanted =
        expected.isEmpty()
            ? (pager.contains("/other/") ? Pages.SITE + "other/list2.html" : "")
            : Pages.SITE + "tzgg/" + expected;
    assertThat(next).isEqualTo(wanted);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          `<a href="1.html">[置顶] 关于征集意见建议的公告</a>`,                          true
          `<b class="tag">置顶</b><a href="1.html">关于征集意见建议的公告</a>`,          true
          `<img src="/images/zhiding.png"><a href="1.html">关于征集意见建议的公告</a>`,  true
          `<a href="1.html">关于征集意见建议的公告</a>`,                                 false
          `<a href="1.html">关于规范网站置顶信息管理工作的通知</a>`,                     false
          """)
  void knowsWhatIsPinned(String first, boolean pinned) {
    var list =
        "<ul><li>"
            + first
            + "<span>2020-05-01</span></li><li><a href='2.html'>关于开展安全检查的通知</a><span>2025-05-02</span></li></ul>";

    assertThat(main(Pages.page("gg/", Pages.framed("公告", list))).items().getFirst().pinned())
        .isEqualTo(pinned);
  }

  @Test
  void takesTheHeadingsRowForNoEntry() {
    var block =
        "<div class='news'><div><a href='/tzgg/'>通知公告</a><a href='/tzgg/'>MORE+</a></div><div>"
            + "<dl><dt><a href='/tzgg/1.html'>关于调整办公地点的公告</a></dt><dd>2025-05-02</dd></dl>"
            + "<dl><dt><a href='/tzgg/2.html'>关于发放稻谷补贴的通知</a></dt><dd>2025-04-28</dd></dl>"
            + "<dl><dt><a href='/tzgg/3.html'>关于禁止焚烧秸秆的公告</a></dt><dd>2025-04-08</dd></dl></div></div>";

    var list = Pages.home(Pages.framed("临水县", block)).facts().lists().getFirst();

    assertThat(list.heading()).isEqualTo("通知公告");
    assertThat(list.more()).isEqualTo(Pages.SITE + "tzgg/");
    assertThat(list.items()).hasSize(3).allMatch(item -> item.date().isPresent());
  }

  @Test
  void takesNoMenuForAList() {
    var read =
        Pages.page(
            "zwgk/",
            Pages.framed(
                "政务公开",
                "<ul class='left'><li><a href='a/'>机构</a></li><li><a href='b/'>领导</a></li><li><a href='c/'>财政</a></li></ul>"));

    assertThat(read.facts().lists()).isEmpty();
  }

  @Test
  void readsAListInXmlIslands() {
    var records = new StringBuilder();
    for (var i = 1; i < 5; i++) {
      records.append(
          "<record><![CDATA[<li><a href=\"/art/2025/5/%1$d/art_12_%1$d.html\">关于防汛工作的通知之%1$d</a><span>2025-05-0%1$d</span></li>]]></record>\n"
              .formatted(i));
    }
    var store =
        "<datastore><nextgroup></nextgroup><recordset>" + records + "</recordset></datastore>";

    var inScript =
        Pages.page(
            "col/col12/index.html",
            Pages.framed(
                "通知公告", "<div id='12'><script type='text/xml'>" + store + "</script></div>"));
    var inAnswer =
        Pages.answer(
            "dataproxy.jsp?col=1", "<?xml version='1.0' encoding='UTF-8'?>" + store, "text/xml");

    assertThat(main(inScript).items()).hasSize(4);
    assertThat(main(inAnswer).items()).hasSize(4);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          `{"code":0,"data":{"total":2,"rows":[{"id":1,"title":"关于防汛工作的通知","url":"/tzgg/1.html","pubDate":"2025-05-01 08:00:00","endDate":"2026-01-01"},{"id":2,"title":"关于抗旱工作的通知","url":"/tzgg/2.html","pubDate":"2025-05-02 08:00:00","endDate":"2026-01-01"}]}}`
          `[{"infoTitle":"关于防汛工作的通知","link":"/tzgg/1.html","publishTime":1746057600000},{"infoTitle":"关于抗旱工作的通知","link":"/tzgg/2.html","publishTime":1746144000000}]`
          `callback({"list":[{"bt":"关于防汛工作的通知","href":"/tzgg/1.html","fbsj":"2025-05-01"},{"bt":"关于抗旱工作的通知","href":"/tzgg/2.html","fbsj":"2025-05-02"}]})`
          """)
  void readsTheAnswersOfDataAddresses(String json) {
    var read = Pages.answer("api/list?page=1", json, "application/json");

    assertThat(main(read).items())
        .extracting(Item::title)
        .containsExactly("关于防汛工作的通知", "关于抗旱工作的通知");
    assertThat(main(read).items().getFirst().url()).isEqualTo(Pages.SITE + "tzgg/1.html");
  }

  @Test
  void readsAListThatAScriptHolds() {
    var script =
        "<div id='list'></div><script>var data=[{title:'关于防汛工作的通知',url:'/tzgg/1.html',date:'2025-05-01'},{title:'关于抗旱工作的通知',url:'/tzgg/2.html',date:'2025-05-02'}];render(data);</script>";

    assertThat(main(Pages.page("tzgg/", Pages.framed("通知公告", script))).items()).hasSize(2);
  }

  @Test
  void tellsWhereAScriptFetchesItsList() {
    var script =
        "<ul id='list'></ul><script>var cid='12';$.ajax({url:'/api/article/list',type:'get',data:{columnId:cid,pageNo:1,pageSize:15},success:function(r){$('#list').html(r)}})</script>";

    var read = Pages.page("tzgg/", Pages.framed("通知公告", script));

    assertThat(read.data())
        .containsExactly(Pages.SITE + "api/article/list?columnId=12&pageNo=1&pageSize=15");
    assertThat(read.substance().filling()).isEqualTo(Substance.Filling.SCRIPTED);
  }

  @Test
  void neverRepeatsAPost() {
    var script =
        "<ul id='list'></ul><script>$.ajax({url:'/api/article/list',type:'POST',data:{columnId:1}})</script>";

    var read = Pages.page("tzgg/", Pages.framed("通知公告", script));

    assertThat(read.data()).isEmpty();
    assertThat(read.substance().filling()).isEqualTo(Substance.Filling.SCRIPTED);
  }
}
