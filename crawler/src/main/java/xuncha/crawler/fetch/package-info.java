/// One request, one answer, hop by hop: nothing is followed, retried, cached or decompressed in
/// silence. The only package that knows OkHttp, and the only place where the network's exceptions
/// become our words.
@NullMarked
package xuncha.crawler.fetch;

import org.jspecify.annotations.NullMarked;
