package xuncha.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jsoup.Jsoup;

/// The floor under every Java crawler: fetch and parse, on virtual threads, and nothing else. It
/// need not even find its pages: it is given the list.
final class BareLoop {
  private final OkHttpClient client;
  private final LongAdder pages = new LongAdder();
  private final LongAdder bytes = new LongAdder();

  private BareLoop(OkHttpClient client) {
    this.client = client;
  }

  /// Fetches, parses and prints its figures.
  ///
  /// @param args file of pages, port of the laboratory
  public static void main(String[] args) throws IOException {
    var client =
        new OkHttpClient.Builder()
            .dns(_ -> List.of(InetAddress.getLoopbackAddress()))
            .connectionPool(new ConnectionPool(256, 10, TimeUnit.SECONDS))
            .followRedirects(false)
            .build();
    var urls = Files.readAllLines(Path.of(args[0]));
    var figures = CrawlFigures.ofWarm(() -> new BareLoop(client).all(urls, args[1]));
    System.out.println(figures.line());
    System.exit(0); // OkHttp's idle threads would hold the process for a minute
  }

  private CrawlFigures.Counts all(List<String> urls, String port) {
    var sites = urls.stream().map(URI::create).collect(Collectors.groupingBy(URI::getHost));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      sites.values().forEach(site -> threads.execute(() -> one(site, port)));
    }
    return new CrawlFigures.Counts(pages.sum(), bytes.sum(), 0, 0);
  }

  private void one(List<URI> site, String port) {
    for (var page : site) {
      var here = page.toString().replaceFirst("^http://([^/:]+)", "http://$1:" + port);
      try (var response = client.newCall(new Request.Builder().url(here).build()).execute()) {
        var body = response.body().bytes();
        pages.increment();
        bytes.add(body.length);
        if (Jsoup.parse(new java.io.ByteArrayInputStream(body), null, here).childNodeSize() == 0) {
          throw new IllegalStateException("nothing parsed: " + here);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(here, e);
      }
    }
  }
}
