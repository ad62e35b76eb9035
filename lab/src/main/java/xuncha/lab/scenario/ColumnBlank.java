package xuncha.lab.scenario;

import static xuncha.lab.Truth.Expect.NOT_FAIL;

import com.google.auto.service.AutoService;
import java.util.List;
import xuncha.findings.visit.ColumnKind;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.Extra;
import xuncha.lab.site.LabColumn;
import xuncha.lab.site.Shape;

/// Columns that hold nothing, and columns that only look so.
@AutoService(Scenario.class)
public final class ColumnBlank implements Scenario {
  private static final List<String> NOTHING =
      List.of("暂无信息", "暂无相关内容", "暂无数据！", "对不起，该栏目暂无内容", "没有相关信息");
  private static final List<String> BUILDING = List.of("栏目建设中……", "该栏目正在建设中，敬请期待！", "内容更新中，请稍后访问。");

  @Override
  public String check() {
    return "column-blank";
  }

  @Override
  public String area() {
    return "columns";
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        Variant.fault("empty", site -> shaped(site, ColumnKind.OTHER, Shape.EMPTY, "")),
        Variant.fault(
            "nothing-there",
            site -> shaped(site, ColumnKind.OTHER, Shape.NOTICE, site.lot("nothing").one(NOTHING))),
        Variant.fault(
            "under-construction",
            site ->
                shaped(
                    site,
                    ColumnKind.INTERPRETATION,
                    Shape.NOTICE,
                    site.lot("building").one(BUILDING))),
        Variant.fault(
            "two-empty",
            site ->
                shaped(
                    shaped(site, ColumnKind.OTHER, Shape.EMPTY, ""),
                    ColumnKind.INTERPRETATION,
                    Shape.EMPTY,
                    "")),
        Variant.twin(
            "one-entry",
            site ->
                site.changing(Kinds.first(site, ColumnKind.OTHER), column -> column.holding(1))),
        Variant.trap(
                "filled-by-script", site -> shaped(site, ColumnKind.NOTICE, Shape.SCRIPTED, ""))
            .saying("column-blank", NOT_FAIL)
            .saying("column-freshness", NOT_FAIL),
        Variant.trap(
            "entries-about-construction",
            site ->
                site.changing(
                    Kinds.first(site, ColumnKind.OTHER),
                    column ->
                        column
                            .with(new Extra("城区污水处理厂提标改造工程正在建设中", column.newest() + 1, false, true))
                            .with(
                                new Extra(
                                    "我" + site.body().area() + "暂无新增确诊病例",
                                    column.newest() + 2,
                                    false,
                                    true)))),
        Variant.trap(
            "hub",
            site ->
                site.withColumn(LabColumn.page("ztzl", "专题专栏", ColumnKind.OTHER, Shape.HUB, ""))
                    .withColumn(
                        LabColumn.list("yqfk", "疫情防控", ColumnKind.NEWS, "news", 4, 3, 3)
                            .below("ztzl"))));
  }

  private static Blueprint shaped(Blueprint site, ColumnKind kind, Shape shape, String text) {
    return site.changing(Kinds.first(site, kind), column -> column.shaped(shape, text));
  }
}
