package xuncha.lab.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import xuncha.findings.visit.ColumnKind;
import xuncha.lab.words.Body;
import xuncha.lab.words.Lot;

/// Draws up the healthy site of a body.
public final class Founder {
  /// Where services are handled for the whole province.
  public static final String SERVICES = "http://www.jhzwfw.gov.cn/";

  private Founder() {}

  /// A healthy site.
  ///
  /// @param seed of the province
  /// @param pages about how many pages it should have
  /// @param serial the last four digits of its code
  public static Blueprint found(
      long seed, Body body, String system, int pages, Instant asOf, int serial) {
    var lot = Lot.of(seed, body.host());
    var columns = columns(body, Math.max(12, pages - 10), lot);
    return new Blueprint(
        lot.bits(),
        asOf,
        body,
        body.adcode() + "%04d".formatted(serial),
        system,
        lot.chance(8),
        columns,
        Blueprint.HomeStyle.PLAIN,
        LabMarks.COMPLETE,
        LabTags.RIGHT,
        Door.OPEN,
        Map.of(),
        List.of(),
        body.host(),
        new Blueprint.Manners(
            SearchManner.GOOD,
            new LettersManner(lot.below(LettersManner.WORDINGS), LettersManner.Answers.PROMPT),
            ConsultManner.open(lot.below(ConsultManner.LAYOUTS)),
            SpaceManner.NONE));
  }

  private static List<LabColumn> columns(Body body, int articles, Lot lot) {
    var hubbed = lot.chance(body.isGovernment() ? 60 : 25);
    var hub = hubbed ? "zwgk" : "";
    var columns = new ArrayList<LabColumn>();
    columns.add(about(body, lot));
    columns.add(
        LabColumn.page(
            "ldzc",
            lot.one(List.of("领导之窗", "领导信息", "领导班子")),
            ColumnKind.OVERVIEW,
            Shape.LEADERS,
            ""));
    columns.add(news(body, share(articles, 28), lot));
    if (hubbed) {
      columns.add(
          LabColumn.page(
              "zwgk", lot.one(List.of("政务公开", "政府信息公开", "信息公开")), ColumnKind.OTHER, Shape.HUB, ""));
    }
    columns.add(
        LabColumn.list(
                "tzgg",
                lot.one(List.of("通知公告", "公示公告", "公告公示", "通知公告")),
                ColumnKind.NOTICE,
                "notice",
                share(articles, 20),
                lot.between(2, 40),
                lot.between(8, 20))
            .shownAtHome(true)
            .below(hub));
    columns.add(policy(body, articles, lot).below(hub));
    columns.add(
        LabColumn.list(
                "zcjd",
                lot.one(List.of("政策解读", "政策解读", "文件解读")),
                ColumnKind.INTERPRETATION,
                "interpretation",
                share(articles, 12),
                lot.between(4, 60),
                lot.between(15, 30))
            .shownAtHome(lot.chance(50))
            .below(hub));
    columns.add(other(articles, lot).below(hub));
    columns.add(
        LabColumn.page(
            "bsfw",
            lot.one(List.of("办事服务", "政务服务", "网上办事")),
            ColumnKind.SERVICE,
            Shape.ELSEWHERE,
            SERVICES));
    columns.add(letters(body, articles, lot));
    columns.add(LabColumn.page("wzdt", "网站地图", ColumnKind.OVERVIEW, Shape.HUB, "").below("-"));
    return columns;
  }

  private static LabColumn about(Body body, Lot lot) {
    return body.isGovernment()
        ? LabColumn.page(
            "zjgk",
            lot.one(List.of("走进", "魅力", "了解"))
                + body.place().substring(0, body.place().length() - 1),
            ColumnKind.OVERVIEW,
            Shape.TEXT,
            "")
        : LabColumn.page(
            "jgzn", lot.one(List.of("机构职能", "机构概况", "单位概况")), ColumnKind.OVERVIEW, Shape.TEXT, "");
  }

  private static LabColumn news(Body body, int items, Lot lot) {
    var short_ = body.place().substring(0, body.place().length() - 1);
    var name =
        body.isGovernment()
            ? lot.one(List.of("政务要闻", "今日" + short_, short_ + "要闻", "要闻动态", "政务动态"))
            : lot.one(List.of("工作动态", "部门动态", "要闻动态", "新闻动态", "工作动态"));
    return LabColumn.list(
            lot.one(List.of("xwdt", "zwyw", "gzdt", "ywdt")),
            name,
            ColumnKind.NEWS,
            "news",
            items,
            lot.between(1, 6),
            lot.between(2, 4))
        .shownAtHome(true);
  }

  private static LabColumn policy(Body body, int articles, Lot lot) {
    return LabColumn.list(
            "zcwj",
            lot.one(
                body.isGovernment()
                    ? List.of("政策文件", "政府文件", "规范性文件")
                    : List.of("政策文件", "政策法规", "规范性文件")),
            ColumnKind.POLICY,
            "policy",
            share(articles, 16),
            lot.between(5, 90),
            lot.between(12, 28))
        .shownAtHome(lot.chance(70));
  }

  private static LabColumn other(int articles, Lot lot) {
    var row =
        lot.one(
            List.of(
                new String[] {"ghjh", "规划计划", "plan"},
                new String[] {"czzj", "财政资金", "finance"},
                new String[] {"rsxx", "人事信息", "personnel"},
                new String[] {"tjxx", "统计信息", "statistics"},
                new String[] {"zdxm", "重大项目", "project"}));
    return LabColumn.list(
        row[0],
        row[1],
        ColumnKind.OTHER,
        row[2],
        share(articles, 12),
        lot.between(10, 150),
        lot.between(25, 60));
  }

  private static LabColumn letters(Body body, int articles, Lot lot) {
    return LabColumn.list(
        "hdjl",
        body.isGovernment()
            ? body.leaderTitle() + "信箱"
            : lot.one(List.of("互动交流", "咨询留言", body.leaderTitle() + "信箱")),
        ColumnKind.INTERACTION,
        "letters",
        share(articles, 12),
        lot.between(2, 30),
        lot.between(8, 20));
  }

  private static int share(int articles, int percent) {
    return Math.max(3, articles * percent / 100);
  }
}
