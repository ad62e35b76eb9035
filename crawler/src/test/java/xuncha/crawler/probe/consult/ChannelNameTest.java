package xuncha.crawler.probe.consult;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xuncha.findings.visit.Consultation.Kind;

class ChannelNameTest {
  @ParameterizedTest
  @CsvSource({
    "写信_临水县市场监督管理局,           CONSULTATION",
    "写信-省国有资产监督管理委员会,       CONSULTATION",
    "局长信箱-临水县信访局,              CONSULTATION",
    "监督举报,                        REPORTING",
    "纪检监察举报_临水县市场监督管理局,    REPORTING",
    "群众监督,                        REPORTING",
    "网上信访,                        PETITION",
    "网上信访_临水县信访局,              PETITION"
  })
  void theNameOfABodySaysNothingOfItsBox(String title, Kind kind) {
    assertThat(ChannelName.in(title)).map(ChannelName::kind).contains(kind);
  }
}
