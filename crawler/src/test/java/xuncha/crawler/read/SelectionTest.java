package xuncha.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <option value=1>甲<option value=2>乙                            | 1
          <option value=1>甲<option value=2 selected>乙<option value=3>丙 | 2
          <option value=1 selected>甲<option value=2 selected>乙          | 2
          <option>甲<option>乙                                            | 甲
          <option value=''>请选择<option value=2>乙                       | ''
          <optgroup><option value=4>丁</optgroup>                         | 4
          ''                                                              | ''
          """)
  void sendsWhatIsChosenBeforehand(String options, String value) {
    var select = Jsoup.parse("<select>" + options + "</select>").expectFirst("select");

    assertThat(Selection.of(select)).isEqualTo(value);
  }
}
