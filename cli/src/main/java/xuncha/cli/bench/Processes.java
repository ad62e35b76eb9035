package xuncha.cli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Starts the processes of the benchmark and waits for them.
final class Processes {
  private static final int MINUTES = 30;

  private Processes() {}

  /// How to run a class with the JDK that runs us.
  static List<String> java(List<String> options, String classPath, String main) {
    var command = new ArrayList<String>();
    command.add(tool("java"));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main));
    return command;
  }

  /// A program of the JDK that runs us.
  static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  static String ownClassPath() {
    return System.getProperty("java.class.path");
  }

  /// Runs to its end; standard error goes to a log beside the other files.
  ///
  /// @return its standard output, line by line
  /// @throws IllegalStateException when it fails or takes too long
  /// @throws UncheckedIOException when it cannot be started
  static List<String> run(List<String> command, Path folder) {
    var name = Path.of(command.getFirst()).getFileName().toString();
    var output = folder.resolve(name + "-out.log");
    var errors = folder.resolve(name + "-error.log");
    try {
      var builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(ProcessBuilder.Redirect.PIPE)
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile());
      builder.environment().put("JAVA_HOME", System.getProperty("java.home")); // for Maven
      var process = builder.start();
      process.getOutputStream().close();
      if (!ended(process)) {
        throw new IllegalStateException(name + " did not end within " + MINUTES + " minutes");
      }
      if (process.exitValue() != 0) {
        throw new IllegalStateException(
            name + " ended with " + process.exitValue() + ", see " + errors);
      }
      return Files.readAllLines(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean ended(Process process) {
    var ended = false;
    try {
      ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
      return ended;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      if (!ended) {
        process.destroyForcibly();
      }
    }
  }
}
