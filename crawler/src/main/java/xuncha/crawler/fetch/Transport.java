package xuncha.crawler.fetch;

/// Makes one request and tells what became of it. Live over the network, or from an archive: nobody
/// behind this interface can tell which.
@FunctionalInterface
public interface Transport {
  /// One hop. Blocks (on a virtual thread) until answered, failed or out of time; never throws for
  /// anything the other side does.
  Exchange exchange(Ask ask);
}
