package xuncha.crawler.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import xuncha.crawler.fetch.Ask;
import xuncha.crawler.fetch.Body;
import xuncha.crawler.fetch.WebAddress;
import xuncha.findings.visit.Source;

/// What WARC files hold, read once from front to back: their blocks are put into one file without
/// compression, so that any of them can be taken out again; only what the records' heads say stays
/// in memory. Everything is bounded, for the files may be anybody's.
final class Captures implements AutoCloseable {
  private static final int MOST_RECORDS = 300_000;
  private static final long LONGEST_HEAD = 1 << 20;
  private static final int LONGEST_BLOCK = 64 << 20;
  private static final long MOST_BYTES = 32L << 30;

  private final Path blocks;
  private final FileChannel channel;
  private final List<Stored> stored = new ArrayList<>();
  private final Map<String, Heading> headings = new HashMap<>();
  private final Map<String, String> methods = new HashMap<>();
  private final Map<String, Map<String, Recorded.Kept>> artifacts = new HashMap<>();
  private final Set<String> infos = new HashSet<>();
  private final Set<String> cut = new HashSet<>();
  private int records;
  private long bytes;

  Captures() throws IOException {
    blocks = Files.createTempFile("xuncha-replay", ".blocks");
    channel =
        FileChannel.open(
            blocks,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
  }

  /// Every exchange, in the order of the files.
  List<Stored> stored() {
    return stored.stream().map(this::withMethod).toList();
  }

  /// Our visits' words about themselves, by the record that their exchanges name.
  Map<String, Heading> headings() {
    return headings;
  }

  /// What the visit with that record kept whole, by name.
  Map<String, Recorded.Kept> artifacts(String info) {
    return Map.copyOf(artifacts.getOrDefault(info, Map.of()));
  }

  /// Whether a file that holds records of that visit breaks off.
  boolean breaksOff(String info) {
    return cut.contains(info);
  }

  /// Whether any file breaks off.
  boolean breaksOff() {
    return !cut.isEmpty();
  }

  /// The block of that exchange.
  byte[] block(Stored one) throws IOException {
    var block = ByteBuffer.allocate(one.length());
    while (block.hasRemaining()) {
      if (channel.read(block, one.offset() + block.position()) < 0) {
        throw new EOFException("the blocks' file ends early");
      }
    }
    return block.array();
  }

  /// Reads one file. A file that breaks off in the middle, as that of a killed crawl, counts as far
  /// as it goes.
  void read(Path file) throws IOException {
    var before = records;
    infos.clear();
    try (var guard = new Guard(unpacked(file));
        var reader = new WarcReader(guard)) {
      reader.setLenient(true);
      try {
        for (var record = next(reader, guard); record.isPresent(); record = next(reader, guard)) {
          take(record.get());
        }
      } catch (EOFException brokenOff) {
        if (records == before) {
          throw brokenOff;
        }
        cut.addAll(infos);
      }
    }
  }

  private static InputStream unpacked(Path file) throws IOException {
    var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    in.mark(2);
    var packed = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return packed ? new GZIPInputStream(in, 1 << 16) : in;
  }

  private static Optional<WarcRecord> next(WarcReader reader, Guard guard) throws IOException {
    guard.allow(LONGEST_HEAD);
    var record = reader.next();
    guard.allow(Long.MAX_VALUE);
    return record;
  }

  private void take(WarcRecord record) throws IOException {
    var size = record.body().size();
    bytes += Math.max(size, 0);
    if (++records > MOST_RECORDS || bytes > MOST_BYTES || size < 0) {
      throw new IOException(
          size < 0
              ? "a record of negative length"
              : "more than " + MOST_RECORDS + " records or " + (MOST_BYTES >> 30) + " GB");
    }
    infos.add(field(record, "WARC-Warcinfo-ID"));
    switch (field(record, "WARC-Type").toLowerCase(Locale.ROOT)) {
      case "response" -> keep(record, Stored.Kind.RESPONSE);
      case "revisit" -> keep(record, Stored.Kind.REVISIT);
      case "conversion" -> {
        if (!field(record, Fields.STATUS).isEmpty()) {
          keep(record, Stored.Kind.DRAWN);
        }
      }
      case "metadata" -> told(record);
      case "request" -> asked(record);
      default -> {} // warcinfo, resource: nothing that a server answered
    }
    record.body().consume();
  }

  private void told(WarcRecord record) throws IOException {
    switch (field(record, "Content-Type")) {
      case Fields.FAILURE_TYPE -> keep(record, Stored.Kind.FAILURE);
      case Fields.VISIT_TYPE ->
          HeadingJson.read(block(record))
              .ifPresent(heading -> headings.put(field(record, "WARC-Warcinfo-ID"), heading));
      case Fields.ARTIFACT_TYPE -> {
        var json = block(record);
        var source = new Source(field(record, "WARC-Record-ID"), Digest.sha256(json));
        artifacts
            .computeIfAbsent(field(record, "WARC-Warcinfo-ID"), _ -> new HashMap<>())
            .put(field(record, Fields.ARTIFACT), new Recorded.Kept(Body.of(json), source));
      }
      default -> {} // other programs' notes
    }
  }

  /// Notes requests that were not plain GETs, for responses do not say how they were asked for.
  private void asked(WarcRecord record) throws IOException {
    var start = record.body().stream().readNBytes(16);
    var method = new String(start, java.nio.charset.StandardCharsets.US_ASCII).split(" ", 2)[0];
    if (!method.equals("GET")) {
      methods.put(field(record, "WARC-Record-ID"), method);
      record.headers().all("WARC-Concurrent-To").forEach(id -> methods.put(id, method));
    }
  }

  private Stored withMethod(Stored one) {
    var method = methods.get(one.id());
    return method == null || method.equals(one.method())
        ? one
        : new Stored(
            one.id(),
            one.kind(),
            one.url(),
            method,
            one.form(),
            one.date(),
            one.took(),
            one.address(),
            one.cut(),
            one.digest(),
            one.info(),
            one.refersTo(),
            one.status(),
            one.said(),
            one.offset(),
            one.length());
  }

  private void keep(WarcRecord record, Stored.Kind kind) throws IOException {
    var address = WebAddress.of(bare(field(record, "WARC-Target-URI")));
    if (address.isEmpty() || field(record, Fields.WHY).equals(Ask.Why.RESOURCE.name())) {
      return; // dns:, urn: and the like; what only a browser asked for, and no replay does
    }
    var offset = channel.size();
    var block = block(record);
    channel.write(ByteBuffer.wrap(block), offset);
    var id = field(record, "WARC-Record-ID");
    record.headers().all("WARC-Concurrent-To").stream()
        .filter(methods::containsKey)
        .findFirst()
        .ifPresent(request -> methods.put(id, methods.getOrDefault(request, "GET")));
    var method = field(record, Fields.METHOD);
    stored.add(
        new Stored(
            id,
            kind,
            address.get().url(),
            method.isEmpty() ? "GET" : method,
            field(record, Fields.FORM),
            date(record),
            took(record),
            field(record, "WARC-IP-Address"),
            record.headers().first(Fields.CUT).flatMap(FailureJson::read),
            digest(record),
            field(record, "WARC-Warcinfo-ID"),
            bare(field(record, "WARC-Refers-To-Target-URI")),
            status(record),
            field(record, Fields.SAID),
            offset,
            block.length));
  }

  private static byte[] block(WarcRecord record) throws IOException {
    var block = record.body().stream().readNBytes(LONGEST_BLOCK);
    if (block.length < Math.min(record.body().size(), LONGEST_BLOCK)) {
      throw new EOFException("a record ends early");
    }
    return block;
  }

  private static Instant date(WarcRecord record) throws IOException {
    try {
      return Instant.parse(field(record, "WARC-Date"));
    } catch (DateTimeException none) {
      throw new IOException("a record without a date", none);
    }
  }

  private static int status(WarcRecord record) {
    var status = field(record, Fields.STATUS);
    return status.matches("\\d{3}") ? Integer.parseInt(status) : 0;
  }

  private static Duration took(WarcRecord record) {
    try {
      return record.headers().first(Fields.TOOK).map(Duration::parse).orElse(Duration.ZERO);
    } catch (DateTimeException foreign) {
      return Duration.ZERO;
    }
  }

  /// Ours is a SHA-256 of the payload as it was read; another program's may be of anything, and
  /// serves only to find the record that a revisit means.
  private static String digest(WarcRecord record) {
    var digest = field(record, "WARC-Payload-Digest");
    return digest.startsWith("sha256:") ? digest.substring("sha256:".length()) : digest;
  }

  private static String field(WarcRecord record, String name) {
    return record.headers().first(name).orElse("").strip();
  }

  /// WARC 1.0 had addresses in angle brackets.
  private static String bare(String url) {
    return url.startsWith("<") && url.endsWith(">") ? url.substring(1, url.length() - 1) : url;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException("cannot remove " + blocks, broken);
    }
  }

  /// Hands bytes on, and stops a head that never ends.
  private static final class Guard implements ReadableByteChannel {
    private final ReadableByteChannel over;
    private long left = Long.MAX_VALUE;

    Guard(InputStream in) {
      this.over = Channels.newChannel(in);
    }

    void allow(long count) {
      left = count;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      if (left <= 0) {
        throw new IOException("a record's head is longer than " + LONGEST_HEAD + " bytes");
      }
      var got = over.read(into);
      left -= Math.max(got, 0);
      return got;
    }

    @Override
    public boolean isOpen() {
      return over.isOpen();
    }

    @Override
    public void close() throws IOException {
      over.close();
    }
  }
}
