package xuncha.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import xuncha.findings.site.Site;
import xuncha.lab.dns.DnsBook;
import xuncha.lab.dns.DnsServer;
import xuncha.lab.http.Answering;
import xuncha.lab.http.Authority;
import xuncha.lab.http.HttpServer;
import xuncha.lab.http.Reply;
import xuncha.lab.http.Request;
import xuncha.lab.site.Account;
import xuncha.lab.site.SpaceManner;

/// Serves a province on loopback: HTTP and HTTPS by Host header, and DNS.
public final class LabServer implements AutoCloseable {
  /// A loopback address on which nothing of the laboratory listens.
  private static final String NOBODY = "127.1.1.1";

  private final Province province;
  private final LabSettings settings;
  private final InstantSource clock;
  private final Journal journal;
  private final Map<String, Answering> hosts = new HashMap<>();
  private final Map<String, LabHost> sites = new HashMap<>();
  private final Map<String, SiteHost> served = new HashMap<>();
  private final Map<String, List<String>> addresses = new HashMap<>();
  private final Queue<String> trespasses = new ConcurrentLinkedQueue<>();
  private volatile boolean letters;
  private final DnsBook book;
  private final Authority authority = Authority.fresh();
  private final HttpServer http;
  private final HttpServer https;
  private final DnsServer dns;

  private LabServer(Province province, LabSettings settings, DnsBook book, InstantSource clock) {
    this.province = province;
    this.clock = clock;
    this.settings = settings;
    this.journal = new Journal(settings.journalBound());
    this.book = book.others(name -> addresses.getOrDefault(name, List.of()));
    province.hosts().forEach(this::open);
    Outside.hosts().forEach(host -> open(host, Outside::answer));
    Stream.of(Misbehaviour.values()).forEach(each -> open(each.host(), each.answering()));
    var listening = listening(settings);
    this.http =
        HttpServer.start(listening, Optional.empty(), this::answer, this::note, settings::really);
    this.https =
        HttpServer.start(
            listening,
            Optional.of(authority.context()),
            this::answer,
            this::note,
            settings::really);
    this.dns = DnsServer.start(book);
  }

  /// Serves `province` with default settings until closed.
  public static LabServer start(Province province) {
    return start(province, LabSettings.defaults());
  }

  /// Serves `province` until closed.
  public static LabServer start(Province province, LabSettings settings) {
    return start(province, settings, new DnsBook());
  }

  /// Serves `province` until closed.
  ///
  /// @param book what else the name server knows, and how it treats questions; what it has on a
  ///   host of the province goes before the province's own addresses
  public static LabServer start(Province province, LabSettings settings, DnsBook book) {
    return new LabServer(province, settings, book, InstantSource.system());
  }

  /// Serves `province` until closed.
  ///
  /// @param clock the time at which the offices that take letters believe themselves to be; pages
  ///   stay dated by the province's reference time
  public static LabServer start(Province province, LabSettings settings, InstantSource clock) {
    return new LabServer(province, settings, new DnsBook(), clock);
  }

  /// What it serves.
  public Province province() {
    return province;
  }

  /// Where port 80 of every simulated host really is.
  public int httpPort() {
    return http.port();
  }

  /// Where port 443 of every simulated host really is.
  public int httpsPort() {
    return https.port();
  }

  /// Its name server, UDP and TCP.
  public InetSocketAddress dns() {
    return dns.address();
  }

  /// What the name server knows; may be written to while it runs.
  public DnsBook book() {
    return book;
  }

  /// The certificate authority of its HTTPS, in PEM.
  public String authority() {
    return authority.pem();
  }

  /// Everything it received over HTTP and HTTPS.
  public Journal journal() {
    return journal;
  }

  /// What it received and no inspection may send, a line each. Who started it and does not allow
  /// for letters hears of these at the latest from [#close].
  public List<String> trespasses() {
    return List.copyOf(trespasses);
  }

  /// From now on letters may be sent here, with the sites' consent: it is for the test to count
  /// them.
  public LabServer takingLetters() {
    letters = true;
    return this;
  }

  /// The letters that were really written to a site whose office takes them, oldest first, those
  /// too that it did not take.
  ///
  /// @param target the site's id
  public List<LabLetter> letters(String target) {
    var site = served.get(target);
    return site == null ? List.of() : site.letters();
  }

  /// Writes registry, network profile, truth and certificate authority into `directory`, which is
  /// made where it is missing.
  public LabFiles write(Path directory) {
    var files =
        new LabFiles(
            directory.resolve("registry.csv"),
            directory.resolve("network.yaml"),
            directory.resolve("truth.jsonl"),
            directory.resolve("ca.pem"),
            directory.resolve("credentials.yaml"));
    try {
      Files.createDirectories(directory);
      Files.writeString(files.registry(), registry());
      Files.writeString(files.network(), profile());
      Files.writeString(files.truth(), truth());
      Files.writeString(files.authority(), authority.pem());
      Files.deleteIfExists(files.credentials());
      Files.createFile(
          files.credentials(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(files.credentials(), credentials());
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot write the laboratory's files", broken);
    }
    return files;
  }

  private String credentials() {
    return province.hosts().stream()
        .map(LabHost::plan)
        .filter(plan -> plan.space().way() != SpaceManner.Way.NONE)
        .map(plan -> {
          var account = Account.of(plan);
          return "'%s': {user: '%s', password: '%s'}\n"
              .formatted(plan.code(), account.user(), account.password());
        })
        .collect(Collectors.joining());
  }

  /// Ends the service.
  ///
  /// @throws IllegalStateException when a site was written to without leave, so that every test
  ///   that visits the laboratory proves that nothing was
  @Override
  public void close() {
    http.close();
    https.close();
    dns.close();
    if (!trespasses.isEmpty()) {
      throw new IllegalStateException("sites were written to: " + String.join(", ", trespasses));
    }
  }

  private void open(LabHost host) {
    var answering = new SiteHost(host.plan(), clock);
    served.put(host.site().id(), answering);
    for (var name : host.hosts()) {
      sites.put(name, host);
      switch (host.plan().door()) {
        case OPEN -> open(name, answering);
        case REFUSED -> addresses.put(name, List.of(NOBODY));
        case NO_NAME -> {}
      }
    }
  }

  /// Hosts of one body share an address, as they share a platform.
  private void open(String host, Answering answering) {
    var labels = host.split("\\.", -1);
    var body = labels[Math.max(0, labels.length - 3)];
    var place = 1 + Math.floorMod(body.hashCode(), settings.addresses());
    hosts.put(host, answering);
    addresses.put(
        host, settings.ipv6() ? List.of("127.0.0." + place, "::1") : List.of("127.0.0." + place));
  }

  private Reply answer(Request request) {
    var host = hosts.get(request.host());
    return host == null
        ? Reply.html(404, "<html><body><h1>No such site</h1></body></html>")
        : host.answer(request);
  }

  private void note(Socket socket, Request request) {
    var entry =
        new Journal.Entry(
            Instant.now(),
            request.secure(),
            socket.getRemoteSocketAddress().toString(),
            socket.getLocalAddress().getHostAddress(),
            request.method(),
            request.host(),
            request.target(),
            request.headers(),
            request.body().length);
    journal.record(entry);
    if (!letters) {
      Trespass.of(entry, Optional.ofNullable(sites.get(entry.host()))).ifPresent(trespasses::add);
    }
  }

  private static List<InetAddress> listening(LabSettings settings) {
    var names = IntStream.rangeClosed(1, settings.addresses()).mapToObj(at -> "127.0.0." + at);
    var all = new ArrayList<InetAddress>();
    for (var name :
        Stream.concat(names, settings.ipv6() ? Stream.of("::1") : Stream.of()).toList()) {
      try {
        all.add(InetAddress.getByName(name));
      } catch (UnknownHostException impossible) {
        throw new UncheckedIOException("an address needs no look-up: " + name, impossible);
      }
    }
    return all;
  }

  private String registry() {
    return province.sites().stream()
        .map(LabServer::row)
        .collect(Collectors.joining("", "code,name,url,organiser,category,region,status\n", ""));
  }

  private static String row(Site site) {
    return String.join(
            ",",
            site.code(),
            site.name(),
            site.url(),
            site.organiser(),
            site.category().id(),
            site.region(),
            "running")
        + "\n";
  }

  private String profile() {
    return """
    dns: 127.0.0.1:%d
    ports: {80: %d, 443: %d}
    allowPrivate: true
    trust: ca.pem
    """
        .formatted(dns().getPort(), httpPort(), httpsPort());
  }

  private String truth() {
    var json = JsonMapper.shared();
    return province.truths().stream()
        .map(truth -> json.writeValueAsString(truth) + "\n")
        .collect(Collectors.joining());
  }
}
