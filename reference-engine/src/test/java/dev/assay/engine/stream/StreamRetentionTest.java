package dev.assay.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.table.StreamViewType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Records are kept for a day, and so are streams that are no longer enabled. */
final class StreamRetentionTest {
  private static final String TRIMMED =
      "TrimmedDataAccessException: The data you are trying to access has been trimmed";

  private StreamsFixture fixture =
      new StreamsFixture(StreamPolicy.defaults().withRotateAfter(Duration.ofDays(30)));

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void aRecordOlderThanADayIsNoLongerGiven() {
    Stream stream = fixture.enable(StreamViewType.NEW_IMAGE);
    String shard = fixture.shardIds(stream).get(0);
    fixture.put("a", "old");
    fixture.advance(Duration.ofHours(24));
    fixture.put("a", "new");
    assertThat(StreamsFixture.values(fixture.records(stream, shard))).containsExactly("old", "new");
    fixture.advance(Duration.ofMillis(1));

    assertThat(StreamsFixture.values(fixture.records(stream, shard))).containsExactly("new");
  }

  @Test
  void anIteratorToARecordThatIsTrimmedMeanwhileIsRefused() {
    Stream stream = fixture.enable(StreamViewType.NEW_IMAGE);
    String shard = fixture.shardIds(stream).get(0);
    fixture.put("a", "old");
    fixture.advance(Duration.ofHours(23).plusMinutes(55));
    String iterator = fixture.iterator(stream, shard, "TRIM_HORIZON", "");
    String latest = fixture.iterator(stream, shard, "LATEST", "");
    fixture.advance(Duration.ofMinutes(6));

    assertThat(fixture.refused("GetRecords", "{'ShardIterator':'" + iterator + "'}"))
        .isEqualTo(TRIMMED);
    assertThat(fixture.read(latest).get("Records")).isEmpty();
  }

  @Test
  void aSequenceNumberThatHasBeenTrimmedGivesNoIterator() {
    Stream stream = fixture.enable(StreamViewType.NEW_IMAGE);
    String shard = fixture.shardIds(stream).get(0);
    fixture.put("a", "old");
    String number = fixture.records(stream, shard).get(0).at("/dynamodb/SequenceNumber").asText();
    fixture.advance(Duration.ofHours(25));

    for (String type : List.of("AT_SEQUENCE_NUMBER", "AFTER_SEQUENCE_NUMBER")) {
      assertThat(
              fixture.refused(
                  "GetShardIterator",
                  StreamsFixture.iteratorRequest(
                      stream, shard, type, ",'SequenceNumber':'" + number + "'")))
          .isEqualTo(TRIMMED);
    }
  }

  @Test
  void aClosedShardIsForgottenWithItsLastRecord() {
    Stream stream = fixture.enable(StreamViewType.NEW_IMAGE);
    fixture.put("a", "old");
    String parent = fixture.shardIds(stream).get(0);
    String iterator = fixture.iterator(stream, parent, "TRIM_HORIZON", "");
    stream.rotate();
    fixture.advance(Duration.ofHours(24).plusMillis(1));

    JsonNode shards = fixture.describe(stream).get("Shards");
    assertThat(shards).hasSize(1);
    assertThat(shards.at("/0/ParentShardId").asText()).isEqualTo(parent);
    assertThat(
            fixture.refused(
                "GetShardIterator",
                StreamsFixture.iteratorRequest(stream, parent, "TRIM_HORIZON", "")))
        .isEqualTo("ResourceNotFoundException: Requested resource not found: Shard does not exist");
    assertThat(iterator).isNotEmpty();
  }

  @Test
  void ofAShardThatRollsOverEveryFourHoursSevenGenerationsCanBeRead() {
    fixture.close();
    fixture = new StreamsFixture();
    Stream stream = fixture.enable(StreamViewType.NEW_IMAGE);
    fixture.advance(Duration.ofDays(3).plusMinutes(1));

    assertThat(fixture.shardIds(stream)).hasSize(7);
  }

  @Test
  void aDisabledStreamCanBeReadForADay() {
    Stream stream = fixture.enable(StreamViewType.NEW_IMAGE);
    fixture.advance(Duration.ofHours(1));
    fixture.put("a", "one");
    fixture.disable();
    String shard = fixture.shardIds(stream).get(0);
    fixture.advance(Duration.ofHours(24));
    assertThat(StreamsFixture.values(fixture.records(stream, shard))).containsExactly("one");
    String iterator = fixture.iterator(stream, shard, "TRIM_HORIZON", "");
    fixture.advance(Duration.ofMillis(1));

    String arn = stream.name().arn();
    String gone =
        "ResourceNotFoundException: Requested resource not found: Stream: " + arn + " not found";
    assertThat(fixture.refused("DescribeStream", "{'StreamArn':'" + arn + "'}")).isEqualTo(gone);
    assertThat(fixture.refused("GetRecords", "{'ShardIterator':'" + iterator + "'}"))
        .isEqualTo(gone);
    assertThat(fixture.ok("ListStreams", "{}").get("Streams")).isEmpty();
  }

  @Test
  void theStreamOfADeletedTableIsDisabledAndStaysReadable() {
    Stream stream = fixture.enable(StreamViewType.NEW_IMAGE);
    fixture.put("a", "one");
    fixture.deleteTable();

    assertThat(fixture.describe(stream).get("StreamStatus").asText()).isEqualTo("DISABLED");
    assertThat(StreamsFixture.values(fixture.records(stream, fixture.shardIds(stream).get(0))))
        .containsExactly("one");
    assertThat(fixture.ok("ListStreams", "{'TableName':'Orders'}").get("Streams")).hasSize(1);
  }

  @Test
  void nothingIsKeptThatNobodyMayRead() {
    fixture.enable(StreamViewType.NEW_IMAGE);
    for (int i = 0; i < 100; i++) {
      fixture.put("a" + i, "x".repeat(1_000));
    }
    assertThat(fixture.streams.retainedBytes()).isGreaterThan(100_000);
    fixture.advance(Duration.ofHours(24).plusMillis(1));
    fixture.streams.trim();

    assertThat(fixture.streams.retainedBytes()).isZero();
  }

  @Test
  void whatADiscardedStreamTookIsGivenBack() {
    fixture.enable(StreamViewType.NEW_IMAGE);
    fixture.put("a", "one");
    fixture.disable();
    fixture.advance(Duration.ofHours(24).plusMillis(1));
    fixture.streams.trim();

    assertThat(fixture.streams.retainedBytes()).isZero();
  }

  @Test
  void beyondTheBudgetTheOldestRecordsGoBeforeTheirTime() {
    fixture.close();
    fixture = new StreamsFixture(StreamPolicy.defaults().withRetainedBytes(10_000));
    Stream stream = fixture.enable(StreamViewType.NEW_IMAGE);
    String shard = fixture.shardIds(stream).get(0);
    String iterator = fixture.iterator(stream, shard, "TRIM_HORIZON", "");
    for (int i = 0; i < 100; i++) {
      fixture.put("a" + i, "v" + i + "x".repeat(1_000));
    }

    assertThat(fixture.streams.retainedBytes()).isLessThanOrEqualTo(10_000);
    assertThat(StreamsFixture.values(fixture.records(stream, shard)))
        .hasSizeBetween(5, 9)
        .last()
        .asString()
        .startsWith("v99x");
    assertThat(fixture.refused("GetRecords", "{'ShardIterator':'" + iterator + "'}"))
        .isEqualTo(TRIMMED);
  }
}
