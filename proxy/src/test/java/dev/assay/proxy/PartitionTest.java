package dev.assay.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.fault.RuleId;
import dev.assay.fault.RuleJson;
import dev.assay.proxy.journal.Knowledge;
import dev.assay.proxy.route.HealthCheck;
import dev.assay.proxy.route.Priority;
import dev.assay.proxy.route.Routing;
import dev.assay.proxy.route.RoutingPolicy;
import dev.assay.proxy.route.Upstream;
import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A partition")
class PartitionTest {
  private static final String RULE =
      "{\"match\":{\"az\":\"a\"},\"fault\":{\"kind\":\"partition\",\"client_gets\":\"reset\"}}";

  @Test
  void ofAZoneCutsItsRequestsOffUntilItsHealthChecksFailOver() throws IOException {
    try (RawStore primary = RawStore.echo();
        RawStore secondary = RawStore.echo();
        ProxyFixture fixture =
            new ProxyFixture(
                primary.address(), settings -> settings.withRouting(routing(primary, secondary)))) {
      fixture.proxy().rules().put(RuleJson.read(RULE, new RuleId("cut")));
      while (!answers(fixture)) {
        Thread.onSpinWait();
      }

      assertThat(primary.requests().stream().filter(head -> head.contains("PutItem"))).isEmpty();
      assertThat(fixture.journal())
          .filteredOn(line -> line.upstream().equals("one"))
          .allMatch(line -> line.storeSaw() == Knowledge.NO);
      assertThat(fixture.journal().getLast().upstream()).isEqualTo("two");
    }
  }

  @Test
  void ofAZoneLeavesTheOthersAlone() throws IOException {
    try (RawStore primary = RawStore.echo();
        RawStore secondary = RawStore.echo();
        ProxyFixture fixture =
            new ProxyFixture(
                primary.address(), settings -> settings.withRouting(routing(primary, secondary)));
        RawClient client = fixture.client()) {
      fixture.proxy().rules().put(RuleJson.read(RULE.replace("\"a\"", "\"b\""), new RuleId("cut")));

      assertThat(client.call("PutItem", "{}").status()).isEqualTo(200);
      fixture.proxy().rules().put(RuleJson.read(RULE, new RuleId("cut")));
      assertThatThrownBy(() -> client.call("PutItem", "{}")).isInstanceOf(SocketException.class);
    }
  }

  private static boolean answers(ProxyFixture fixture) throws IOException {
    try (RawClient client = fixture.client()) {
      return client.call("PutItem", "{}").status() == 200;
    } catch (SocketException e) {
      return false;
    }
  }

  private static Routing routing(RawStore primary, RawStore secondary) {
    return new Routing(
        List.of(
            new Upstream("one", primary.address(), "", "a", 1, Priority.PRIMARY),
            new Upstream("two", secondary.address(), "", "b", 1, Priority.SECONDARY)),
        RoutingPolicy.PRIMARY_SECONDARY,
        Optional.of(
            new HealthCheck(
                new HealthCheck.Kind.Tcp(), Duration.ofMillis(5), Duration.ofSeconds(4), 3, 3)));
  }
}
