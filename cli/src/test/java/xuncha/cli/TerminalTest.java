package xuncha.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TerminalTest {
  @Test
  void aSiteCannotMoveTheCursorOrRetitleTheWindow() {
    assertThat(Terminal.safe("公告\u001b]0;owned\u0007\r\n第二行")).isEqualTo("公告 ]0;owned   第二行");
  }

  @Test
  void aSiteCannotReorderWhatIsShown() {
    assertThat(Terminal.safe("gov\u202egpj.exe")).isEqualTo("gov gpj.exe");
  }

  @Test
  void ideographsTakeTwoCells() {
    assertThat(Terminal.width("通知ab")).isEqualTo(6);
    assertThat(Terminal.padded("通知", 6)).isEqualTo("通知  ");
  }
}
