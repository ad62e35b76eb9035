package xuncha.cli;

import picocli.CommandLine.Command;

/// Says what this machine can and cannot measure, and how to mend it.
@Command(name = "doctor", description = "本机能测什么、不能测什么 · what this machine can and cannot measure")
final class Doctor implements Runnable {
  @Override
  public void run() {}
}
