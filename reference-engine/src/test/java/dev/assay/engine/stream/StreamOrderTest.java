package dev.assay.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.table.StreamViewType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However shards come and go: every write once, and those of an item in their order. */
final class StreamOrderTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void shardsThatSplitAndRotateWhileConsumersReadLoseNothing(long seed) {
    Random random = new Random(seed);
    try (StreamsFixture fixture =
        new StreamsFixture(StreamPolicy.defaults().withOpenShards(1 + random.nextInt(4)))) {
      Stream stream = fixture.enable(StreamViewType.NEW_IMAGE);
      StreamWalk steady = new StreamWalk(stream, 1 + random.nextInt(5));
      StreamWalk late = new StreamWalk(stream, 1_000);
      Map<String, List<String>> written = new HashMap<>();
      for (int step = 0; step < 600; step++) {
        int dice = random.nextInt(100);
        if (dice < 88) {
          String id = "item" + random.nextInt(12);
          String value = "v" + step;
          fixture.put(id, value);
          written.computeIfAbsent(id, any -> new ArrayList<>()).add(value);
        } else if (dice < 92) {
          steady.catchUp();
        } else if (dice < 94) {
          stream.split(StreamWalk.openShards(stream).getLast());
        } else if (dice < 96) {
          stream.rotate();
        } else {
          fixture.advance(Duration.ofMinutes(random.nextInt(50)));
        }
      }
      steady.catchUp();
      late.catchUp();

      assertThat(steady.valuesOfItem()).isEqualTo(written);
      assertThat(late.valuesOfItem()).isEqualTo(written);
    }
  }

  @Test
  void concurrentWritersAndConsumersAndSplitsLoseNothing() throws Exception {
    int writers = 4;
    int writesEach = 2_000;
    try (StreamsFixture fixture = new StreamsFixture();
        ExecutorService threads = Executors.newFixedThreadPool(writers + 2)) {
      Stream stream = fixture.enable(StreamViewType.NEW_IMAGE);
      StreamWalk walk = new StreamWalk(stream, 100);
      Map<String, List<String>> written = new ConcurrentHashMap<>();
      List<Future<?>> writing = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        String id = "item" + writer;
        writing.add(
            threads.submit(
                () -> {
                  List<String> values = new ArrayList<>();
                  for (int i = 0; i < writesEach; i++) {
                    fixture.put(id, "v" + i);
                    values.add("v" + i);
                  }
                  written.put(id, values);
                }));
      }
      Future<?> splitting =
          threads.submit(
              () -> {
                for (int i = 0; i < 20; i++) {
                  stream.split(StreamWalk.openShards(stream).getFirst());
                }
              });
      while (writing.stream().anyMatch(each -> !each.isDone())) {
        walk.catchUp();
      }
      for (Future<?> each : writing) {
        each.get();
      }
      splitting.get();
      walk.catchUp();

      assertThat(walk.valuesOfItem()).isEqualTo(written);
    }
  }
}
