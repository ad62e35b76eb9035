package xuncha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class StandardOutputTest {
  private final StringWriter said = new StringWriter();
  private final PrintWriter err = new PrintWriter(said, true);

  @Test
  void dataThatDidNotReachTheDiskIsNoSuccess() {
    assertThat(printed(full(), false)).isEqualTo(ExitStatus.NOT_INSPECTED);
    assertThat(said.toString()).hasLineCount(1).contains("No space left on device");
  }

  @Test
  void aReaderWhoHasSeenEnoughIsNoMistake() {
    assertThat(printed(full(), true)).isEqualTo(ExitStatus.FINDINGS);
    assertThat(said.toString()).isEmpty();
  }

  @Test
  void whatWasWrittenIsWritten() {
    var disk = new ByteArrayOutputStream();

    assertThat(printed(disk, false)).isEqualTo(ExitStatus.FINDINGS);
    assertThat(disk.toString(StandardCharsets.UTF_8)).isEqualTo("巡查\n");
    assertThat(said.toString()).isEmpty();
  }

  private int printed(OutputStream disk, boolean pipe) {
    var out = new StandardOutput(disk, pipe);
    var stream = out.stream();
    stream.print("巡查\n");
    stream.flush();
    return out.settled(ExitStatus.FINDINGS, err);
  }

  private static OutputStream full() {
    return new OutputStream() {
      @Override
      public void write(int one) throws IOException {
        throw new IOException("No space left on device");
      }
    };
  }
}
