package xuncha.crawler.read.date;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameWordsTest {
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      textBlock =
          """
          topNav-box2,            top nav box
          news_list,              news list
          footer-bg,              footer bg
          listItem3 marginBottom2, list item margin
          margin-bottom20 foot,   margin foot
          bottomLine,             line
          bg-top,                 bg
          headLine,               line
          bottom bottom-nav,      bottom bottom nav
          noSideContent,          no content
          首页,                   ''
          """)
  void readsWordsThatSayWhatSomethingIs(String names, String words) {
    assertThat(String.join(" ", NameWords.of(names))).isEqualTo(words);
  }
}
