package xuncha.crawler.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import xuncha.crawler.names.BadProfileException;

/// Whom we believe: the JDK's certificate authorities and the profile's own.
final class Trust {
  private final CertificateJudge judge;
  private final SSLSocketFactory sockets;

  private Trust(CertificateJudge judge, SSLSocketFactory sockets) {
    this.judge = judge;
    this.sockets = sockets;
  }

  /// Reads the profile's authorities.
  ///
  /// @throws BadProfileException when the file cannot be read or holds no certificates
  /// @throws IllegalStateException when the JDK has no TLS
  static Trust of(Optional<Path> extra) {
    try {
      var roots = new ArrayList<>(List.of(manager(null).getAcceptedIssuers()));
      if (extra.isPresent()) {
        roots.addAll(certificates(extra.get()));
      }
      var judge = new CertificateJudge(manager(store(roots)));
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {judge}, null);
      return new Trust(judge, context.getSocketFactory());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("no certificate authorities: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("certificate authorities: " + extra, e);
    }
  }

  X509TrustManager judge() {
    return judge;
  }

  SSLSocketFactory sockets() {
    return sockets;
  }

  private static List<X509Certificate> certificates(Path pem) throws CertificateException {
    var factory = CertificateFactory.getInstance("X.509");
    try (var in = Files.newInputStream(pem)) {
      var found =
          factory.generateCertificates(in).stream().map(X509Certificate.class::cast).toList();
      if (found.isEmpty()) {
        throw refused(pem, "it is empty");
      }
      return found;
    } catch (CertificateException noneOfIts) {
      throw refused(pem, "it begins with -----BEGIN CERTIFICATE----- where it is one");
    } catch (IOException unreadable) {
      throw refused(pem, "it cannot be read");
    }
  }

  private static BadProfileException refused(Path pem, String why) {
    return new BadProfileException(List.of(pem + ": trust: no certificate in it: " + why));
  }

  private static KeyStore store(List<X509Certificate> roots)
      throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    for (var i = 0; i < roots.size(); i++) {
      store.setCertificateEntry("root-" + i, roots.get(i));
    }
    return store;
  }

  /// @param store null for the JDK's own authorities
  private static X509TrustManager manager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    for (var manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager found) {
        return found;
      }
    }
    throw new GeneralSecurityException("the JDK has no X.509 trust manager");
  }
}
