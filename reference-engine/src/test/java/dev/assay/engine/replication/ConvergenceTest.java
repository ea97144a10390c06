package dev.assay.engine.replication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.BackgroundSettings;
import dev.assay.engine.schedule.DaemonScheduler;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever was broken meanwhile: when it is healed all replicas are alike. */
class ConvergenceTest {
  private static final int KEYS = 6;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void randomWritesUnderRandomFaultsConverge(long seed) {
    SplittableRandom chance = new SplittableRandom(seed);
    try (Planet planet =
        new Planet(
            settings ->
                settings.withShipping(
                    new Shipping(Duration.ofMillis(5), Duration.ofMillis(200), seed)))) {
      planet.everywhere("music");
      for (int step = 0; step < 400; step++) {
        step(planet, chance, step);
      }
      planet.heal();
      planet.core.time().heal();
      planet.scheduler.advance(Duration.ofSeconds(30));
      Map<String, String> first = planet.all(Planet.VIRGINIA, "music");
      for (String region : Planet.ALL) {
        assertThat(planet.all(region, "music")).as("seed " + seed + " " + region).isEqualTo(first);
      }
      planet.scheduler.advance(Duration.ofHours(2));
      for (String region : Planet.ALL) {
        var table = planet.core.region(region).catalog().find("music").orElseThrow();
        assertThat(table.stamps()).as("deletions are forgotten").hasSameSizeAs(first.keySet());
      }
      assertThat(planet.accidents).isEmpty();
    }
  }

  private static void step(Planet planet, SplittableRandom chance, int step) {
    String one = Planet.ALL.get(chance.nextInt(3));
    String other = Planet.ALL.get(chance.nextInt(3));
    String id = "k" + chance.nextInt(KEYS);
    switch (chance.nextInt(12)) {
      case 0, 1, 2, 3 -> planet.put(one, "music", id, one + step);
      case 4, 5 -> planet.delete(one, "music", id);
      case 6 -> planet.clock.advance(Duration.ofMillis(chance.nextInt(50)));
      case 7 -> planet.scheduler.advance(Duration.ofMillis(chance.nextInt(300)));
      case 8 -> planet.core.time().skew(one, Duration.ofMillis(chance.nextInt(-60_000, 60_000)));
      case 9 ->
          planet.pull(
              "replication-pause",
              "{'from':'"
                  + one
                  + "','to':'"
                  + other
                  + "','state':'"
                  + (chance.nextBoolean() ? "paused" : "running")
                  + "'}");
      case 10 ->
          planet.pull(
              "region-partition",
              "{'from':'"
                  + one
                  + "','to':'"
                  + other
                  + "','both':"
                  + chance.nextBoolean()
                  + ",'state':'"
                  + (chance.nextBoolean() ? "cut" : "open")
                  + "'}");
      default ->
          planet.pull(
              "region-outage",
              "{'region':'"
                  + one
                  + "','state':'"
                  + (chance.nextInt(3) == 0 ? "down" : "up")
                  + "'}");
    }
  }

  @Test
  void regionsThatAreWrittenByManyThreadsNeitherBlockNorDiffer() throws Exception {
    try (Planet planet =
        new Planet(
            settings ->
                settings
                    .withClock(Clock.systemUTC())
                    .withBackground(
                        BackgroundSettings.defaults().withScheduler(new DaemonScheduler())))) {
      planet.everywhere("music");
      planet.strong("bank");
      ExecutorService threads = Executors.newFixedThreadPool(6);
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        int thread = i;
        running.add(
            threads.submit(
                () -> {
                  SplittableRandom chance = new SplittableRandom(thread);
                  String region = Planet.ALL.get(thread % 3);
                  for (int n = 0; n < 1_500; n++) {
                    String id = "k" + chance.nextInt(KEYS);
                    String table = chance.nextBoolean() ? "music" : "bank";
                    if (chance.nextInt(4) == 0) {
                      planet.delete(region, table, id);
                    } else {
                      planet.put(region, table, id, thread + "-" + n);
                    }
                    planet.strongGet(region, table, id);
                  }
                }));
      }
      for (Future<?> each : running) {
        each.get(60, TimeUnit.SECONDS);
      }
      threads.shutdown();
      for (String table : List.of("music", "bank")) {
        // Two looks: what one region brings in never makes another send.
        Planet.ALL.forEach(region -> planet.all(region, table));
        Map<String, String> first = planet.all(Planet.VIRGINIA, table);
        for (String region : Planet.ALL) {
          assertThat(planet.all(region, table)).as(table + " in " + region).isEqualTo(first);
        }
      }
      assertThat(planet.accidents).isEmpty();
    }
  }
}
