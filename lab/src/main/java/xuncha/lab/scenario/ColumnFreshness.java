package xuncha.lab.scenario;

import static xuncha.lab.Truth.Expect.NOT_FAIL;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import xuncha.findings.visit.ColumnKind;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.DateStyle;
import xuncha.lab.site.Extra;
import xuncha.lab.site.LabColumn;

/// Columns past their limits, just inside them, and lists that are hard to read.
@AutoService(Scenario.class)
public final class ColumnFreshness implements Scenario {
  private static final List<ColumnKind> KINDS =
      List.of(ColumnKind.NEWS, ColumnKind.NOTICE, ColumnKind.POLICY, ColumnKind.OTHER);

  @Override
  public String check() {
    return "column-freshness";
  }

  @Override
  public String area() {
    return "columns";
  }

  @Override
  public List<Variant> variants() {
    var variants = new ArrayList<Variant>();
    for (var kind : KINDS) {
      var name = kind.id().toLowerCase(Locale.ROOT);
      variants.add(Variant.fault(name + "-stale", site -> aged(site, kind, 40)));
      variants.add(Variant.fault(name + "-stale-by-days", site -> aged(site, kind, 2)));
      variants.add(Variant.twin(name + "-nearly-stale", site -> aged(site, kind, -1)));
    }
    variants.add(
        Variant.fault(
            "stale-under-a-typo",
            site -> {
              var old = aged(site, ColumnKind.NOTICE, 60);
              return old.changing(
                  Kinds.first(old, ColumnKind.NOTICE),
                  column -> column.with(new Extra("关于公布农业产业化龙头企业名单的通知", -330, false, false)));
            }));
    variants.add(
        Variant.fault(
            "stale-where-nothing-is-sorted",
            site -> {
              var old = aged(site, ColumnKind.NOTICE, 30);
              return old.changing(Kinds.first(old, ColumnKind.NOTICE), LabColumn::jumbled);
            }));
    variants.add(
        Variant.trap(
            "old-on-top",
            site ->
                site.changing(
                    Kinds.first(site, ColumnKind.NOTICE),
                    column ->
                        column
                            .with(new Extra("政务服务事项办理指引", 700, true, true))
                            .with(new Extra("关于加强网上政务服务工作的公告", 520, false, true)))));
    variants.add(Variant.trap("unsorted", site -> site.changingLists(LabColumn::jumbled)));
    variants.add(
        Variant.trap(
            "years-left-out",
            site ->
                site.changing(
                    Kinds.first(site, ColumnKind.NEWS),
                    column -> column.dated(DateStyle.MONTH_DAY))));
    variants.add(
        Variant.trap(
                "dates-in-addresses-only",
                site ->
                    site.changing(
                        Kinds.first(site, ColumnKind.NOTICE),
                        column -> column.dated(DateStyle.NONE)))
            .on(site -> Set.of("static", "datastore").contains(site.system()))
            .saying("column-freshness", NOT_FAIL));
    variants.add(
        Variant.trap(
                "no-dates",
                site ->
                    site.changing(
                        Kinds.first(site, ColumnKind.POLICY),
                        column -> column.dated(DateStyle.NONE)))
            .on(site -> Set.of("tables", "query", "blocks").contains(site.system()))
            .saying("column-freshness", NOT_FAIL));
    variants.add(
        Variant.trap(
                "archive",
                site ->
                    site.withColumn(
                        LabColumn.list("lsgd", "历史归档", ColumnKind.OTHER, "history", 4, 900, 30)
                            .archived()))
            .saying("column-freshness", NOT_FAIL));
    return variants;
  }

  /// The first column of that kind, so many days over its limit.
  private static Blueprint aged(Blueprint site, ColumnKind kind, int over) {
    return site.changing(Kinds.first(site, kind), column -> column.aged(column.limitDays() + over));
  }
}
