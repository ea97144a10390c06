package dev.assay.proxy.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The router")
class RouterTest {
  private static final HealthCheck THREE_AND_TWO =
      new HealthCheck(
          new HealthCheck.Kind.Tcp(), Duration.ofSeconds(10), Duration.ofSeconds(4), 3, 2);

  /** Time, checks and their results in the test's hand. */
  private static final class World {
    final Router router;
    final Map<String, ProbeResult> answers = new HashMap<>();
    final Deque<Runnable> later = new ArrayDeque<>();
    final List<Duration> pauses = new ArrayList<>();
    long nowNanos;

    World(RoutingPolicy policy, long seed, String... upstreams) {
      router =
          new Router(
              new Routing(
                  List.of(upstreams).stream().map(Upstream::parse).toList(),
                  policy,
                  Optional.of(THREE_AND_TWO)),
              seed,
              () -> nowNanos);
      router
          .routing()
          .upstreams()
          .forEach(upstream -> answers.put(upstream.name(), new ProbeResult.Passed(1_000_000)));
    }

    World start() {
      new HealthMonitor(
              router,
              THREE_AND_TWO,
              (upstream, how, done) ->
                  done.accept(answers.getOrDefault(upstream.name(), new ProbeResult.Passed(1))),
              (delay, task) -> {
                pauses.add(delay);
                later.add(task);
              })
          .start();
      return this;
    }

    /** One more check of each upstream. */
    World round() {
      nowNanos += THREE_AND_TWO.interval().toNanos();
      for (int due = later.size(); due > 0; due--) {
        later.remove().run();
      }
      return this;
    }

    World fails(String name) {
      answers.put(name, new ProbeResult.Failed("connection refused"));
      return this;
    }

    World passes(String name, long latencyNanos) {
      answers.put(name, new ProbeResult.Passed(latencyNanos));
      return this;
    }

    String chosen() {
      return router.choose("").map(Upstream::name).orElse("none");
    }

    List<String> chosen(int times) {
      return IntStream.range(0, times).mapToObj(i -> chosen()).toList();
    }
  }

  @Test
  void failsOverAfterSoManyFailuresInARowAndBackAfterSoManyPasses() {
    World world =
        new World(
            RoutingPolicy.PRIMARY_SECONDARY, 0, "a=http://a:1", "b=http://b:1;priority=secondary");
    world.start().fails("a");
    assertThat(world.chosen()).isEqualTo("a");
    world.round().round();
    assertThat(world.chosen()).as("two failures").isEqualTo("a");
    world.passes("a", 1).round().fails("a").round().round();
    assertThat(world.chosen()).as("two failures after a pass").isEqualTo("a");
    world.round();
    assertThat(world.chosen()).as("three failures").isEqualTo("b");
    world.passes("a", 1).round();
    assertThat(world.chosen()).as("one pass").isEqualTo("b");
    world.round();
    assertThat(world.chosen()).as("two passes").isEqualTo("a");

    assertThat(world.router.changes())
        .containsExactly(
            new HealthChange(60_000_000_000L, "a", false, "connection refused"),
            new HealthChange(80_000_000_000L, "a", true, ""));
    assertThat(world.pauses).containsOnly(Duration.ofSeconds(10));
  }

  @Test
  void staysWithThePrimaryWhenNothingIsHealthy() {
    World world =
        new World(
            RoutingPolicy.PRIMARY_SECONDARY, 0, "a=http://a:1", "b=http://b:1;priority=secondary");
    world.start().fails("a").fails("b").round().round().round();

    assertThat(world.chosen()).isEqualTo("a");
  }

  @Test
  void takesTheHealthyUpstreamThatAnsweredItsChecksSoonest() {
    World world = new World(RoutingPolicy.LATENCY, 0, "far=http://a:1", "near=http://b:1");
    assertThat(world.chosen()).as("before any check").isEqualTo("far");
    world.passes("far", 80_000_000).passes("near", 2_000_000).start();
    assertThat(world.chosen()).isEqualTo("near");
    world.fails("near").round().round().round();
    assertThat(world.chosen()).isEqualTo("far");
  }

  @Test
  void sharesRequestsByWeightAndTheSameSeedSharesThemAlike() {
    String[] upstreams = {"a=http://a:1;weight=3", "b=http://b:1", "c=http://c:1;weight=0"};
    List<String> once = new World(RoutingPolicy.WEIGHTED, 7, upstreams).chosen(10_000);
    List<String> again = new World(RoutingPolicy.WEIGHTED, 7, upstreams).chosen(10_000);
    List<String> other = new World(RoutingPolicy.WEIGHTED, 8, upstreams).chosen(10_000);

    Map<String, Long> counts =
        once.stream().collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    assertThat(counts).containsOnlyKeys("a", "b");
    assertThat(counts.getOrDefault("a", 0L)).isBetween(7_300L, 7_700L);
    assertThat(again).isEqualTo(once);
    assertThat(other).isNotEqualTo(once);
  }

  @Test
  void usesAnUpstreamOfNoWeightOnlyWhenAllOthersAreUnhealthy() {
    World world =
        new World(RoutingPolicy.WEIGHTED, 0, "a=http://a:1", "spare=http://c:1;weight=0").start();
    assertThat(world.chosen(50)).containsOnly("a");
    world.fails("a").round().round().round();
    assertThat(world.chosen(50)).containsOnly("spare");
    world.fails("spare").round().round().round();
    assertThat(world.chosen(50)).as("none is healthy").containsOnly("a");
  }

  @Test
  void doesNotSendARegionsRequestsToAnother() {
    Router router =
        new World(
                RoutingPolicy.SIGNED_REGION,
                0,
                "eu=http://a:1;region=eu-west-1",
                "us=http://b:1;region=us-east-1")
            .router;

    assertThat(router.choose("us-east-1").map(Upstream::name)).hasValue("us");
    assertThat(router.choose("ap-south-1")).isEmpty();
    assertThat(router.choose("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a=http://h:1;weight=256     | upstream "a": weight must be between 0 and 255, was "256"
          a=http://h:1;weight=        | upstream "a": weight needs a value, as in weight=...
          a=http://h:1;prority=primary | upstream "a" has no property "prority"; known are region, az, weight, priority
          a=http://h:1;priority=third | upstream "a": priority must be primary or secondary, was "third"
          a b=http://h:1              | upstream must have a name of 1 to 64 of A-Z a-z 0-9 _ . -, was "a b"
          a=ftp://h                   | upstream must begin with http:// or https://, was "ftp://h"
          """)
  void saysWhatIsWrongWithAnUpstream(String text, String sentence) {
    assertThatThrownBy(() -> Upstream.parse(text)).hasMessage(sentence);
  }

  @Test
  void wantsADifferentNameForEachUpstream() {
    Upstream one = Upstream.parse("a=http://h:1");

    assertThatThrownBy(
            () -> new Routing(List.of(one, one), RoutingPolicy.WEIGHTED, Optional.empty()))
        .hasMessage("upstream \"a\" is given twice; each needs a name of its own");
  }
}
