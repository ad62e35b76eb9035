package xuncha.crawler.read.date;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BylineTest {
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          发布时间：2024-09-10                          | true
          发布机构：市府办　2024年9月10日               | true
          来源：市府办 2024/9/10                        | true
          2024-09-10 09:24 点击：32                     | true
          上载日期：2024-09-10                          | true
          發佈日期：2024-09-10                          | true
          2024-09-10 发布                               | true
          2024-09-10 责编：张三                         | true
          今天是2024年9月10日 星期二 加入收藏           | false
          今天是2024年9月10日 星期二 无障碍浏览         | false
          2024年9月10日 星期二 无障碍浏览 长者模式      | false
          2024年9月10日（星期二）　字体：大 中 小       | false
          2024年09月10日 星期二 来源：人民日报          | true
          发布时间：2024年9月10日 星期二 浏览：32       | true
          截止日期：2024-09-10 来源：市府办             | false
          访问量：2315 2024-09-10                       | false
          2024年9月10日记者招待会                       | false
          已审核 2024-09-10                             | false
          截止日期：2024-09-10                          | false
          2024-09-10                                    | false
          来源：市府办                                  | false
          20240910 来源：市府办                         | false
          '来源：市府办，由各县区人民政府和市直有关部门负责落实，确保按期完成，市政府办公室负责督查，会议定于2024-09-10' | false
          """)
  void knowsABylineByADateAndWhatStandsBesideIt(String text, boolean byline) {
    assertThat(Byline.in("标题\n" + text + "\n正文", _ -> true)).isEqualTo(byline);
    assertThat(Byline.in("标题\n" + text + "\n正文", _ -> false)).as("of an entry").isFalse();
  }
}
