package xuncha.crawler.fetch;

import java.io.IOException;
import java.io.Serial;
import xuncha.findings.visit.Failure;

/// Carries a failure of ours through OkHttp.
final class Refusal extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // never serialised: it is unpacked a few calls up
  private final Failure why;

  Refusal(Failure why) {
    super(why.kind().id() + ": " + why.detail());
    this.why = why;
  }

  Failure why() {
    return why;
  }
}
