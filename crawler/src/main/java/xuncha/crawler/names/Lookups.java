package xuncha.crawler.names;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.xbill.DNS.Name;
import xuncha.crawler.names.DnsClient.Question;
import xuncha.findings.visit.DnsFault;
import xuncha.findings.visit.DnsQuery;

/// Every question of a run, put once however many ask it at the same time, to one resolver after
/// another until one answers.
final class Lookups {
  /// From the most telling fault to the least: what is reported when no server answers.
  private static final List<DnsFault> TELLING =
      List.of(
          DnsFault.LAME,
          DnsFault.SERVFAIL,
          DnsFault.REFUSED,
          DnsFault.OTHER_ERROR,
          DnsFault.TRUNCATED,
          DnsFault.MALFORMED,
          DnsFault.TIMEOUT,
          DnsFault.UNREACHABLE);

  private final DnsClient client;
  private final List<InetSocketAddress> servers;
  private final List<Duration> patience;
  private final Map<Asked, FutureTask<Reply>> replies = new ConcurrentHashMap<>();

  /// Whoever answered last is asked first: a dead resolver costs its time-out only now and then.
  private volatile int preferred;

  Lookups(DnsClient client, List<InetSocketAddress> servers, ResolverSettings settings) {
    this.client = client;
    this.servers = List.copyOf(servers);
    this.patience = settings.patience();
  }

  private record Asked(Name name, int type) {}

  /// The answer to (name, type): from memory, or from the first server that gives one.
  Reply ask(Name name, int type) {
    var task =
        replies.computeIfAbsent(
            new Asked(name, type),
            key -> {
              var fresh = new FutureTask<>(() -> ofServers(name, type));
              // on a thread of its own: a visit that is stopped must not spoil what others wait for
              Thread.ofVirtual().name("dns " + name).start(fresh);
              return fresh;
            });
    try {
      return task.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Reply.failed(DnsFault.TIMEOUT, List.of());
    } catch (ExecutionException bug) {
      throw new IllegalStateException("looking up " + name, bug.getCause());
    }
  }

  private Reply ofServers(Name name, int type) {
    var told = new ArrayList<DnsQuery>();
    var faults = new LinkedHashSet<DnsFault>();
    for (var round = 0; round < patience.size(); round++) {
      // the last round goes without EDNS: some paths swallow it
      var extended = round == 0 || round < patience.size() - 1;
      var question = new Question(name, type, true, extended);
      for (var turn = 0; turn < servers.size(); turn++) {
        var which = (preferred + turn) % servers.size();
        var reply = client.ask(servers.get(which), question, patience.get(round));
        told.addAll(reply.transcript());
        if (reply.answered()) {
          var sure = reply.fault().isEmpty() ? reply : confirmed(reply, question, which, told);
          preferred = which;
          return new Reply(sure.message(), sure.fault(), told);
        }
        reply.fault().ifPresent(faults::add);
      }
    }
    return Reply.failed(mostTelling(faults), told);
  }

  /// A denial is an accusation: where there is a second resolver it must not know better. A second
  /// resolver that cannot be heard changes nothing.
  private Reply confirmed(Reply denial, Question question, int denier, List<DnsQuery> told) {
    if (servers.size() < 2) {
      return denial;
    }
    var second = servers.get((denier + 1) % servers.size());
    var other = client.ask(second, question, patience.getFirst());
    told.addAll(other.transcript());
    return other.answered() && other.fault().isEmpty() ? other : denial;
  }

  private static DnsFault mostTelling(Set<DnsFault> faults) {
    return faults.stream()
        .min(Comparator.comparingInt(TELLING::indexOf))
        .orElse(DnsFault.UNREACHABLE);
  }
}
