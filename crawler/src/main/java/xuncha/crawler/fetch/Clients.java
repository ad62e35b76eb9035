package xuncha.crawler.fetch;

import java.net.Proxy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.CookieJar;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import xuncha.crawler.names.AddressGuard;
import xuncha.crawler.names.NetworkProfile;

/// An OkHttp that does what it is told and nothing else.
final class Clients {
  /// Idle connections kept in all: some for each site that is being visited.
  private static final int IDLE = 256;

  /// Long enough to meet the same host again after the usual delay.
  private static final int IDLE_SECONDS = 10;

  private Clients() {}

  static OkHttpClient make(NetworkProfile profile, AddressGuard guard, FetchSettings settings) {
    var trust = Trust.of(profile.trust());
    return new OkHttpClient.Builder()
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .fastFallback(false)
        .cache(null)
        .cookieJar(CookieJar.NO_COOKIES)
        .authenticator(Authenticator.NONE)
        .proxyAuthenticator(Authenticator.NONE)
        // A proxy from the environment would connect where the guard cannot look.
        .proxy(Proxy.NO_PROXY)
        .protocols(List.of(Protocol.HTTP_1_1))
        .connectionPool(new ConnectionPool(IDLE, IDLE_SECONDS, TimeUnit.SECONDS))
        .socketFactory(new GuardedSockets(guard, profile, settings.silence()))
        .sslSocketFactory(trust.sockets(), trust.judge())
        .connectionSpecs(List.of(anyTls(), ConnectionSpec.CLEARTEXT))
        .connectTimeout(settings.connect())
        .readTimeout(settings.silence())
        .writeTimeout(settings.silence())
        .addNetworkInterceptor(Wire::record)
        .eventListenerFactory(call -> {
          var wire = call.request().tag(Wire.class);
          return wire == null ? EventListener.NONE : wire;
        })
        .build();
  }

  /// Whatever the JDK still holds safe: the more we can open, the less we must leave open.
  private static ConnectionSpec anyTls() {
    return new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS)
        .allEnabledTlsVersions()
        .allEnabledCipherSuites()
        .build();
  }
}
