package dev.assay.engine.disk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.EngineCore;
import dev.assay.engine.EngineFixture;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.ManualClock;
import dev.assay.engine.durable.History;
import dev.assay.engine.durable.Storage;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.store.LogEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Snapshots, and what they let go")
class SnapshotTest {
  private static final String TABLE =
      "{'TableName':'tab','KeySchema':[{'AttributeName':'k','KeyType':'HASH'}],"
          + "'AttributeDefinitions':[{'AttributeName':'k','AttributeType':'S'}],"
          + "'BillingMode':'PAY_PER_REQUEST'}";

  @TempDir Path base;

  @Test
  void boundTheLogAndHoldAllThatWasWrittenMeanwhile() {
    DataFixture data =
        new DataFixture(base)
            .with(each -> each.withSegmentBytes(1 << 20).withSnapshotBytes(2 << 20));
    try (data) {
      EngineFixture engine = data.start();
      engine.ok("CreateTable", TABLE);
      TreeMap<String, String> expected = new TreeMap<>();
      Random random = new Random(4);
      String filler = "x".repeat(100_000);
      for (int i = 0; i < 240; i++) {
        String key = "key" + random.nextInt(12);
        if (random.nextInt(5) == 0) {
          engine.ok("DeleteItem", "{'TableName':'tab','Key':{'k':{'S':'" + key + "'}}}");
          expected.remove(key);
        } else {
          engine.ok(
              "PutItem",
              "{'TableName':'tab','Item':{'k':{'S':'%s'},'n':{'N':'%d'},'f':{'S':'%s'}}}"
                  .formatted(key, i, filler));
          expected.put(key, Integer.toString(i));
        }
      }
      EngineFixture again = data.killAndStart();

      TreeMap<String, String> found = new TreeMap<>();
      String from = "";
      do {
        JsonNode page = again.ok("Scan", "{'TableName':'tab'" + from + "}");
        page.path("Items")
            .forEach(item -> found.put(item.at("/k/S").asText(), item.at("/n/N").asText()));
        JsonNode last = page.path("LastEvaluatedKey");
        from = last.isMissingNode() ? "" : ",'ExclusiveStartKey':" + last;
      } while (!from.isEmpty());
      assertThat(found).isEqualTo(expected);
      assertThat(data.snapshots()).hasSizeBetween(1, 3);
      assertThat(data.segments().size()).as("files of a megabyte for 40 megabytes").isLessThan(30);
    }
  }

  private static void call(EngineCore core, String operation, String json) {
    byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    assertThat(core.answer(null, "DynamoDB_20120810." + operation, body).status())
        .as(operation)
        .isEqualTo(200);
  }

  private static String idOf(EngineCore core) {
    return core.region(null).catalog().find("tab").orElseThrow().definition().id();
  }

  private static Set<String> items(History history, String id, Instant time) throws IOException {
    Set<String> found = new TreeSet<>();
    history.items(
        id,
        time,
        item -> {
          JsonWriter text = new JsonWriter();
          text.attributes(item);
          found.add(new String(text.toByteArray(), StandardCharsets.UTF_8));
        });
    return found;
  }

  @Test
  void tellWhatATableHeldAtAnyTimeThatIsPinned() throws IOException {
    ManualClock clock = ManualClock.atNoon();
    EngineSettings settings =
        EngineSettings.defaults()
            .withClock(clock)
            .withData(
                DataSettings.in(base.resolve("data"))
                    .withSegmentBytes(1 << 20)
                    .withSnapshotBytes(1 << 20));
    TreeMap<Instant, Set<String>> model = new TreeMap<>();
    String id;
    Random random = new Random(7);
    try (EngineCore core = new EngineCore(settings)) {
      Storage storage = core.storage();
      storage.retention().pin("test", clock.instant());
      call(core, "CreateTable", TABLE);
      id = idOf(core);
      TreeMap<String, String> now = new TreeMap<>();
      for (int i = 0; i < 300; i++) {
        clock.advance(Duration.ofSeconds(1));
        String key = "key" + random.nextInt(40);
        if (random.nextInt(4) == 0) {
          call(core, "DeleteItem", "{'TableName':'tab','Key':{'k':{'S':'" + key + "'}}}");
          now.remove(key);
        } else {
          String value = i + "x".repeat(20_000);
          call(
              core,
              "PutItem",
              "{'TableName':'tab','Item':{'k':{'S':'" + key + "'},'v':{'S':'" + value + "'}}}");
          now.put(key, value);
        }
        model.put(clock.instant(), asItems(now));
      }
      compare(Objects.requireNonNull(storage.history()), id, model, random);
    }
    try (EngineCore core = new EngineCore(settings)) {
      History history = Objects.requireNonNull(core.storage().history());
      compare(history, id, model, random);
      List<Long> positions =
          history.changes(id, model.firstKey(), Long.MAX_VALUE).stream()
              .map(LogEntry::index)
              .toList();
      assertThat(positions).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(200);
      assertThat(history.definition(id, model.lastKey())).isPresent();
      assertThat(history.earliest(id))
          .hasValueSatisfying(t -> assertThat(t).isBeforeOrEqualTo(model.firstKey()));
    }
  }

  private static Set<String> asItems(Map<String, String> now) {
    Set<String> items = new TreeSet<>();
    now.forEach(
        (key, value) ->
            items.add("{\"k\":{\"S\":\"" + key + "\"},\"v\":{\"S\":\"" + value + "\"}}"));
    return items;
  }

  private static void compare(
      History history, String id, Map<Instant, Set<String>> model, Random random)
      throws IOException {
    List<Instant> times = new ArrayList<>(model.keySet());
    for (int i = 0; i < 10; i++) {
      Instant time = times.get(random.nextInt(times.size()));
      assertThat(items(history, id, time)).as("at " + time).isEqualTo(model.get(time));
    }
  }

  @Test
  void keepTheDocumentsOfTheLedgerAndTheVault() throws IOException {
    EngineSettings settings =
        EngineSettings.defaults()
            .withData(DataSettings.in(base.resolve("data")).withSegmentBytes(1 << 20));
    try (EngineCore core = new EngineCore(settings)) {
      core.storage().ledger().put("note", "b", new byte[] {2});
      core.storage().ledger().put("note", "a", new byte[] {1});
      core.storage().ledger().put("note", "gone", new byte[] {3});
      core.storage().ledger().remove("note", "gone");
      try (OutputStream out = core.storage().vault().create("backups/one")) {
        out.write(5);
      }
    }
    for (int start = 0; start < 2; start++) {
      try (EngineCore core = new EngineCore(settings)) {
        assertThat(core.storage().ledger().all("note")).containsOnlyKeys("a", "b");
        assertThat(core.storage().vault().open("backups/one").readAllBytes()).containsExactly(5);
      }
    }
  }
}
