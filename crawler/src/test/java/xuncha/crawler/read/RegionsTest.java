package xuncha.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xuncha.findings.visit.Link;
import xuncha.findings.visit.Link.Region;

class RegionsTest {
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      textBlock =
          """
          footbar,       FOOTER
          yejiao,        FOOTER
          friendlinks,   ASIDE
          subnav,        NAVIGATION
          masthead,      HEADER
          page_head,     HEADER
          xgwz,          ASIDE
          xgyd-list,     ASIDE
          share,         ASIDE
          more-list,     MAIN
          latest,        MAIN
          search,        MAIN
          breadcrumb2,   MAIN
          prev-next,     MAIN
          """)
  void whatABlockIsCalledTellsWhichPartItIs(String name, Region expected) {
    var text = "<p>县应急局组织开展防汛演练，各乡镇和有关单位负责同志到场观摩。</p>";
    var block = "<div class='" + name + "'><a href=/x/1.html>关于防汛演练的另一则消息</a></div>";

    var read = Pages.page("zwdt/1.html", Pages.framed("防汛演练", text + block + text));

    assertThat(read.facts().links())
        .filteredOn(link -> link.url().endsWith("/x/1.html"))
        .extracting(Link::region)
        .containsExactly(expected);
  }
}
