package xuncha.crawler.probe.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchProfilesTest {
  private static final String HOME = "http://www.a.gov.cn/";

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {get: "/so?kw={words}&n=1", charset: GBK} | http://www.a.gov.cn/so?kw=%D5%FE%B2%DF&n=1 |
          {post: /s.do, fields: {id: 1, kw: "{words}"}} | http://www.a.gov.cn/s.do | id=1&kw=%E6%94%BF%E7%AD%96
          {post: /api/s, json: '{"q": "{words}", "p": 1}'} | http://www.a.gov.cn/api/s | {"q":"政策","p":1}
          """)
  void aSearchIsAskedAsTheFileSays(String entry, String url, String sent) throws IOException {
    var question = box("\"1\": " + entry).flatMap(box -> box.question("政策", Optional.empty()));

    assertThat(question)
        .hasValueSatisfying(asked -> {
          assertThat(asked.url()).isEqualTo(url);
          assertThat(
                  asked
                      .form()
                      .map(
                          post -> new String(post.sent(), java.nio.charset.StandardCharsets.UTF_8)))
              .isEqualTo(Optional.ofNullable(sent));
        });
  }

  @Test
  void anotherBodysHostIsNotAsked() throws IOException {
    assertThat(box("\"1\": {get: \"http://so.example.com/?q={words}\"}")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "1": {get: /so}                                                  | 1.get: wants {words} where the words go
          "1": {get: "/so?{words}", input: "#k"}                           | 1: wants exactly one of get, post and input
          "1": {input: "#["}                                               | 1.input: no CSS selector: #[
          "1": {post: /letter/save, fields: {k: "{words}"}}                | 1.post: may be more than a search and is not sent; only presets and one {words} may stand in it, and the address must not be one where something is done
          "1": {post: /s, fields: {k: "{words}", mobile: 1}}               | 1.post: may be more than a search and is not sent; only presets and one {words} may stand in it, and the address must not be one where something is done
          "1": {get: "/so?q={words}", charset: xyz}                        | 1.charset: unknown: xyz
          "1": {get: "/so?q={words}", way: 1}                              | 1.way: no such field; there are button, charset, fields, get, input, json, opener, page, post
          - 1                                                              | wants one entry per site: CODE: {get: "/so?kw={words}"}
          """)
  void eachMistakeIsOneLineThatNamesTheFileTheEntryAndTheField(String yaml, String line)
      throws IOException {
    var file = file(yaml);
    var wrong =
        catchThrowableOfType(SearchProfiles.Mistaken.class, () -> SearchProfiles.read(file));

    assertThat(wrong.lines()).containsExactly(file + ": " + line);
  }

  private Optional<SearchBox> box(String yaml) throws IOException {
    return SearchProfiles.read(file(yaml))
        .of("1")
        .flatMap(profile -> profile.box(HOME, url -> url.contains("a.gov.cn")));
  }

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("searches.yaml"), yaml);
  }
}
