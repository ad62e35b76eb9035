package xuncha.findings.visit;

import java.time.Instant;
import java.util.List;

/// One question put to one DNS server, and what came back: a line of the DNS transcript.
///
/// @param at when it was sent
/// @param server whom it was sent to, `address:port`
/// @param transport how
/// @param name the name asked for, as sent
/// @param type the record type asked for, `AAAA`
/// @param tookMs until the answer or the time-out, milliseconds
/// @param status the answer's code (`NOERROR`, `NXDOMAIN` …), or why there is none (`TIMEOUT`,
///   `UNREACHABLE`, `MALFORMED`)
/// @param flags the answer's header flags, `aa`, `tc`, `ra` …
/// @param answers the answer section, one record a line in master file format
/// @param authority the authority section, likewise
/// @param notes what was odd: answers with a wrong id that were ignored, a name echoed in another
///   case
public record DnsQuery(
    Instant at,
    String server,
    Transport transport,
    String name,
    String type,
    long tookMs,
    String status,
    List<String> flags,
    List<String> answers,
    List<String> authority,
    List<String> notes) {
  /// How a question travels.
  public enum Transport {
    UDP,
    TCP
  }

  public DnsQuery {
    flags = List.copyOf(flags);
    answers = List.copyOf(answers);
    authority = List.copyOf(authority);
    notes = List.copyOf(notes);
  }
}
