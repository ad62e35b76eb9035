package xuncha.crawler.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.Message;
import xuncha.findings.visit.DnsFault;
import xuncha.findings.visit.DnsQuery;

/// What one server, or one after another, had to say to one question.
///
/// @param message the answer; empty when there was none that could be used
/// @param fault why there is none, or what is wrong with it; empty when it is a sound answer with
///   records of some sort
/// @param transcript every query made
record Reply(Optional<Message> message, Optional<DnsFault> fault, List<DnsQuery> transcript) {
  Reply {
    transcript = List.copyOf(transcript);
  }

  static Reply failed(DnsFault fault, List<DnsQuery> transcript) {
    return new Reply(Optional.empty(), Optional.of(fault), transcript);
  }

  /// Whether it tells something about the name, be it that there is nothing.
  boolean answered() {
    return fault.map(DnsFault::answered).orElse(true);
  }

  /// The same with the queries that went before.
  Reply after(List<DnsQuery> earlier) {
    var all = new ArrayList<>(earlier);
    all.addAll(transcript);
    return new Reply(message, fault, all);
  }
}
