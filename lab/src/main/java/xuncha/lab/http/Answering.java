package xuncha.lab.http;

/// Answers requests. Must be safe for many threads.
@FunctionalInterface
public interface Answering {
  Reply answer(Request request);
}
