package xuncha.lab.scenario;

import static xuncha.lab.Truth.Expect.NOT_FAIL;
import static xuncha.lab.Truth.Expect.PASS;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import xuncha.lab.site.Blueprint;
import xuncha.lab.site.LabTags;
import xuncha.lab.site.LabTags.Page;

/// Meta tags that are missing, wrong, or what a template left behind.
@AutoService(Scenario.class)
public final class PageTags implements Scenario {
  private static final Set<Page> EVERYWHERE = Set.of(Page.values());

  @Override
  public String check() {
    return "page-tags";
  }

  @Override
  public String area() {
    return "tags";
  }

  @Override
  public List<Variant> variants() {
    return List.of(
        Variant.fault(
            "site-tags-missing",
            site -> missing(site, EVERYWHERE, Set.of("SiteName", "SiteDomain", "SiteIDCode"))),
        Variant.fault(
            "column-tags-missing",
            site ->
                missing(
                    site,
                    Set.of(Page.COLUMN),
                    Set.of("ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"))),
        Variant.fault(
            "article-tags-missing",
            site ->
                missing(
                    site,
                    Set.of(Page.ARTICLE),
                    Set.of("ArticleTitle", "PubDate", "ContentSource"))),
        Variant.fault("foreign-code", site -> instead(site, "SiteIDCode", "3300000012")),
        Variant.fault("null", site -> instead(site, "SiteName", "null")),
        Variant.fault("residue", site -> instead(site, "SiteDomain", "${site.domain}")),
        Variant.fault("empty", site -> instead(site, "SiteIDCode", "")),
        Variant.twin(
                "two-types",
                site ->
                    site.withTags(
                        new LabTags(
                            Set.of(Page.COLUMN, Page.ARTICLE),
                            Set.of(),
                            Map.of("ColumnType", "信息公开，政策文件"),
                            UnaryOperator.identity())))
            .saying("page-tags", PASS),
        Variant.trap(
                "lower-case",
                site ->
                    site.withTags(
                        new LabTags(
                            Set.of(), Set.of(), Map.of(), name -> name.toLowerCase(Locale.ROOT))))
            .saying("page-tags", NOT_FAIL));
  }

  private static Blueprint missing(Blueprint site, Set<Page> on, Set<String> names) {
    return site.withTags(new LabTags(on, names, Map.of(), UnaryOperator.identity()));
  }

  private static Blueprint instead(Blueprint site, String name, String content) {
    return site.withTags(
        new LabTags(EVERYWHERE, Set.of(), Map.of(name, content), UnaryOperator.identity()));
  }
}
