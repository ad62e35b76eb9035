package xuncha.findings.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.util.Objects;

/// The record cannot be kept or read: the database does not answer or is in use, or the disk under
/// it or under the archive is full or broken. Nothing half-written is left behind. Whoever runs the
/// inspection stops it.
public final class StoreFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// The message names the store and says what it said.
  public StoreFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /// What to throw where a file of the record cannot be written or read. A visit that is given up
  /// finds its files closed by the interrupt: that says nothing of the disk and is no failure of
  /// the store.
  ///
  /// @param cannot what cannot be done, and with which file
  public static RuntimeException of(String cannot, IOException broken) {
    return broken instanceof ClosedChannelException
        ? new UncheckedIOException(cannot, broken)
        : new StoreFailure(cannot + ": " + words(broken), broken);
  }

  /// Exceptions about a file often have its name for all their message.
  private static String words(IOException broken) {
    return switch (broken) {
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException other -> other.getFile() + " is in the way";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      case FileSystemException other -> other.getClass().getSimpleName();
      default -> Objects.toString(broken.getMessage(), broken.getClass().getSimpleName());
    };
  }
}
