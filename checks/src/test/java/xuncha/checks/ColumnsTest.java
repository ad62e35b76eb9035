package xuncha.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xuncha.findings.visit.Column;
import xuncha.findings.visit.Column.State;
import xuncha.findings.visit.ColumnKind;
import xuncha.findings.visit.FoundDate;
import xuncha.findings.visit.FoundDate.Provenance;
import xuncha.findings.visit.Item;
import xuncha.findings.visit.SiteColumns;

/// What counts as one column.
class ColumnsTest {
  /// Two columns, each as name, address and entries, `-` where it is blank.
  @ParameterizedTest(name = "{0} and {1} are {2}")
  @CsvSource(
      textBlock =
          """
          动态 /bm 1,   动态 /bm/index.html?v=1 1,       1
          动态 /bm 1,   要闻 /bm 1,                      1
          动态 /bm 1,   要闻 /zw 1,                      2
          动态 /bm 1,   动态 /zw 2,                      2
          动态 /bm/ -,  动态 /bm/index.html -,           1
          动态 /bm/ -,  动态 /bm/index.html?v=1 -,       1
          动态 /bm -,   动态 /bm/ -,                     1
          动态 /a.html?x -, 动态 /a.html -,              1
          动态 /l.jsp?id=1 -, 动态 /l.jsp?id=2 -,        2
          动态 /bm/ -,  动态 /zw/ -,                     2
          动态 /bm/ -,  公告 /bm/index.html -,           2
          """)
  void isToldByItsNameAndWhatItShows(String one, String other, int expected) {
    var columns = new SiteColumns(Stream.of(one, other).map(ColumnsTest::column).toList(), true);
    assertThat(Columns.distinct(columns)).hasSize(expected);
  }

  private static Column column(String told) {
    var parts = told.split(" ", -1);
    var blank = parts[2].equals("-");
    return new Column(
        parts[0],
        "http://www.example.gov.cn" + parts[1],
        ColumnKind.NEWS,
        0.9,
        1,
        blank ? State.BLANK : State.LISTED,
        blank ? List.of() : List.of(item(parts[2])),
        "",
        Optional.empty(),
        Scene.SOURCE);
  }

  private static Item item(String id) {
    var date =
        new FoundDate(
            LocalDate.of(2020, 3, 1), Optional.empty(), Provenance.LIST, 0.9, "2020-03-01");
    return new Item("消息" + id, "http://www.example.gov.cn/" + id, Optional.of(date), false);
  }
}
