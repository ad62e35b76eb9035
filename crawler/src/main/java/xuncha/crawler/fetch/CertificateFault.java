package xuncha.crawler.fetch;

import java.io.Serial;
import java.security.cert.CertificateException;
import xuncha.findings.visit.Failure;

/// Carries what is wrong with a certificate out of the handshake.
final class CertificateFault extends CertificateException {
  @Serial private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // never serialised: it is unpacked a few calls up
  private final Failure why;

  CertificateFault(Failure why, CertificateException cause) {
    super(why.detail(), cause);
    this.why = why;
  }

  Failure why() {
    return why;
  }
}
