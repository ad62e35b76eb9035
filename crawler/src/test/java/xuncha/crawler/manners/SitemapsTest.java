package xuncha.crawler.manners;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xuncha.crawler.manners.Sitemaps.Entry;
import xuncha.crawler.manners.Sitemaps.Found;
import xuncha.crawler.manners.Sitemaps.Limits;

class SitemapsTest {
  private static final String BASE = "http://www.example.cn/";
  private static final Limits LIMITS = new Limits(5, 10, 2, 64 * 1024);

  private final Map<String, byte[]> files = new HashMap<>();
  private final List<String> fetched = new ArrayList<>();

  @Test
  void readsPagesAndWhenTheyChanged() {
    put(
        "s.xml",
        urls("<url><loc>http://www.example.cn/a.html</loc><lastmod>2026-01-05</lastmod></url>"));
    assertThat(walk("s.xml").entries())
        .containsExactly(
            new Entry(BASE + "a.html", Optional.of(Instant.parse("2026-01-05T00:00:00Z"))));
  }

  @Test
  void followsIndexesDownToTheirDepth() {
    put("i.xml", index("j.xml"));
    put("j.xml", index("k.xml", "s.xml"));
    put("k.xml", index("l.xml"));
    put("s.xml", urls("<url><loc>http://www.example.cn/a.html</loc></url>"));
    var found = walk("i.xml");
    assertThat(found.entries()).extracting(Entry::url).containsExactly(BASE + "a.html");
    assertThat(fetched).doesNotContain(BASE + "l.xml");
    assertThat(found.complete()).isFalse();
  }

  @Test
  void anIndexThatNamesItselfIsReadOnce() {
    put("i.xml", index("i.xml", "i.xml"));
    assertThat(walk("i.xml").complete()).isTrue();
    assertThat(fetched).hasSize(1);
  }

  @Test
  void soManyFilesAndPagesAndNoMore() {
    put("i.xml", index("1.xml", "2.xml", "3.xml", "4.xml", "5.xml", "6.xml"));
    for (var i = 1; i <= 6; i++) {
      put(i + ".xml", urls(("<url><loc>http://www.example.cn/" + i + "-%d</loc></url>").repeat(1)));
    }
    var found = walk("i.xml");
    assertThat(fetched).hasSize(5);
    assertThat(found.complete()).isFalse();
    var many = new StringBuilder();
    for (var i = 0; i < 50; i++) {
      many.append("<url><loc>http://www.example.cn/").append(i).append("</loc></url>");
    }
    put("many.xml", urls(many.toString()));
    assertThat(walk("many.xml").entries()).hasSize(10);
  }

  @Test
  void readsPackedOnesAndPlainListsToo() throws IOException {
    files.put(BASE + "s.xml.gz", gzip(urls("<url><loc>http://www.example.cn/a</loc></url>")));
    put("s.txt", "http://www.example.cn/b\nhttp://www.example.cn/c\n");
    assertThat(walk("s.xml.gz").entries()).hasSize(1);
    assertThat(walk("s.txt").entries()).hasSize(2);
  }

  @Test
  void aPackedBombIsCutAndSaysSo() throws IOException {
    files.put(BASE + "s.xml.gz", gzip(urls("<!--" + "x".repeat(4 << 20) + "-->")));
    assertThat(walk("s.xml.gz").complete()).isFalse();
  }

  @Test
  void aMillionLaughsStayUnheard() {
    var laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE urlset [<!ENTITY l0 \"ha\">");
    for (var i = 1; i < 30; i++) {
      laughs.append("<!ENTITY l").append(i).append(" \"&l").append(i - 1).append(";&l");
      laughs.append(i - 1).append(";\">");
    }
    put("s.xml", laughs + "]><urlset><url><loc>http://www.example.cn/&l29;</loc></url></urlset>");
    assertThat(walk("s.xml").entries()).isEmpty();
  }

  @Test
  void filesOfOursAreNotReadIntoIt(@TempDir Path folder) throws IOException {
    var secret = Files.writeString(folder.resolve("secret"), "very-secret");
    put(
        "s.xml",
        "<?xml version=\"1.0\"?><!DOCTYPE urlset [<!ENTITY s SYSTEM \""
            + secret.toUri()
            + "\">]><urlset><url><loc>http://www.example.cn/&s;</loc></url></urlset>");
    assertThat(walk("s.xml").toString()).doesNotContain("very-secret");
  }

  @Test
  void whatCannotBeHadOrReadIsSaid() {
    put("s.xml", "<html><body>404</body></html>");
    assertThat(walk("s.xml").entries()).isEmpty();
    assertThat(walk("absent.xml").troubles()).hasSize(1);
    assertThat(walk("not a url.xml").troubles()).hasSize(1);
  }

  @Test
  void noBytesWhateverAreTooMuchForIt() {
    var random = new Random(3);
    var sound =
        urls("<url><loc>http://www.example.cn/a</loc></url>").getBytes(StandardCharsets.UTF_8);
    for (var i = 0; i < 300; i++) {
      var bytes = sound.clone();
      for (var j = 0; j < 6; j++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      }
      files.put(BASE + "s.xml", bytes);
      assertThat(walk("s.xml").entries()).hasSizeLessThan(3);
    }
  }

  private Found walk(String root) {
    fetched.clear();
    return Sitemaps.walk(
        List.of(BASE + root),
        url -> {
          fetched.add(url);
          return Optional.ofNullable(files.get(url));
        },
        LIMITS);
  }

  private void put(String name, String text) {
    files.put(BASE + name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String urls(String urls) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
        + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
        + urls
        + "</urlset>";
  }

  private static String index(String... names) {
    var maps = new StringBuilder();
    for (var name : names) {
      maps.append("<sitemap><loc>").append(BASE).append(name).append("</loc></sitemap>");
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
        + "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
        + maps
        + "</sitemapindex>";
  }

  private static byte[] gzip(String text) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var packing = new GZIPOutputStream(packed)) {
      packing.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }
}
