package xuncha.crawler.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Body;
import xuncha.crawler.fetch.Exchange;
import xuncha.crawler.fetch.Exchange.Answered;
import xuncha.crawler.fetch.Exchange.Failed;
import xuncha.crawler.fetch.Posted;
import xuncha.crawler.fetch.Transport;
import xuncha.crawler.fetch.WebAddress;
import xuncha.findings.store.IndexLine;
import xuncha.findings.store.Spool;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Source;

/// One visit's WARC file under way: `warcinfo`, the visit's words about itself, and for each
/// exchange a request with its response, or with a metadata record that says why there is none.
final class WarcRecording implements Archive.Recording {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
  private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private static final String NOT_MODIFIED =
      "http://netpreserve.org/warc/1.1/revisit/server-not-modified";
  private static final Set<String> CONDITIONS = Set.of("if-none-match", "if-modified-since");

  private final Spool spool;
  private final Transport over;
  private final String infoId = RecordHead.newId();
  private final Instant at;

  WarcRecording(Spool spool, Heading heading, Transport over) {
    this.spool = spool;
    this.over = over;
    this.at = heading.at();
    introduce(heading);
  }

  @Override
  public Exchange exchange(Ask ask) {
    return switch (over.exchange(ask)) {
      case Answered answer -> written(answer);
      case Failed failed -> written(failed);
    };
  }

  @Override
  public Source keep(String type, Body json) {
    var id = RecordHead.newId();
    var head =
        new RecordHead("metadata", id, at)
            .with("WARC-Warcinfo-ID", infoId)
            .with(Fields.ARTIFACT, type);
    append(kept(id), head, Fields.ARTIFACT_TYPE, json.bytes());
    return new Source(id, Digest.sha256(json.bytes()));
  }

  @Override
  public Exchange drawn(Exchange drawing, Source page, Body journal) {
    return switch (drawing) {
      case Answered answer -> drawn(answer, page, journal);
      case Failed failed -> {
        var written = failed(failed);
        journal(failed, written.source().record(), journal);
        yield written;
      }
    };
  }

  /// The final document is a conversion of the page (WARC 1.1, 6.8), not an answer of the server.
  private Answered drawn(Answered answer, Source page, Body journal) {
    var id = RecordHead.newId();
    var digest = Digest.sha256(answer.body().bytes());
    var head =
        exchanged("conversion", id, answer)
            .with("WARC-Refers-To", page.record())
            .with(Fields.STATUS, String.valueOf(answer.status()))
            .with(Fields.SAID, DrawnHeaders.line(answer.headers()));
    var line =
        line(
            url(answer.ask()),
            answer.at(),
            answer.mediaType(),
            String.valueOf(answer.status()),
            digest);
    append(
        new Spool.Name(id, id, false, List.of(line)),
        head,
        answer.header("content-type").orElse("application/octet-stream"),
        answer.body().bytes());
    journal(answer, id, journal);
    return answer.archived(new Source(id, digest));
  }

  private void journal(Exchange drawing, String drawnId, Body journal) {
    var id = RecordHead.newId();
    append(
        new Spool.Name(id, drawnId, false, List.of()),
        exchanged("metadata", id, drawing).with("WARC-Concurrent-To", drawnId),
        Fields.JOURNAL_TYPE,
        journal.bytes());
  }

  @Override
  public void close() {
    spool.close();
  }

  private void introduce(Heading heading) {
    var fields =
        "software: xuncha/0.1\r\nformat: WARC File Format 1.1\r\n"
            + "conformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/"
            + "warc-1.1/\r\n";
    var info = new RecordHead("warcinfo", infoId, heading.at());
    append(kept(infoId), info, "application/warc-fields", bytes(fields));
    var id = RecordHead.newId();
    var visit =
        new RecordHead("metadata", id, heading.at())
            .with("WARC-Warcinfo-ID", infoId)
            .with("WARC-Target-URI", heading.target().url());
    append(kept(id), visit, Fields.VISIT_TYPE, HeadingJson.write(heading));
  }

  private Answered written(Answered answer) {
    var id = RecordHead.newId();
    var url = url(answer.ask());
    var digest = Digest.sha256(answer.body().bytes());
    var http = HttpHead.of(answer);
    var head =
        answered(id, answer, digest)
            .with("WARC-IP-Address", answer.address())
            .with("WARC-Truncated", answer.cut().map(WarcRecording::truncation).orElse(""))
            .with(Fields.CUT, answer.cut().map(FailureJson::line).orElse(""));
    var line = line(url, answer.at(), answer.mediaType(), String.valueOf(answer.status()), digest);
    append(
        new Spool.Name(id, id, false, List.of(line)),
        head,
        "application/http;msgtype=response",
        http,
        answer.body().bytes());
    request(answer, id);
    return answer.archived(new Source(id, digest));
  }

  /// An answer that nothing has changed stands for what an earlier visit was sent (WARC 1.1,
  /// 6.7.3). That is no longer ours to show, but was no more than that the page opens.
  private RecordHead answered(String id, Answered answer, String digest) {
    var unchanged =
        answer.status() == 304
            && !Collections.disjoint(answer.ask().headers().keySet(), CONDITIONS);
    return unchanged
        ? exchanged("revisit", id, answer)
            .with("WARC-Profile", NOT_MODIFIED)
            .with("WARC-Refers-To-Target-URI", url(answer.ask()))
        : exchanged("response", id, answer).with("WARC-Payload-Digest", "sha256:" + digest);
  }

  private Failed written(Failed failed) {
    var written = failed(failed);
    request(failed, written.source().record());
    return written;
  }

  private Failed failed(Failed failed) {
    var id = RecordHead.newId();
    var block = FailureJson.write(failed.ask(), failed.why());
    var digest = Digest.sha256(block);
    var line = line(url(failed.ask()), failed.at(), Fields.FAILURE_TYPE, "-", digest);
    append(
        new Spool.Name(id, id, false, List.of(line)),
        exchanged("metadata", id, failed),
        Fields.FAILURE_TYPE,
        block);
    return new Failed(
        failed.ask(), failed.at(), failed.took(), failed.why(), new Source(id, digest));
  }

  private void request(Exchange exchange, String answerId) {
    var id = RecordHead.newId();
    append(
        new Spool.Name(id, answerId, false, List.of()),
        exchanged("request", id, exchange).with("WARC-Concurrent-To", answerId),
        "application/http;msgtype=request",
        HttpHead.of(exchange.ask()),
        exchange.ask().form().map(Posted::sent).orElseGet(() -> new byte[0]));
  }

  private RecordHead exchanged(String type, String id, Exchange exchange) {
    return new RecordHead(type, id, exchange.at())
        .with("WARC-Target-URI", url(exchange.ask()))
        .with("WARC-Warcinfo-ID", infoId)
        .with(Fields.WHY, exchange.ask().why().name())
        .with(Fields.METHOD, exchange.ask().method())
        .with(Fields.FORM, form(exchange.ask()))
        .with(Fields.TOOK, exchange.took().toString());
  }

  private static String form(Ask ask) {
    return ask.form().map(Posted::sent).map(bytes -> Digest.sha256(bytes)).orElse("");
  }

  private void append(Spool.Name name, RecordHead head, String type, byte[]... block) {
    var length = 0L;
    for (var part : block) {
      length += part.length;
    }
    var before =
        head.with("WARC-Block-Digest", "sha256:" + Digest.sha256(block)).before(type, length);
    var parts =
        block.length == 1
            ? List.of(before, block[0], END)
            : List.of(before, block[0], block[1], END);
    spool.append(name, sink -> GzipMember.write(parts, sink));
  }

  private static Spool.Name kept(String id) {
    return new Spool.Name(id, id, true, List.of());
  }

  private static IndexLine line(String url, Instant at, String mime, String status, String digest) {
    return new IndexLine(
        SortKey.of(url),
        STAMP.format(at),
        Map.of("url", url, "mime", mime, "status", status, "digest", "sha256:" + digest));
  }

  /// The words that the standard has for why a body is not whole.
  private static String truncation(Failure why) {
    return switch (why.kind()) {
      case BODY_TOO_LARGE, BUDGET -> "length";
      case RESPONSE_TIMEOUT -> "time";
      case BODY_TRUNCATED, CONNECTION_RESET -> "disconnect";
      default -> "unspecified";
    };
  }

  private static String url(Ask ask) {
    return WebAddress.spelled(ask.url());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
