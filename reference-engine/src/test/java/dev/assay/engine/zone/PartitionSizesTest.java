package dev.assay.engine.zone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.EngineCore;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.disk.DataSettings;
import dev.assay.engine.store.Table;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The partitions of a table that was read back from disk")
class PartitionSizesTest {
  private static final long PARTITION_BYTES = 20_000;

  @TempDir Path folder;

  private EngineCore start() {
    return new EngineCore(
        EngineSettings.defaults()
            .withData(DataSettings.in(folder).withSegmentBytes(1 << 20))
            .withReplication(ReplicationSettings.defaults().withPartitionBytes(PARTITION_BYTES)));
  }

  private static void ok(EngineCore core, String operation, String json) {
    assertThat(
            core.answer(
                    null,
                    "DynamoDB_20120810." + operation,
                    json.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .status())
        .isEqualTo(200);
  }

  private static Table table(EngineCore core) {
    return core.region(null).catalog().find("tab").orElseThrow();
  }

  private static Map<Integer, Long> held(EngineCore core) {
    Table table = table(core);
    Map<Integer, Long> held = new HashMap<>();
    core.zones(null).controls().partitions(table).forEach(each -> held.put(each.id(), 0L));
    table
        .items()
        .forEach(
            (key, item) ->
                held.merge(
                    core.zones(null).controls().partitionOf(table, key),
                    (long) item.sizeBytes(),
                    Long::sum));
    return held;
  }

  @Test
  void countWhatTheyHoldAndSplitWhereTheyWouldHave() {
    try (EngineCore core = start()) {
      ok(
          core,
          "CreateTable",
          "{'TableName':'tab','KeySchema':[{'AttributeName':'k','KeyType':'HASH'},"
              + "{'AttributeName':'s','KeyType':'RANGE'}],"
              + "'AttributeDefinitions':[{'AttributeName':'k','AttributeType':'S'},"
              + "{'AttributeName':'s','AttributeType':'N'}],'BillingMode':'PAY_PER_REQUEST'}");
      for (int i = 0; i < 300; i++) {
        String key = i % 2 == 0 ? "one" : "k" + i;
        ok(
            core,
            "PutItem",
            "{'TableName':'tab','Item':{'k':{'S':'%s'},'s':{'N':'%d'},'v':{'S':'%s'}}}"
                .formatted(key, i, "x".repeat(500)));
      }
      assertThat(core.zones(null).controls().partitions(table(core))).hasSizeGreaterThan(4);
    }
    try (EngineCore again = start()) {
      List<PartitionState> partitions = again.zones(null).controls().partitions(table(again));
      Map<Integer, Long> held = held(again);
      assertThat(partitions)
          .hasSizeGreaterThan(4)
          .allSatisfy(each -> assertThat(each.bytes()).isEqualTo(held.get(each.id())));
      assertThat(partitions.stream().mapToLong(PartitionState::bytes).sum())
          .isEqualTo(table(again).sizeBytes());
      assertThat(partitions)
          .as("only a single hash may stay too large")
          .allMatch(each -> each.bytes() <= PARTITION_BYTES || each.low() == each.high());
    }
  }
}
