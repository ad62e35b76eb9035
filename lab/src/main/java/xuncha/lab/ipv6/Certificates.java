package xuncha.lab.ipv6;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Random;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate authority of the laboratory's own, and what it signs.
final class Certificates {
  /// What is wrong with a certificate.
  enum Kind {
    GOOD,
    EXPIRED,
    FOR_ANOTHER_NAME
  }

  private static final X500Name AUTHORITY = new X500Name("CN=Laboratory authority");
  private static final Duration YEAR = Duration.ofDays(365);

  private final KeyPair keys = pair();
  private final X509Certificate root;
  private final Random serials = new Random(7);

  Certificates() {
    root = signed(AUTHORITY, keys, Instant.now().minus(YEAR), Instant.now().plus(YEAR), "", true);
  }

  /// Writes the authority's own certificate as PEM.
  void writeRoot(Path pem) {
    try {
      var body = Base64.getMimeEncoder().encodeToString(root.getEncoded());
      Files.writeString(
          pem, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    } catch (IOException unwritable) {
      throw new UncheckedIOException("writing " + pem, unwritable);
    } catch (GeneralSecurityException bug) {
      throw new IllegalStateException("encoding our own certificate", bug);
    }
  }

  /// TLS as the server for `host`, with a certificate of that kind.
  SSLContext server(String host, Kind kind) {
    try {
      var own = pair();
      var until =
          kind == Kind.EXPIRED ? Instant.now().minus(Duration.ofDays(3)) : Instant.now().plus(YEAR);
      var name = kind == Kind.FOR_ANOTHER_NAME ? "other." + host : host;
      var leaf =
          signed(new X500Name("CN=" + name), own, Instant.now().minus(YEAR), until, name, false);
      var store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      var password = "lab".toCharArray();
      store.setKeyEntry("leaf", own.getPrivate(), password, new X509Certificate[] {leaf, root});
      var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, password);
      var context = SSLContext.getInstance("TLS");
      context.init(factory.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException bug) {
      throw new IllegalStateException("no TLS for " + host, bug);
    }
  }

  private X509Certificate signed(
      X500Name subject, KeyPair own, Instant from, Instant until, String host, boolean authority) {
    try {
      var builder =
          new JcaX509v3CertificateBuilder(
              AUTHORITY,
              BigInteger.valueOf(authority ? 1 : serials.nextLong(2, Long.MAX_VALUE)),
              Date.from(from),
              Date.from(until),
              subject,
              own.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
      if (!host.isEmpty()) {
        builder.addExtension(
            Extension.subjectAlternativeName,
            false,
            new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
      }
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    } catch (GeneralSecurityException | IOException | OperatorCreationException bug) {
      throw new IllegalStateException("signing a certificate", bug);
    }
  }

  private static KeyPair pair() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException bug) {
      throw new IllegalStateException("every JDK makes EC keys", bug);
    }
  }
}
