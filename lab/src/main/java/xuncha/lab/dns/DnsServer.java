package xuncha.lab.dns;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.xbill.DNS.Message;
import org.xbill.DNS.Type;

/// Answers over UDP and TCP on one port, from a [DnsBook], in the manner that the book asks for,
/// and keeps a journal.
public final class DnsServer implements AutoCloseable {
  private static final int BACKLOG = 200;
  private static final int TRIES_FOR_A_PORT = 50;

  private final DatagramSocket udp;
  private final ServerSocket tcp;
  private final DnsBook book;
  private final DnsAnswers answers;
  private final Queue<DnsAsked> journal = new ConcurrentLinkedQueue<>();
  private final ScheduledThreadPoolExecutor later =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("late dns").factory());

  private DnsServer(DatagramSocket udp, ServerSocket tcp, DnsBook book, boolean authoritative) {
    this.udp = udp;
    this.tcp = tcp;
    this.book = book;
    this.answers = new DnsAnswers(book, authoritative);
  }

  /// A resolver on a free port of 127.0.0.1.
  public static DnsServer start(DnsBook book) {
    return start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), book);
  }

  /// A resolver at `at`; port 0 takes a free one.
  public static DnsServer start(InetSocketAddress at, DnsBook book) {
    return running(at, book, false);
  }

  /// A zone's own server, which answers for what is in the book and does not resolve for others.
  public static DnsServer authoritative(InetSocketAddress at, DnsBook book) {
    return running(at, book, true);
  }

  private static DnsServer running(InetSocketAddress at, DnsBook book, boolean authoritative) {
    var server = bound(at, book, authoritative);
    Thread.ofPlatform().daemon().name("dns udp").start(server::serveUdp);
    Thread.ofPlatform().daemon().name("dns tcp").start(server::serveTcp);
    return server;
  }

  /// UDP and TCP ports are given out apart: with a free one, try until one is free for both.
  private static DnsServer bound(InetSocketAddress at, DnsBook book, boolean authoritative) {
    for (var tries = TRIES_FOR_A_PORT; ; tries--) {
      try {
        var tcp = new ServerSocket(at.getPort(), BACKLOG, at.getAddress());
        try {
          var udp = new DatagramSocket(tcp.getLocalPort(), at.getAddress());
          return new DnsServer(udp, tcp, book, authoritative);
        } catch (IOException taken) {
          tcp.close();
          throw taken;
        }
      } catch (IOException taken) {
        if (tries == 0 || at.getPort() != 0) {
          throw new UncheckedIOException("no name server at " + at, taken);
        }
      }
    }
  }

  /// Where it listens.
  public InetSocketAddress address() {
    return (InetSocketAddress) tcp.getLocalSocketAddress();
  }

  /// Everything asked so far, in order of arrival.
  public List<DnsAsked> journal() {
    return List.copyOf(journal);
  }

  @Override
  public void close() {
    later.shutdownNow();
    udp.close();
    closeQuietly();
  }

  private void closeQuietly() {
    try {
      tcp.close();
    } catch (IOException alreadyGone) {
      throw new UncheckedIOException("closing a listening socket", alreadyGone);
    }
  }

  private void serveUdp() {
    var packet = new DatagramPacket(new byte[65_535], 65_535);
    while (!udp.isClosed()) {
      try {
        packet.setLength(packet.getData().length);
        udp.receive(packet);
        var from = (InetSocketAddress) packet.getSocketAddress();
        var bytes = Arrays.copyOf(packet.getData(), packet.getLength());
        Thread.ofVirtual().start(() -> answerUdp(bytes, from));
      } catch (IOException closed) {
        // the loop's condition decides: closed by us, or a passing fault
      }
    }
  }

  private void answerUdp(byte[] bytes, InetSocketAddress from) {
    try {
      var question = DnsAnswers.question(bytes);
      note(question, from.getAddress(), false);
      for (var answer : answers.packets(question, false)) {
        after(question, () -> udp.send(new DatagramPacket(answer, answer.length, from)));
      }
    } catch (IOException notAQuestion) {
      return; // a server drops what it cannot read
    }
  }

  private void serveTcp() {
    while (!tcp.isClosed()) {
      try {
        var socket = tcp.accept();
        Thread.ofVirtual().start(() -> answerTcp(socket));
      } catch (IOException closed) {
        // the loop's condition decides
      }
    }
  }

  private void answerTcp(Socket socket) {
    try (socket) {
      var in = new DataInputStream(socket.getInputStream());
      var question = DnsAnswers.question(in.readNBytes(in.readUnsignedShort()));
      note(question, socket.getInetAddress(), true);
      for (var answer : answers.packets(question, true)) {
        socket
            .getOutputStream()
            .write(
                ByteBuffer.allocate(answer.length + 2)
                    .putShort((short) answer.length)
                    .put(answer)
                    .array());
      }
    } catch (IOException gone) {
      return; // the asker left, or sent no question
    }
  }

  private void note(Message question, InetAddress from, boolean overTcp) {
    var asked = question.getQuestion();
    var name = asked.getName().toString(true).toLowerCase(Locale.ROOT);
    journal.add(
        new DnsAsked(from, tcp.getInetAddress(), overTcp, name, Type.string(asked.getType())));
  }

  private void after(Message question, Sending sending) throws IOException {
    var asked = question.getQuestion();
    if (book.manner(asked.getName(), asked.getType()) instanceof DnsManner.Late(var by)) {
      var _ = later.schedule(() -> sendQuietly(sending), by.toMillis(), TimeUnit.MILLISECONDS);
    } else {
      sending.send();
    }
  }

  private static void sendQuietly(Sending sending) {
    try {
      sending.send();
    } catch (IOException closed) {
      return; // the server was closed while the answer was under way
    }
  }

  private interface Sending {
    void send() throws IOException;
  }
}
