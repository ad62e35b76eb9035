package xuncha.crawler.names;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
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
/// another until one answers. A denial is not kept: whoever tries a second time asks anew.
final class Lookups {
  /// From the most telling fault to the least: what is reported when no server answers.
  private static final List<DnsFault> TELLING =
      List.of(
          DnsFault.LAME,
          DnsFault.SERVFAIL,
          DnsFault.REFUSED,
          DnsFault.OTHER_ERROR,
          DnsFault.DENIES_ALL,
          DnsFault.TRUNCATED,
          DnsFault.MALFORMED,
          DnsFault.TIMEOUT,
          DnsFault.UNREACHABLE);

  private final DnsClient client;
  private final List<InetSocketAddress> servers;
  private final List<Duration> patience;
  private final Credence credence;
  private final Map<Asked, FutureTask<Reply>> replies = new ConcurrentHashMap<>();

  /// Whoever answered last is asked first: a dead resolver costs its time-out only now and then.
  private volatile int preferred;

  Lookups(InstantSource clock, List<InetSocketAddress> servers, ResolverSettings settings) {
    this.client = new DnsClient(clock);
    this.servers = List.copyOf(servers);
    this.patience = settings.patience();
    this.credence = new Credence(client, clock, patience.getFirst());
  }

  private record Asked(Name name, int type) {}

  /// The answer to (name, type): from memory, or from the first server that gives one.
  Reply ask(Name name, int type) {
    var asked = new Asked(name, type);
    var task =
        replies.computeIfAbsent(
            asked,
            key -> {
              var fresh = new FutureTask<>(() -> ofServers(name, type));
              // on a thread of its own: a visit that is stopped must not spoil what others wait for
              Thread.ofVirtual().name("dns " + name).start(fresh);
              return fresh;
            });
    try {
      var reply = task.get();
      if (reply.fault().filter(DnsFault::answered).isPresent()) {
        replies.remove(asked, task);
      }
      return reply;
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
        var sure = sure(reply, question, which, told);
        if (sure.answered()) {
          preferred = which;
          return new Reply(sure.message(), sure.fault(), told);
        }
        sure.fault().ifPresent(faults::add);
      }
    }
    return Reply.failed(mostTelling(faults), told);
  }

  /// The reply, if it is one to rely on. A denial is an accusation: where there is a second
  /// resolver it must not know better, and one of those that deny must be known to see the outside.
  /// A second resolver that cannot be heard changes nothing.
  private Reply sure(Reply reply, Question question, int from, List<DnsQuery> told) {
    if (!reply.answered()) {
      return reply;
    }
    if (reply.fault().isEmpty()) {
      credence.found(servers.get(from));
      return reply;
    }
    if (servers.size() > 1) {
      var second = servers.get((from + 1) % servers.size());
      var other = client.ask(second, question, patience.getFirst());
      told.addAll(other.transcript());
      if (other.answered() && other.fault().isEmpty()) {
        credence.found(second);
        return other;
      }
      if (other.answered() && credence.believes(second, other, question.name(), told)) {
        return other;
      }
    }
    return credence.believes(servers.get(from), reply, question.name(), told)
        ? reply
        : Reply.failed(DnsFault.DENIES_ALL, List.of());
  }

  private static DnsFault mostTelling(Set<DnsFault> faults) {
    return faults.stream()
        .min(Comparator.comparingInt(TELLING::indexOf))
        .orElse(DnsFault.UNREACHABLE);
  }
}
