package xuncha.crawler.fetch;

import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/// An [Ask] as OkHttp wants it.
final class Requests {
  private Requests() {}

  static Request of(Ask ask, WebAddress to, FetchSettings settings, Wire wire) {
    var headers =
        new Headers.Builder()
            .set("User-Agent", settings.userAgent())
            .set("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
            .set("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.5")
            // Named by us, so that OkHttp leaves the coding to us.
            .set("Accept-Encoding", "gzip, deflate, br");
    ask.headers()
        .forEach((name, value) -> {
          // An ETag may hold what is no header value of ours; then the condition falls away.
          if (value.chars().noneMatch(Character::isISOControl)) {
            headers.removeAll(name).addUnsafeNonAscii(name, value);
          }
        });
    return new Request.Builder()
        .url(to.url())
        .method(ask.method(), ask.form().map(Requests::body).orElse(null))
        .headers(headers.build())
        .tag(Wire.class, wire)
        .build();
  }

  private static RequestBody body(Posted form) {
    return RequestBody.create(form.sent(), MediaType.get(form.mediaType()));
  }
}
