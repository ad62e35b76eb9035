package xuncha.crawler.fetch;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A certificate authority for tests, and the certificates that it gives out.
final class Authority {
  private final X500Name name;
  private final KeyPair keys;
  private final X509Certificate certificate;

  private Authority(X500Name name, KeyPair keys, X509Certificate certificate) {
    this.name = name;
    this.keys = keys;
    this.certificate = certificate;
  }

  /// A certificate with its key, and how to serve it.
  record Identity(X509Certificate certificate, KeyPair keys) {
    ServerSocketFactory sockets() {
      try {
        var password = new char[0];
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", keys.getPrivate(), password, new X509Certificate[] {certificate});
        var managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(store, password);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getServerSocketFactory();
      } catch (GeneralSecurityException | IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  static Authority named(String name) {
    var keys = keys();
    var root = new X500Name("CN=" + name);
    return new Authority(root, keys, new Paper(root, root, keys, keys).authority().sign());
  }

  static Identity selfSigned(String host) {
    var keys = keys();
    var name = new X500Name("CN=" + host);
    return new Identity(new Paper(name, name, keys, keys).host(host).sign(), keys);
  }

  Authority intermediate(String name) {
    var own = keys();
    var subject = new X500Name("CN=" + name);
    var paper = new Paper(this.name, subject, own, keys).authority().sign();
    return new Authority(subject, own, paper);
  }

  Identity issue(String host) {
    return issue(host, -1, 30);
  }

  /// @param from days from now
  /// @param until days from now
  Identity issue(String host, int from, int until) {
    var own = keys();
    var paper = new Paper(name, new X500Name("CN=" + host), own, keys);
    return new Identity(paper.host(host).valid(from, until).sign(), own);
  }

  /// With the address where the issuer's own certificate can be fetched.
  Identity issueNamingItsIssuer(String host) {
    var own = keys();
    var paper = new Paper(name, new X500Name("CN=" + host), own, keys);
    return new Identity(paper.host(host).namingItsIssuer().sign(), own);
  }

  Path writeTo(Path pem) throws IOException {
    try {
      var text = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
      return Files.writeString(
          pem, "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A certificate before it is signed.
  private static final class Paper {
    private final X500Name issuer;
    private final X500Name subject;
    private final KeyPair own;
    private final KeyPair issuers;
    private int from = -1;
    private int until = 30;
    private String host = "";
    private boolean authority;
    private boolean namesIssuer;

    Paper(X500Name issuer, X500Name subject, KeyPair own, KeyPair issuers) {
      this.issuer = issuer;
      this.subject = subject;
      this.own = own;
      this.issuers = issuers;
    }

    Paper host(String name) {
      host = name;
      return this;
    }

    Paper valid(int fromDays, int untilDays) {
      from = fromDays;
      until = untilDays;
      return this;
    }

    Paper authority() {
      authority = true;
      return this;
    }

    Paper namingItsIssuer() {
      namesIssuer = true;
      return this;
    }

    X509Certificate sign() {
      try {
        var builder =
            new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(System.nanoTime()),
                day(from),
                day(until),
                subject,
                own.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        if (!host.isEmpty()) {
          var names = new GeneralNames(new GeneralName(GeneralName.dNSName, host));
          builder.addExtension(Extension.subjectAlternativeName, false, names);
        }
        if (namesIssuer) {
          var where =
              new GeneralName(
                  GeneralName.uniformResourceIdentifier, "http://ca.example.cn/link.cer");
          builder.addExtension(
              Extension.authorityInfoAccess,
              false,
              new AuthorityInformationAccess(AccessDescription.id_ad_caIssuers, where));
        }
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(issuers.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
      } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
        throw new IllegalStateException(e);
      }
    }

    private static Date day(int days) {
      return Date.from(Instant.now().plus(days, ChronoUnit.DAYS));
    }
  }
}
