package xuncha.findings.store;

/// The record cannot be kept or read: the database does not answer, is in use, or its disk is full.
/// Nothing half-written is left behind. Whoever runs the inspection stops it.
public final class StoreFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// The message names the store and says what it said.
  public StoreFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
