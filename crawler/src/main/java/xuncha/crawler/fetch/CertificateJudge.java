package xuncha.crawler.fetch;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.X509TrustManager;
import xuncha.findings.visit.Failure;
import xuncha.findings.visit.Failure.Kind;

/// Believes what the JDK believes, and where it does not, says precisely why.
final class CertificateJudge implements X509TrustManager {
  /// Authority information access: where a browser fetches an intermediate that was left out.
  private static final String AUTHORITY_ACCESS = "1.3.6.1.5.5.7.1.1";

  private final X509TrustManager jdk;

  CertificateJudge(X509TrustManager jdk) {
    this.jdk = jdk;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    try {
      jdk.checkServerTrusted(chain, authType);
    } catch (CertificateException e) {
      throw new CertificateFault(failure(chain, e), e);
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    jdk.checkClientTrusted(chain, authType);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return jdk.getAcceptedIssuers();
  }

  private static Failure failure(X509Certificate[] chain, CertificateException thrown) {
    var faults = new ArrayList<String>();
    for (var certificate : chain) {
      addDates(certificate, faults);
    }
    var leaf = chain[0];
    if (selfSigned(leaf)) {
      faults.add("self-signed");
    } else if (faults.isEmpty() && leftOut(chain)) {
      // A browser would fetch the missing link of the chain and may well open the page, so this
      // proves nothing about what its visitors see.
      return new Failure(
          Kind.TLS_HANDSHAKE, "incomplete certificate chain: " + issuer(chain[chain.length - 1]));
    } else if (faults.isEmpty()) {
      faults.add("unknown issuer: " + issuer(chain[chain.length - 1]) + ": " + thrown.getMessage());
    }
    return new Failure(Kind.TLS_CERTIFICATE, String.join("; ", faults));
  }

  private static void addDates(X509Certificate certificate, List<String> faults) {
    try {
      certificate.checkValidity();
    } catch (CertificateExpiredException _) {
      faults.add("expired: " + certificate.getNotAfter().toInstant());
    } catch (CertificateNotYetValidException _) {
      faults.add("not yet valid: " + certificate.getNotBefore().toInstant());
    }
  }

  private static boolean leftOut(X509Certificate[] chain) {
    var last = chain[chain.length - 1];
    return !selfSigned(last) && last.getExtensionValue(AUTHORITY_ACCESS) != null;
  }

  private static boolean selfSigned(X509Certificate certificate) {
    if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
      return false;
    }
    try {
      certificate.verify(certificate.getPublicKey());
      return true;
    } catch (GeneralSecurityException _) {
      return false; // signed by a namesake
    }
  }

  private static String issuer(X509Certificate certificate) {
    return certificate.getIssuerX500Principal().getName();
  }
}
