package xuncha.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

class LabNamesTest {
  private final Province province = Province.ofScenarios(1, Province.AS_OF, "availability");

  @Test
  void answersForTheProvincesHostsAndNoOthers() throws IOException {
    try (var lab = LabServer.start(province)) {
      var resolver = new SimpleResolver(lab.dns());
      var open = host("availability/slow");
      assertThat(ask(resolver, open, Type.A).getSection(Section.ANSWER))
          .singleElement()
          .satisfies(record -> assertThat(record.rdataToString()).startsWith("127.0.0."));
      assertThat(ask(resolver, open, Type.AAAA).getSection(Section.ANSWER)).hasSize(1);
      assertThat(ask(resolver, host("availability/no-name"), Type.A).getRcode())
          .isEqualTo(Rcode.NXDOMAIN);
      assertThat(ask(resolver, "www.nowhere.cn", Type.A).getRcode()).isEqualTo(Rcode.NXDOMAIN);
    }
  }

  @Test
  void answersOverTcpToo() throws IOException {
    try (var lab = LabServer.start(province)) {
      var resolver = new SimpleResolver(lab.dns());
      resolver.setTCP(true);
      assertThat(ask(resolver, host("availability/slow"), Type.A).getSection(Section.ANSWER))
          .hasSize(1);
    }
  }

  private String host(String scenario) {
    return province.carrying(scenario).getFirst().site().host();
  }

  private static Message ask(SimpleResolver resolver, String host, int type) throws IOException {
    return resolver.send(
        Message.newQuery(Record.newRecord(Name.fromString(host + "."), type, DClass.IN)));
  }
}
