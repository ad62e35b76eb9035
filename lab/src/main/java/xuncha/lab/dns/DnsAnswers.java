package xuncha.lab.dns;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TextParseException;

/// Questions into the packets that are sent back, in order; none means silence.
final class DnsAnswers {
  private static final long ROOT_TTL = 3600;

  private final DnsBook book;
  private final boolean authoritative;
  private final Map<String, AtomicInteger> times = new ConcurrentHashMap<>();

  DnsAnswers(DnsBook book, boolean authoritative) {
    this.book = book;
    this.authoritative = authoritative;
  }

  List<byte[]> packets(Message question, boolean tcp) {
    var asked = question.getQuestion();
    return switch (book.manner(asked.getName(), asked.getType())) {
      case DnsManner.Honest _ -> whole(honest(question, false));
      case DnsManner.Late _ -> whole(honest(question, false));
      case DnsManner.OneAliasAtATime _ -> whole(honest(question, true));
      case DnsManner.Code(var rcode, var limit) ->
          count(asked) <= limit ? whole(code(question, rcode)) : whole(honest(question, false));
      case DnsManner.Mute _ -> List.of();
      case DnsManner.CutUnlessTcp _ ->
          tcp ? whole(honest(question, false)) : List.of(cut(honest(question, false)));
      case DnsManner.OnlyOverTcp _ ->
          tcp ? whole(honest(question, false)) : List.of(cut(code(question, Rcode.NOERROR)));
      case DnsManner.CutAndNoTcp _ -> tcp ? List.of() : List.of(cut(code(question, Rcode.NOERROR)));
      case DnsManner.Capitals _ -> whole(capitals(honest(question, false)));
      case DnsManner.Forged _ ->
          List.of(wrongId(code(question, Rcode.NXDOMAIN)), honest(question, false).toWire());
      case DnsManner.WrongId _ -> List.of(wrongId(honest(question, false)));
      case DnsManner.Garbage _ -> List.of(garbage(question));
      case DnsManner.Lame _ -> whole(lame(question));
      case DnsManner.Antique _ ->
          whole(
              question.getOPT() == null ? honest(question, false) : code(question, Rcode.FORMERR));
    };
  }

  private int count(Record asked) {
    var key = asked.getName() + " " + asked.getType();
    return times.computeIfAbsent(key, none -> new AtomicInteger()).incrementAndGet();
  }

  private static List<byte[]> whole(Message message) {
    return List.of(message.toWire());
  }

  private Message honest(Message question, boolean oneAliasAtATime) {
    var asked = question.getQuestion();
    var end = oneAliasAtATime ? asked.getName() : book.end(asked.getName());
    var known = book.records(end).isPresent();
    var answer = code(question, known ? Rcode.NOERROR : Rcode.NXDOMAIN);
    var chain = book.chain(asked.getName(), asked.getType(), oneAliasAtATime);
    chain.forEach(record -> answer.addRecord(record, Section.ANSWER));
    var complete = chain.stream().anyMatch(record -> record.getType() == asked.getType());
    if (!complete && !oneAliasAtATime) {
      book.authority(end).ifPresent(soa -> answer.addRecord(soa, Section.AUTHORITY));
    }
    return answer;
  }

  private Message code(Message question, int rcode) {
    var answer = new Message(question.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    if (question.getHeader().getFlag(Flags.RD)) {
      answer.getHeader().setFlag(Flags.RD);
    }
    answer.getHeader().setFlag(authoritative ? Flags.AA : Flags.RA);
    answer.getHeader().setRcode(rcode);
    answer.addRecord(question.getQuestion(), Section.QUESTION);
    return answer;
  }

  private Message lame(Message question) {
    var answer = code(question, Rcode.NOERROR);
    answer.getHeader().unsetFlag(Flags.AA);
    answer.getHeader().unsetFlag(Flags.RA);
    answer.addRecord(
        new NSRecord(Name.root, DClass.IN, ROOT_TTL, capital("a.root-servers.net.", false)),
        Section.AUTHORITY);
    return answer;
  }

  private static byte[] cut(Message message) {
    message.removeAllRecords(Section.ANSWER);
    message.getHeader().setFlag(Flags.TC);
    return message.toWire();
  }

  private static byte[] wrongId(Message message) {
    message.getHeader().setID(message.getHeader().getID() ^ 0x5555);
    return message.toWire();
  }

  /// A header that announces a record, and bytes that are none.
  private byte[] garbage(Message question) {
    var message = code(question, Rcode.NOERROR).toWire();
    message[7] = 1;
    return message;
  }

  private static Message capitals(Message message) {
    var loud = new Message(message.getHeader().getID());
    loud.setHeader(message.getHeader().clone());
    for (var section : new int[] {Section.QUESTION, Section.ANSWER, Section.AUTHORITY}) {
      loud.removeAllRecords(section);
      message.getSection(section).forEach(record -> loud.addRecord(capital(record), section));
    }
    return loud;
  }

  private static Record capital(Record record) {
    var name = capital(record.getName().toString(), true);
    return switch (record) {
      case CNAMERecord alias ->
          new CNAMERecord(
              name, DClass.IN, alias.getTTL(), capital(alias.getTarget().toString(), true));
      case ARecord a -> new ARecord(name, DClass.IN, a.getTTL(), a.getAddress());
      case AAAARecord aaaa ->
          new AAAARecord(name, DClass.IN, aaaa.getTTL(), aaaa.rdataToWireCanonical());
      default ->
          record.getTTL() == 0 && record.rdataToWireCanonical().length == 0
              ? Record.newRecord(name, record.getType(), DClass.IN)
              : record;
    };
  }

  private static Name capital(String name, boolean loud) {
    try {
      return Name.fromString(loud ? name.toUpperCase(Locale.ROOT) : name);
    } catch (TextParseException bug) {
      throw new IllegalStateException(name, bug);
    }
  }

  /// The question in these bytes.
  ///
  /// @throws IOException when they are none
  static Message question(byte[] bytes) throws IOException {
    var message = new Message(bytes);
    if (message.getQuestion() == null) {
      throw new IOException("a message without question");
    }
    return message;
  }
}
