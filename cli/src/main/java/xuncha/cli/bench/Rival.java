package xuncha.cli.bench;

/// Who is measured.
public enum Rival {
  /// This product's own fetcher and page reader, links and dates as the rivals read.
  XUNCHA("xuncha"),
  /// The same with all the facts that the checks need.
  FACTS("xuncha, all facts"),
  /// OkHttp and `Jsoup.parse` on virtual threads: the floor.
  BARE("bare loop"),
  /// Of Maven Central.
  WEBMAGIC("WebMagic"),
  /// Of Debian.
  SCRAPY("Scrapy");

  private final String title;

  Rival(String title) {
    this.title = title;
  }

  /// For people.
  String title() {
    return title;
  }
}
