package dev.assay.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.fault.RuleId;
import dev.assay.fault.RuleJson;
import dev.assay.proxy.journal.Exchange;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The same seed and the same requests")
class SameSeedTest {
  private static final int REQUESTS = 10_000;
  private static final int AT_ONCE = 100;
  private static final List<String> RULES =
      List.of(
          "{\"match\":{\"table\":\"t1\"},\"fault\":{\"kind\":\"throttling\"},\"schedule\":{\"share\":0.1}}",
          "{\"match\":{\"operation\":\"GetItem\"},\"fault\":{\"kind\":\"corrupted_body\",\"bytes\":3},"
              + "\"schedule\":{\"share\":0.3}}",
          "{\"fault\":{\"kind\":\"error\",\"error\":\"InternalServerError\",\"on\":\"response\"},"
              + "\"schedule\":{\"share\":0.02,\"every_nth\":2}}",
          "{\"fault\":{\"kind\":\"latency_uniform\",\"min_ms\":0,\"max_ms\":2},"
              + "\"schedule\":{\"share\":0.01}}",
          "{\"fault\":{\"kind\":\"double_delivery\"},\"schedule\":{\"share\":0.05}}");

  /** What befell each request: faults, and what they did to status and body. */
  private record Line(String operation, Object touchedBy, int status, String body) {
    static Line of(Exchange exchange) {
      return new Line(
          exchange.operation(),
          exchange.touchedBy(),
          exchange.status(),
          exchange.status() == 200 ? exchange.response().bodyText() : exchange.errorType());
    }
  }

  @Test
  void giveTheSameFaultLogOverTenThousandRequests() throws IOException {
    List<Line> first = faultLog(42);

    assertThat(faultLog(42)).isEqualTo(first);
    assertThat(first).hasSizeGreaterThan(REQUESTS);
    assertThat(faultLog(43)).isNotEqualTo(first);
  }

  private static List<Line> faultLog(long seed) throws IOException {
    try (RawStore store = RawStore.echo();
        ProxyFixture fixture =
            new ProxyFixture(store.address(), settings -> settings.withSeed(seed));
        RawClient client = fixture.client()) {
      for (int i = 0; i < RULES.size(); i++) {
        fixture.proxy().rules().put(RuleJson.read(RULES.get(i), new RuleId("rule-" + i)));
      }
      for (int done = 0; done < REQUESTS; done += AT_ONCE) {
        StringBuilder together = new StringBuilder();
        for (int i = done; i < done + AT_ONCE; i++) {
          together.append(
              RawClient.request(
                  i % 3 == 0 ? "GetItem" : "PutItem",
                  "{\"TableName\":\"t" + i % 2 + "\",\"n\":" + i + "}"));
        }
        client.send(together.toString());
        for (int i = 0; i < AT_ONCE; i++) {
          client.answer();
        }
      }
      return fixture.journal().stream().map(Line::of).toList();
    }
  }
}
