package xuncha.lab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import xuncha.lab.http.Answering;
import xuncha.lab.http.Conduct;
import xuncha.lab.http.Reply;
import xuncha.lab.http.Request;
import xuncha.lab.site.Blueprint;
import xuncha.lab.system.SiteSystem;
import xuncha.lab.system.Systems;

/// A site as its web server serves it: its conduct first, then its pages, compressed, chunked,
/// tagged or closed after each answer as its server happens to be configured.
final class SiteHost implements Answering {
  private final Blueprint site;
  private final SiteSystem system;

  /// How often each path with a conduct of its own was asked for since the last visitor came.
  /// Whoever reads the robots.txt of its own host comes anew: a visit that is made again, because
  /// its run was killed, meets the same site as the one before.
  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

  private final String server;
  private final boolean compresses;
  private final boolean tags;
  private final boolean chunks;

  private final Optional<LetterOffice> office;

  /// @param clock by which its office opens, shuts and answers
  SiteHost(Blueprint site, InstantSource clock) {
    this.site = site;
    this.office = LetterOffice.of(site, clock);
    this.system = Systems.of(site.system());
    var lot = site.lot("server");
    this.server =
        switch (site.system()) {
          case "query", "tables" -> "Microsoft-IIS/7.5";
          case "datastore" -> "Apache-Coyote/1.1";
          default -> lot.chance(70) ? "nginx" : "Apache";
        };
    this.compresses = lot.chance(12);
    this.tags = lot.chance(40);
    this.chunks = lot.chance(15);
  }

  @Override
  public Reply answer(Request request) {
    if (site.secure() && !request.secure() && request.host().equals(site.domain())) {
      return Reply.redirect(301, site.root() + request.target());
    }
    if (request.host().equals(site.domain()) && request.path().equals("/robots.txt")) {
      asked.clear();
    }
    var conduct = site.conducts().getOrDefault(request.target(), site.conducts().get("*"));
    return (conduct == null ? usual(request) : conducted(conduct, request)).with("Server", server);
  }

  /// The letters that were written to it.
  List<LabLetter> letters() {
    return office.map(LetterOffice::letters).orElse(List.of());
  }

  private Reply conducted(Conduct conduct, Request request) {
    var counted = asked.computeIfAbsent(request.target(), _ -> new AtomicInteger());
    return conduct.answer(request, counted.getAndIncrement(), () -> usual(request));
  }

  private Reply usual(Request request) {
    return served(
        request,
        office.flatMap(one -> one.answer(request)).orElseGet(() -> system.answer(site, request)));
  }

  private Reply served(Request request, Reply reply) {
    if (!(reply instanceof Reply.Whole(var status, var headers, var body, var delay))
        || status != 200) {
      return reply;
    }
    var more = new ArrayList<>(headers);
    if (tags) {
      var sum = new CRC32();
      sum.update(body);
      var tag = "\"" + Long.toHexString(sum.getValue()) + "\"";
      more.add(new Reply.Header("ETag", tag));
      if (request.header("if-none-match").contains(tag)) {
        return new Reply.Whole(304, more, new byte[0], delay);
      }
    }
    if (chunks) {
      more.add(new Reply.Header("Transfer-Encoding", "chunked"));
    }
    if (compresses && request.header("accept-encoding").contains("gzip")) {
      more.add(new Reply.Header("Content-Encoding", "gzip"));
      return new Reply.Whole(status, more, compressed(body), delay);
    }
    return new Reply.Whole(status, more, body, delay);
  }

  private static byte[] compressed(byte[] body) {
    var out = new ByteArrayOutputStream(body.length / 3);
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(body);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }
}
