package xuncha.cli.bench;

/// Who is measured.
public enum Rival {
  /// This product's own fetcher and page reader, with all the facts that they bring home.
  XUNCHA("xuncha"),
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
