package xuncha.crawler.names;

import java.util.Optional;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import xuncha.findings.visit.DnsFault;

/// What an answer's code and shape say, before its records are followed.
final class ReplyFaults {
  private ReplyFaults() {}

  /// What keeps this message from being an answer with records about `name`.
  static Optional<DnsFault> of(Message message, Name name) {
    return switch (message.getRcode()) {
      case Rcode.NOERROR -> shape(message, name);
      // RFC 6604: with aliases in the answer the code speaks of the last of them
      case Rcode.NXDOMAIN ->
          aliased(message, name) ? Optional.empty() : Optional.of(DnsFault.NXDOMAIN);
      case Rcode.SERVFAIL -> Optional.of(DnsFault.SERVFAIL);
      case Rcode.REFUSED, Rcode.NOTAUTH -> Optional.of(DnsFault.REFUSED);
      default -> Optional.of(DnsFault.OTHER_ERROR);
    };
  }

  private static Optional<DnsFault> shape(Message message, Name name) {
    if (!message.getSection(Section.ANSWER).isEmpty()) {
      return message.getSection(Section.ANSWER).stream()
              .anyMatch(record -> record.getName().equals(name))
          ? Optional.empty()
          : Optional.of(DnsFault.MALFORMED);
    }
    return Optional.of(referral(message) ? DnsFault.LAME : DnsFault.NO_RECORD);
  }

  /// RFC 2308 §2.2: name servers without an SOA are a referral. Whoever was asked to answer and
  /// refers instead does not know the zone.
  private static boolean referral(Message message) {
    var authority = message.getSection(Section.AUTHORITY);
    return !message.getHeader().getFlag(Flags.AA)
        && authority.stream().anyMatch(record -> record.getType() == Type.NS)
        && authority.stream().noneMatch(record -> record.getType() == Type.SOA);
  }

  private static boolean aliased(Message message, Name name) {
    return message.getSection(Section.ANSWER).stream()
        .filter(record -> record.getType() == Type.CNAME)
        .map(Record::getName)
        .anyMatch(name::equals);
  }
}
