package xuncha.crawler.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Proxy;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import xuncha.crawler.fetch.Exchange.Header;
import xuncha.crawler.names.IpLiteral;

/// What happened on the wire during one call: how far it came, on which connection, and the headers
/// as they were received. Used by the one thread that makes the call.
final class Wire extends EventListener {
  /// How far a call came.
  enum Phase {
    CONNECTING,
    SECURING,
    WAITING,
    BODY
  }

  /// The call that this thread is making.
  static final ScopedValue<Wire> CURRENT = ScopedValue.newInstance();

  private Phase phase = Phase.CONNECTING;
  private boolean connected;
  private boolean acquired;
  private boolean secure;
  private @Nullable Call call; // none before it starts
  private @Nullable GuardedSocket socket; // none while the call has opened no connection
  private String address = "";
  private List<Header> headers = List.of();
  private final Stopwatch stopwatch = new Stopwatch();

  Phase phase() {
    return phase;
  }

  /// How long each step took.
  Stopwatch stopwatch() {
    return stopwatch;
  }

  /// Whether the call got a connection that an earlier one had opened.
  boolean reused() {
    return acquired && !connected;
  }

  /// Whether the call was cut off because its time was over. (We cancel nothing before that but
  /// what has been read.)
  ///
  /// Asked of the call, which knows before its socket is closed: the event comes after that, when
  /// the reader of the socket may be here already.
  boolean timedOut() {
    return call != null && call.isCanceled();
  }

  /// The address that answered, empty while none has.
  String address() {
    return address;
  }

  /// The response headers in wire order.
  List<Header> headers() {
    return headers;
  }

  /// The values of all headers of that name.
  List<String> values(String name) {
    var values = new ArrayList<String>();
    for (var header : headers) {
      if (header.name().equalsIgnoreCase(name)) {
        values.add(header.value());
      }
    }
    return values;
  }

  /// Bytes received on the connection that this call opened.
  long received() {
    return socket == null ? 0 : socket.received();
  }

  /// Whether what was received does not even begin as HTTP does. Cannot be seen through TLS.
  boolean babble() {
    return socket != null && !secure && socket.babbles();
  }

  void opens(GuardedSocket opened) {
    socket = opened;
  }

  void bodyBegins() {
    phase = Phase.BODY;
  }

  @Override
  public void callStart(Call started) {
    call = started;
  }

  @Override
  public void connectStart(Call call, InetSocketAddress to, Proxy proxy) {
    phase = Phase.CONNECTING;
    connected = true;
    stopwatch.connecting();
  }

  @Override
  public void secureConnectStart(Call call) {
    phase = Phase.SECURING;
    stopwatch.securing();
    secure = true;
  }

  @Override
  public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
    phase = Phase.WAITING;
  }

  @Override
  public void connectionAcquired(Call call, Connection connection) {
    phase = Phase.WAITING;
    stopwatch.acquired();
    acquired = true;
    var remote = connection.socket().getInetAddress();
    address = remote == null ? "" : IpLiteral.text(remote);
  }

  @Override
  public void requestHeadersEnd(Call call, Request request) {
    stopwatch.asked();
  }

  @Override
  public void responseHeadersStart(Call call) {
    stopwatch.answered();
  }

  /// Keeps the headers for us and hides two from OkHttp: `Retry-After`, for it would obey a zero by
  /// sending the request again without a word, and the media type, which nobody asks it for and it
  /// would parse on every answer, by a regular expression.
  static Response record(Interceptor.Chain chain) throws IOException {
    var response = chain.proceed(chain.request());
    refuseNegativeLength(response);
    var wire = chain.request().tag(Wire.class);
    if (wire != null) {
      wire.headers = list(response.headers());
    }
    var body = response.body();
    return response
        .newBuilder()
        .removeHeader("Retry-After")
        .body(ResponseBody.create(body.source(), null, body.contentLength()))
        .build();
  }

  /// OkHttp would read less than nothing, and stumble over it.
  private static void refuseNegativeLength(Response response) throws IOException {
    var length = String.valueOf(response.header("Content-Length")).strip();
    if (length.startsWith("-") && !length.equals("-1")) {
      throw new ProtocolException("Content-Length: " + length);
    }
  }

  private static List<Header> list(Headers headers) {
    var list = new ArrayList<Header>(headers.size());
    for (var i = 0; i < headers.size(); i++) {
      list.add(new Header(headers.name(i), headers.value(i)));
    }
    return list;
  }
}
