package xuncha.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class KnownTagsTest {
  private static final String PAGE =
      "<div><x-date/><p>2024-05-06<o:p></o:p><select><option>一<option>二</select><svg><path/></svg>";

  @Test
  void onePageIsReadTheSameWhateverPagesCameBefore() {
    var alone = shape(Jsoup.parse(PAGE));

    parse("<x-date>a</x-date><script/><svg><title>t</title><PATH></PATH></svg><o:p/><template/>");
    assertThat(shape(parse(PAGE))).isEqualTo(alone);

    parse(made(1000));
    assertThat(shape(parse(PAGE))).isEqualTo(alone);
  }

  @Test
  void tagsOfPagesOwnMakingAreReadAndNotKept() {
    for (var page = 0; page < 5; page++) {
      assertThat(parse(made(1000)).body().childrenSize()).isEqualTo(1000);
    }
  }

  private static Document parse(String markup) {
    return KnownTags.parse(parser -> parser.parseInput(markup, ""));
  }

  private static String made(int many) {
    return IntStream.range(0, many)
        .mapToObj("<x%1$d>text</x%1$d>"::formatted)
        .collect(Collectors.joining());
  }

  /// Every element with its parent and its own text.
  private static String shape(Document page) {
    return page.getAllElements().stream()
        .map(element -> element.parents().size() + " " + element.tagName() + element.ownText())
        .collect(Collectors.joining(", "));
  }
}
