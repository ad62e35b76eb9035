package xuncha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExitStatusTest {
  private static final String HOSTILE = "a\u001b[2Jb\u202ec";

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new ExitStatus.BadInput(List.of("x: " + HOSTILE, "y: d")), 2, 2),
        Arguments.of(new ExitStatus.CannotInspect(HOSTILE), 3, 1),
        Arguments.of(new IOException(HOSTILE), 3, 1),
        Arguments.of(new IllegalStateException(HOSTILE), 3, 2));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @MethodSource("failures")
  void whatAFailureSaysMovesNoCursor(Exception failure, int status, int lines) {
    var err = new StringWriter();

    assertThat(ExitStatus.explain(failure, new PrintWriter(err, true))).isEqualTo(status);
    assertThat(err.toString().lines()).hasSizeGreaterThanOrEqualTo(lines);
    assertThat(err.toString()).contains("a [2Jb c").doesNotContain("\u001b", "\u202e");
  }
}
