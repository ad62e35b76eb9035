package xuncha.crawler.read.date;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelTest {
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      textBlock =
          """
          发布时间,       PUBLISHED
          上载日期,       PUBLISHED
          刊登,           PUBLISHED
          登载日期,       PUBLISHED
          發佈日期,       PUBLISHED
          公告日期,       PUBLISHED
          公告時間,       PUBLISHED
          信息公开时间,   PUBLISHED
          发文时间,       PUBLISHED
          发文日期,       DOCUMENT
          落款时间,       DOCUMENT
          项目公告日期,   PLAIN
          項目公告日期,   PLAIN
          日期,           PLAIN
          時間,           PLAIN
          更新,           UPDATED
          修改,           UPDATED
          最後更新,       UPDATED
          编辑日期,       UPDATED
          提问日期,       LETTER
          提交日期,       LETTER
          报道日期,       OTHER
          登记时间,       OTHER
          開標時間,       OTHER
          截止,           OTHER
          来源,           NONE
          会议召开,       NONE
          Published date, PUBLISHED
          Stand,          UPDATED
          Geboren,        OTHER
          """)
  void tellsWhatADateIsCalled(String name, Label expected) {
    assertThat(Label.named(name)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      textBlock =
          """
          2024-09-10 发布,                 PUBLISHED
          （2024-09-10上载）,              PUBLISHED
          2024-09-10 發佈,                 PUBLISHED
          2024-09-10 更新,                 UPDATED
          2024-09-10 公开,                 NONE
          2024-09-10 发布会,               NONE
          2024-09-10 发,                   NONE
          2024-09-10,                      NONE
          '该办法于2024-09-10 发布',       NONE
          """)
  void tellsWhatIsSaidBehindADate(String text, Label expected) {
    int start = text.indexOf("2024");
    assertThat(Label.after(text, start, start + "2024-09-10".length())).isEqualTo(expected);
  }
}
