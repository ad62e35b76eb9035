package xuncha.lab.scenario;

import static xuncha.lab.Truth.Expect.NOT_FAIL;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import xuncha.findings.visit.ColumnKind;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.Blueprint.HomeStyle;
import xuncha.lab.site.DateStyle;
import xuncha.lab.site.Extra;
import xuncha.lab.site.LabColumn;

/// A home page without anything new for two weeks, and all that may make it look otherwise.
@AutoService(Scenario.class)
public final class HomeFreshness implements Scenario {
  @Override
  public String check() {
    return "home-freshness";
  }

  @Override
  public String area() {
    return "columns";
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        Variant.fault("stale", HomeFreshness::stale),
        Variant.fault("stale-by-a-day", site -> asOldAs(site, 16)),
        Variant.fault(
            "stale-under-todays-date",
            site -> stale(site).withHome(new HomeStyle(true, false, Optional.empty()))),
        Variant.fault(
            "stale-but-for-a-typo",
            site ->
                news(
                    stale(site),
                    column ->
                        column.with(
                            new Extra(site.body().place() + "召开安全生产工作会议", -340, false, false)))),
        Variant.fault(
            "stale-with-events-to-come",
            site ->
                news(
                    stale(site),
                    column ->
                        column.with(
                            new Extra(
                                "关于" + monthDay(site, 2) + "举行防空警报试鸣活动的公告",
                                column.newest() + 3,
                                false,
                                true)))),
        Variant.twin("nearly-stale", site -> asOldAs(site, 13)),
        Variant.twin(
            "fresh-under-todays-date",
            site -> site.withHome(new HomeStyle(true, false, Optional.empty()))),
        Variant.trap("marked-old-on-top", site -> news(site, column -> topped(column, true))),
        Variant.trap("old-on-top", site -> news(site, column -> topped(column, false))),
        Variant.trap(
                "dates-on-articles-only",
                site ->
                    site.changingLists(column -> column.dated(DateStyle.NONE))
                        .withHome(new HomeStyle(false, false, Optional.of(DateStyle.NONE))))
            .saying("home-freshness", NOT_FAIL)
            .saying("column-freshness", NOT_FAIL),
        Variant.trap(
            "relative-dates",
            site ->
                site.changingLists(column -> column.dated(DateStyle.RELATIVE))
                    .withHome(new HomeStyle(false, false, Optional.of(DateStyle.RELATIVE)))),
        Variant.trap(
                "entry-page", site -> site.withHome(new HomeStyle(false, true, Optional.empty())))
            .saying("home-freshness", NOT_FAIL)
            .saying("column-freshness", NOT_FAIL)
            .saying("column-blank", NOT_FAIL)
            .saying("site-identity", NOT_FAIL),
        Variant.trap(
            "typo-to-come",
            site ->
                news(
                    site,
                    column ->
                        column.with(
                            new Extra(site.body().name() + "组织开展普法宣传活动", -365, false, false)))),
        Variant.trap(
            "old-years-in-titles",
            site ->
                news(
                    site,
                    column ->
                        column.with(
                            new Extra(
                                site.body().place() + "2017年以来重点工程建设成就回顾",
                                Math.max(1, column.newest()),
                                false,
                                true)))));
  }

  static Blueprint stale(Blueprint site) {
    return asOldAs(site, 20 + site.lot("stale").below(70));
  }

  /// The same with nothing newer than that; what is older stays.
  private static Blueprint asOldAs(Blueprint site, int days) {
    return site.changingLists(column ->
        column.aged(Math.max(column.newest(), days + (isNews(column) ? 0 : column.newest() % 20))));
  }

  private static boolean isNews(LabColumn column) {
    return column.kind() == ColumnKind.NEWS;
  }

  private static LabColumn topped(LabColumn column, boolean marked) {
    return column
        .with(new Extra("江淮省政府网站年度工作报表公开通知", 300, marked, true))
        .with(new Extra("关于加强政务信息报送工作的长期公告", 420, marked, true));
  }

  private static String monthDay(Blueprint site, int daysToCome) {
    var day = site.today().plusDays(daysToCome);
    return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }

  private static Blueprint news(Blueprint site, UnaryOperator<LabColumn> change) {
    return site.changing(Kinds.first(site, ColumnKind.NEWS), change);
  }
}
