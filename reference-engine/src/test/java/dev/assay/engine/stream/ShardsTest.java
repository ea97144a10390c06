package dev.assay.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.table.StreamViewType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How a stream is cut into shards, and how they follow each other. */
final class ShardsTest {
  private StreamsFixture fixture = new StreamsFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  private void useShards(int openShards) {
    fixture.close();
    fixture = new StreamsFixture(StreamPolicy.defaults().withOpenShards(openShards));
  }

  @Test
  void aNewStreamHasOneOpenShard() {
    Stream stream = fixture.enable(StreamViewType.KEYS_ONLY);

    JsonNode shards = fixture.describe(stream).get("Shards");
    assertThat(shards).hasSize(1);
    assertThat(shards.at("/0/ShardId").asText()).matches("shardId-[0-9]{20}-[0-9a-f]{8}");
    assertThat(shards.at("/0").has("ParentShardId")).isFalse();
    assertThat(shards.at("/0/SequenceNumberRange/StartingSequenceNumber").asText())
        .matches("[0-9]{21,40}");
    assertThat(shards.at("/0/SequenceNumberRange").has("EndingSequenceNumber")).isFalse();
  }

  @Test
  void aShardIsClosedAfterFourHoursAndFollowedByAChild() {
    Stream stream = fixture.enable(StreamViewType.NEW_IMAGE);
    fixture.put("a", "first");
    fixture.advance(Duration.ofHours(4));
    fixture.put("a", "second");

    JsonNode shards = fixture.describe(stream).get("Shards");
    assertThat(shards).hasSize(2);
    assertThat(shards.at("/1/ParentShardId")).isEqualTo(shards.at("/0/ShardId"));
    String ending = shards.at("/0/SequenceNumberRange/EndingSequenceNumber").asText();
    String starting = shards.at("/1/SequenceNumberRange/StartingSequenceNumber").asText();
    assertThat(ending).matches("[0-9]{21}").isLessThan(starting);

    List<String> ids = fixture.shardIds(stream);
    assertThat(StreamsFixture.values(fixture.records(stream, ids.get(0)))).containsExactly("first");
    assertThat(StreamsFixture.values(fixture.records(stream, ids.get(1))))
        .containsExactly("second");
  }

  @Test
  void theEndOfAClosedShardHasNoNextIterator() {
    Stream stream = fixture.enable(StreamViewType.NEW_IMAGE);
    fixture.put("a", "one");
    fixture.put("a", "two");
    String shard = fixture.shardIds(stream).get(0);
    String iterator = fixture.iterator(stream, shard, "TRIM_HORIZON", "");
    String latest = fixture.iterator(stream, shard, "LATEST", "");
    stream.rotate();

    JsonNode first = fixture.ok("GetRecords", "{'Limit':1,'ShardIterator':'" + iterator + "'}");
    JsonNode second = fixture.read(first.get("NextShardIterator").asText());
    assertThat(second.get("Records")).hasSize(1);
    assertThat(second.has("NextShardIterator")).isFalse();
    assertThat(fixture.read(latest)).hasToString("{\"Records\":[]}");
  }

  @Test
  void aDisabledStreamHasOnlyClosedShards() {
    Stream stream = fixture.enable(StreamViewType.NEW_IMAGE);
    fixture.put("a", "one");
    fixture.disable();

    JsonNode description = fixture.describe(stream);
    assertThat(description.get("StreamStatus").asText()).isEqualTo("DISABLED");
    assertThat(description.at("/Shards/0/SequenceNumberRange").has("EndingSequenceNumber"))
        .isTrue();
  }

  @Test
  void aSplitGivesTwoChildrenAndKeepsTheOrderOfEachItemsRecords() {
    Stream stream = fixture.enable(StreamViewType.NEW_IMAGE);
    writeSomeOf(0);
    String parent = fixture.shardIds(stream).get(0);
    assertThat(stream.split(parent)).isTrue();
    assertThat(stream.split(parent)).isFalse();
    writeSomeOf(10);

    List<String> ids = fixture.shardIds(stream);
    assertThat(ids).hasSize(3).startsWith(parent);
    List<JsonNode> lower = fixture.records(stream, ids.get(1));
    List<JsonNode> upper = fixture.records(stream, ids.get(2));
    assertThat(lower).isNotEmpty();
    assertThat(upper).isNotEmpty();

    List<JsonNode> all = new ArrayList<>(fixture.records(stream, parent));
    all.addAll(lower);
    all.addAll(upper);
    Map<String, List<String>> byItem = new HashMap<>();
    for (JsonNode record : all) {
      byItem
          .computeIfAbsent(record.at("/dynamodb/Keys/id/S").asText(), id -> new ArrayList<>())
          .add(record.at("/dynamodb/NewImage/v/S").asText());
    }
    assertThat(byItem).hasSize(20);
    assertThat(byItem.values())
        .allSatisfy(values -> assertThat(values).containsExactly("v0", "v1", "v10", "v11"));
  }

  private void writeSomeOf(int first) {
    for (int value = first; value < first + 2; value++) {
      for (int item = 0; item < 20; item++) {
        fixture.put("item" + item, "v" + value);
      }
    }
  }

  @Test
  void aStreamMayBeginWithSeveralShardsAndAnItemsRecordsAreInOneOfThem() {
    useShards(7);
    Stream stream = fixture.enable(StreamViewType.NEW_IMAGE);
    writeSomeOf(0);

    Map<String, String> shardOfItem = new HashMap<>();
    int records = 0;
    for (String shard : fixture.shardIds(stream)) {
      for (JsonNode record : fixture.records(stream, shard)) {
        records++;
        String item = record.at("/dynamodb/Keys/id/S").asText();
        assertThat(shardOfItem.getOrDefault(item, shard)).isEqualTo(shard);
        shardOfItem.put(item, shard);
      }
    }
    assertThat(fixture.shardIds(stream)).hasSize(7);
    assertThat(records).isEqualTo(40);
    assertThat(shardOfItem.values().stream().distinct().count()).isGreaterThan(2);
  }

  @Test
  void shardsAreDescribedPageByPage() {
    useShards(5);
    Stream stream = fixture.enable(StreamViewType.KEYS_ONLY);
    List<String> all = fixture.shardIds(stream);

    List<String> paged = new ArrayList<>();
    String start = "";
    JsonNode page;
    do {
      page =
          fixture
              .ok(
                  "DescribeStream",
                  "{'Limit':2,'StreamArn':'" + stream.name().arn() + "'" + start + "}")
              .get("StreamDescription");
      page.get("Shards").forEach(shard -> paged.add(shard.get("ShardId").asText()));
      start = ",'ExclusiveStartShardId':'" + page.path("LastEvaluatedShardId").asText() + "'";
    } while (page.has("LastEvaluatedShardId"));

    assertThat(paged).isEqualTo(all).hasSize(5);
  }

  @Test
  void aFilterGivesTheChildrenOfAShard() {
    Stream stream = fixture.enable(StreamViewType.KEYS_ONLY);
    String parent = fixture.shardIds(stream).get(0);
    stream.split(parent);
    stream.split(fixture.shardIds(stream).get(1));

    JsonNode children =
        fixture
            .ok(
                "DescribeStream",
                "{'StreamArn':'%s','ShardFilter':{'Type':'CHILD_SHARDS','ShardId':'%s'}}"
                    .formatted(stream.name().arn(), parent))
            .at("/StreamDescription/Shards");
    assertThat(children).hasSize(2);
    assertThat(children)
        .allSatisfy(child -> assertThat(child.get("ParentShardId").asText()).isEqualTo(parent));
    assertThat(fixture.shardIds(stream)).hasSize(5);
  }

  @Test
  void aDescriptionNamesTheTableItsKeyAndTheView() {
    Stream stream = fixture.enable(StreamViewType.OLD_IMAGE);

    JsonNode description = fixture.describe(stream);
    assertThat(description.get("StreamArn").asText())
        .isEqualTo(
            "arn:aws:dynamodb:us-east-1:000000000000:table/Orders/stream/2026-10-01T12:00:00.000");
    assertThat(description.get("StreamLabel").asText()).isEqualTo("2026-10-01T12:00:00.000");
    assertThat(description.get("StreamStatus").asText()).isEqualTo("ENABLED");
    assertThat(description.get("StreamViewType").asText()).isEqualTo("OLD_IMAGE");
    assertThat(description.get("TableName").asText()).isEqualTo("Orders");
    assertThat(description.get("CreationRequestDateTime").asLong())
        .isEqualTo(fixture.clock.instant().getEpochSecond());
    assertThat(description.get("KeySchema"))
        .hasToString("[{\"AttributeName\":\"id\",\"KeyType\":\"HASH\"}]");
  }
}
