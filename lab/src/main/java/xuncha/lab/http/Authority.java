package xuncha.lab.http;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedKeyManager;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/// A certificate authority that vouches for every host it is asked about.
public final class Authority {
  private static final X500Name NAME = new X500Name("CN=xuncha laboratory");
  private static final Duration LIFE = Duration.ofDays(30);

  private final KeyPair keys;
  private final KeyPair hostKeys;
  private final X509Certificate certificate;
  private final AtomicLong serial = new AtomicLong(1);
  private final Map<String, X509Certificate> hosts = new ConcurrentHashMap<>();

  private Authority(KeyPair keys, KeyPair hostKeys) {
    this.keys = keys;
    this.hostKeys = hostKeys;
    this.certificate = sign(NAME, keys, "", Instant.now().plus(LIFE));
  }

  /// A fresh authority; its keys live as long as it does.
  public static Authority fresh() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return new Authority(generator.generateKeyPair(), generator.generateKeyPair());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has elliptic curves", impossible);
    }
  }

  /// Its certificate in PEM.
  public String pem() {
    var text = new StringWriter();
    try (var pem = new JcaPEMWriter(text)) {
      pem.writeObject(certificate);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return text.toString();
  }

  /// Serves TLS with a certificate for whatever host the client names.
  public SSLContext context() {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(new X509ExtendedKeyManager[] {new ByName()}, null, null);
      return context;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has TLS", impossible);
    }
  }

  private X509Certificate certificateOf(String host) {
    return hosts.computeIfAbsent(
        host, each -> sign(new X500Name("CN=" + each), hostKeys, each, Instant.now().plus(LIFE)));
  }

  private X509Certificate sign(X500Name subject, KeyPair subjectKeys, String host, Instant until) {
    try {
      var builder =
          new JcaX509v3CertificateBuilder(
              NAME,
              BigInteger.valueOf(serial.getAndIncrement()),
              Date.from(Instant.now().minus(Duration.ofDays(1))),
              Date.from(until),
              subject,
              subjectKeys.getPublic());
      if (host.isEmpty()) {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
      } else {
        builder.addExtension(
            Extension.subjectAlternativeName,
            false,
            new GeneralNames(new GeneralName(GeneralName.dNSName, host)));
      }
      var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
      return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    } catch (OperatorCreationException | GeneralSecurityException | IOException broken) {
      throw new IllegalStateException("cannot sign a certificate for " + subject, broken);
    }
  }

  /// Takes the host's name for the alias of its certificate.
  private final class ByName extends X509ExtendedKeyManager {
    @Override
    public @Nullable String chooseServerAlias(
        String keyType, Principal @Nullable [] issuers, Socket socket) {
      return keyType.startsWith("EC") ? named(((SSLSocket) socket).getHandshakeSession()) : null;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
        String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
      return keyType.startsWith("EC") ? named(engine.getHandshakeSession()) : null;
    }

    private static String named(javax.net.ssl.SSLSession session) {
      return ((ExtendedSSLSession) session)
          .getRequestedServerNames().stream()
              .filter(SNIHostName.class::isInstance)
              .map(name -> ((SNIHostName) name).getAsciiName())
              .findFirst()
              .orElse("localhost");
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
      return new X509Certificate[] {certificateOf(alias), certificate};
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
      return hostKeys.getPrivate();
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
      return null;
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
      return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
        String[] keyTypes, Principal @Nullable [] issuers, Socket socket) {
      return null;
    }
  }
}
