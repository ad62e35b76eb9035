package xuncha.crawler.names;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import xuncha.findings.visit.DnsFault;
import xuncha.findings.visit.DnsQuery;
import xuncha.findings.visit.DnsQuery.Transport;

/// Puts one question to one server: UDP, then TCP when the answer is cut. dnsjava makes and reads
/// the messages; the sockets are ours, so that every packet can be told and every wait is bounded.
///
/// Names go out in lower case. Mixing their case (0x20) would make forging harder, but servers that
/// compare letters exactly would then deny names that exist, and we would pass the denial on as an
/// accusation. Every query has its own port and random id instead.
final class DnsClient {
  /// DNS flag day 2020: fits every path's packets.
  private static final int UDP_PAYLOAD = 1232;

  private static final int MAX_DATAGRAM = 65_535;
  private static final int HEADER_BYTES = 12;
  private static final int FLAGS_AT = 2;
  private static final int TRUNCATED_BIT = 0x02;
  private static final int RESPONSE_BIT = 0x80;
  private static final long MILLION = 1_000_000;

  private final InstantSource clock;

  DnsClient(InstantSource clock) {
    this.clock = clock;
  }

  /// What `server` answers within `patience` by UDP and, if need be, once more by TCP.
  Reply ask(InetSocketAddress server, Question question, Duration patience) {
    var udp = send(Transport.UDP, server, question, patience);
    if (udp.cut()) {
      var tcp = send(Transport.TCP, server, question, patience);
      var reply = tcp.reply(question).after(List.of(udp.query()));
      return reply.message().isPresent() || reply.answered()
          ? reply
          : Reply.failed(DnsFault.TRUNCATED, reply.transcript());
    }
    var reply = udp.reply(question);
    return question.extended() && dislikesExtensions(udp)
        ? ask(server, question.plain(), patience).after(reply.transcript())
        : reply;
  }

  /// One question.
  ///
  /// @param extended whether it carries EDNS, which old servers may not understand
  record Question(Name name, int type, boolean recurse, boolean extended) {
    Question plain() {
      return new Question(name, type, recurse, false);
    }

    Message message() {
      var message = Message.newQuery(Record.newRecord(name, type, DClass.IN));
      if (!recurse) {
        message.getHeader().unsetFlag(Flags.RD);
      }
      if (extended) {
        message.addRecord(new OPTRecord(UDP_PAYLOAD, 0, 0), Section.ADDITIONAL);
      }
      return message;
    }
  }

  private static boolean dislikesExtensions(Heard heard) {
    return heard
        .message()
        .map(Message::getRcode)
        .filter(code -> code == Rcode.FORMERR || code == Rcode.NOTIMP || code == Rcode.BADVERS)
        .isPresent();
  }

  /// What was heard of one packet sent.
  private record Heard(
      DnsQuery query, Optional<Message> message, Optional<DnsFault> silence, boolean cut) {
    Reply reply(Question question) {
      return silence
          .map(fault -> Reply.failed(fault, List.of(query)))
          .orElseGet(() ->
              new Reply(
                  message,
                  message.flatMap(one -> ReplyFaults.of(one, question.name())),
                  List.of(query)));
    }
  }

  private Heard send(
      Transport transport, InetSocketAddress server, Question question, Duration patience) {
    var asked = question.message();
    var notes = new ArrayList<String>();
    var at = clock.instant();
    var begun = System.nanoTime();
    var deadline = begun + patience.toNanos();
    Optional<Message> message = Optional.empty();
    Optional<DnsFault> silence = Optional.empty();
    var cut = false;
    try {
      var bytes =
          transport == Transport.UDP
              ? overUdp(server, asked, deadline, notes)
              : overTcp(server, asked, deadline, notes);
      cut = transport == Transport.UDP && (bytes[FLAGS_AT] & TRUNCATED_BIT) != 0;
      if (!cut) {
        message = Optional.of(new Message(bytes));
      }
    } catch (SocketTimeoutException late) {
      silence = Optional.of(DnsFault.TIMEOUT);
    } catch (PortUnreachableException | java.net.ConnectException nobody) {
      silence = Optional.of(DnsFault.UNREACHABLE);
    } catch (org.xbill.DNS.WireParseException broken) {
      notes.add("unparseable: " + broken.getMessage());
      silence = Optional.of(DnsFault.MALFORMED);
    } catch (InterruptedIOException stopped) {
      Thread.currentThread().interrupt();
      silence = Optional.of(DnsFault.TIMEOUT);
    } catch (IOException broken) {
      notes.add(broken.getClass().getSimpleName() + ": " + broken.getMessage());
      silence = Optional.of(DnsFault.UNREACHABLE);
    }
    var tookMs = (System.nanoTime() - begun) / MILLION;
    return new Heard(
        told(at, server, transport, question, tookMs, message, silence, cut, notes),
        message,
        silence,
        cut);
  }

  private static byte[] overUdp(
      InetSocketAddress server, Message asked, long deadline, List<String> notes)
      throws IOException {
    try (var socket = new DatagramSocket()) {
      socket.connect(server);
      var wire = asked.toWire();
      socket.send(new DatagramPacket(wire, wire.length));
      var packet = new DatagramPacket(new byte[MAX_DATAGRAM], MAX_DATAGRAM);
      while (true) {
        socket.setSoTimeout(millisUntil(deadline));
        packet.setLength(MAX_DATAGRAM);
        socket.receive(packet);
        var bytes = Arrays.copyOf(packet.getData(), packet.getLength());
        var oddity = oddity(bytes, asked);
        if (oddity.isEmpty()) {
          noteCase(bytes, asked, notes);
          return bytes;
        }
        notes.add("ignored: " + oddity.get());
      }
    }
  }

  private static byte[] overTcp(
      InetSocketAddress server, Message asked, long deadline, List<String> notes)
      throws IOException {
    try (var socket = new Socket()) {
      socket.connect(server, millisUntil(deadline));
      var wire = asked.toWire();
      socket
          .getOutputStream()
          .write(
              ByteBuffer.allocate(wire.length + 2).putShort((short) wire.length).put(wire).array());
      var bytes = new byte[readFully(socket, new byte[2], deadline).getShort() & 0xffff];
      readFully(socket, bytes, deadline);
      var oddity = oddity(bytes, asked);
      if (oddity.isPresent()) {
        throw new org.xbill.DNS.WireParseException(oddity.get());
      }
      noteCase(bytes, asked, notes);
      return bytes;
    }
  }

  private static ByteBuffer readFully(Socket socket, byte[] into, long deadline)
      throws IOException {
    var in = new DataInputStream(socket.getInputStream());
    for (var have = 0; have < into.length; ) {
      socket.setSoTimeout(millisUntil(deadline));
      var more = in.read(into, have, into.length - have);
      if (more < 0) {
        throw new org.xbill.DNS.WireParseException("closed after " + have + " bytes");
      }
      have += more;
    }
    return ByteBuffer.wrap(into);
  }

  /// Why these bytes are no answer to this question; a forger's packet must not count as one.
  private static Optional<String> oddity(byte[] bytes, Message asked) {
    if (bytes.length < HEADER_BYTES) {
      return Optional.of(bytes.length + " bytes");
    }
    var id = ByteBuffer.wrap(bytes).getShort() & 0xffff;
    if (id != asked.getHeader().getID()) {
      return Optional.of("an answer with a wrong id");
    }
    if ((bytes[FLAGS_AT] & RESPONSE_BIT) == 0) {
      return Optional.of("a question");
    }
    return question(bytes)
        .filter(echoed ->
            !echoed.getName().equals(asked.getQuestion().getName())
                || echoed.getType() != asked.getQuestion().getType())
        .map(echoed -> "an answer about " + echoed.getName() + " " + Type.string(echoed.getType()));
  }

  /// Letters' case means nothing in DNS (RFC 4343), but a server that changes it is worth a note.
  private static void noteCase(byte[] bytes, Message asked, List<String> notes) {
    question(bytes)
        .filter(
            echoed -> !echoed.getName().toString().equals(asked.getQuestion().getName().toString()))
        .ifPresent(echoed -> notes.add("name echoed in another case: " + echoed.getName()));
  }

  /// The question as the answer repeats it; empty when it does not, as some errors do not.
  private static Optional<Record> question(byte[] bytes) {
    try {
      var header = new Header(Arrays.copyOf(bytes, HEADER_BYTES));
      if (header.getCount(Section.QUESTION) == 0) {
        return Optional.empty();
      }
      var input = new org.xbill.DNS.DNSInput(bytes);
      input.jump(HEADER_BYTES);
      return Optional.of(Record.newRecord(new Name(input), input.readU16(), input.readU16()));
    } catch (IOException broken) {
      return Optional.empty(); // reading the whole message will say what is wrong with it
    }
  }

  private static int millisUntil(long deadline) throws SocketTimeoutException {
    var left = (deadline - System.nanoTime()) / MILLION;
    if (left <= 0) {
      throw new SocketTimeoutException("out of patience");
    }
    return (int) Math.min(left, Integer.MAX_VALUE);
  }

  private static DnsQuery told(
      Instant at,
      InetSocketAddress server,
      Transport transport,
      Question question,
      long tookMs,
      Optional<Message> message,
      Optional<DnsFault> silence,
      boolean cut,
      List<String> notes) {
    var status =
        cut
            ? "TRUNCATED"
            : silence
                .map(fault -> fault.id().toUpperCase(Locale.ROOT))
                .orElseGet(() -> message.map(one -> Rcode.string(one.getRcode())).orElse(""));
    return new DnsQuery(
        at,
        written(server),
        transport,
        question.name().toString(true),
        Type.string(question.type()),
        tookMs,
        status,
        cut ? List.of("tc") : message.map(DnsClient::flags).orElse(List.of()),
        section(message, Section.ANSWER),
        section(message, Section.AUTHORITY),
        notes);
  }

  private static String written(InetSocketAddress server) {
    var address = IpLiteral.text(server.getAddress());
    return (address.indexOf(':') < 0 ? address : "[" + address + "]") + ":" + server.getPort();
  }

  private static List<String> flags(Message message) {
    var flags = message.getHeader().printFlags().strip();
    return flags.isEmpty() ? List.of() : List.of(flags.split(" "));
  }

  private static List<String> section(Optional<Message> message, int section) {
    return message.map(one -> one.getSection(section)).orElse(List.of()).stream()
        .map(record -> record.toString().replaceAll("\\s+", " "))
        .toList();
  }
}
