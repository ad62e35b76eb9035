package xuncha.findings.store;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/// Starts the library's PostgreSQL as the user nobody, for a root who may not make user namespaces.
final class PostgresAsNobody {
  private static final String NOBODY = "65534";

  private PostgresAsNobody() {}

  /// The address of a database by its name; the server stops when the JVM ends.
  static UnaryOperator<String> start() throws IOException {
    var folder = Files.createTempDirectory("postgres");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (var binaries =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
            "linux", System.getProperty("os.arch"))) {
      unpack(binaries, folder);
    }
    var data = Files.createDirectory(folder.resolve("data"));
    run("chown", NOBODY, data.toString());
    var port = freePort();
    var bin = folder.resolve("bin");
    asNobody(
        bin.resolve("initdb"),
        "-A",
        "trust",
        "-U",
        "postgres",
        "-E",
        "UTF-8",
        "-D",
        data.toString());
    asNobody(
        bin.resolve("pg_ctl"),
        "-D",
        data.toString(),
        "-l",
        data.resolve("log").toString(),
        "-o",
        "-F -p " + port + " -k " + data,
        "-w",
        "start");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(folder)));
    return name -> "jdbc:postgresql://localhost:%d/%s?user=postgres".formatted(port, name);
  }

  private static void stop(Path folder) {
    try {
      asNobody(folder.resolve("bin/pg_ctl"), "-D", folder + "/data", "-m", "immediate", "stop");
      run("rm", "-r", folder.toString());
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  private static void asNobody(Path program, String... arguments) throws IOException {
    var drop =
        Stream.of(
            "setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups", program.toString());
    run(Stream.concat(drop, Stream.of(arguments)).toArray(String[]::new));
  }

  private static void run(String... command) throws IOException {
    var process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .directory(Path.of("/").toFile())
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException("failed: " + List.of(command));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted: " + List.of(command), stopped);
    }
  }

  private static void unpack(InputStream archive, Path folder) throws IOException {
    var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive));
    for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
      var file = folder.resolve(entry.getName());
      if (entry.isDirectory()) {
        Files.createDirectories(file);
      } else if (entry.isSymbolicLink()) {
        Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      } else {
        Files.createDirectories(file.getParent());
        Files.copy(tar, file);
        Files.setPosixFilePermissions(
            file,
            PosixFilePermissions.fromString(
                (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
