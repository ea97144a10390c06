package dev.assay.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.TestTables;
import dev.assay.engine.store.WriteOrigin;
import dev.assay.engine.table.StreamViewType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where iterators start, how they move, and when they are no good any more. */
final class ShardIteratorTest {
  private final StreamsFixture fixture = new StreamsFixture();
  private final Stream stream = fixture.enable(StreamViewType.NEW_IMAGE);
  private String shard = "";

  @BeforeEach
  void findShard() {
    shard = fixture.shardIds(stream).get(0);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private List<String> valuesFrom(String type, String rest) {
    return StreamsFixture.values(fixture.records(fixture.iterator(stream, shard, type, rest)));
  }

  private String numberOf(int record) {
    return fixture.records(stream, shard).get(record).at("/dynamodb/SequenceNumber").asText();
  }

  @Test
  void trimHorizonStartsAtTheOldestRecord() {
    fixture.put("a", "one");
    fixture.put("a", "two");

    assertThat(valuesFrom("TRIM_HORIZON", "")).containsExactly("one", "two");
  }

  @Test
  void latestStartsAfterTheNewestRecord() {
    fixture.put("a", "one");
    String iterator = fixture.iterator(stream, shard, "LATEST", "");
    fixture.put("a", "two");

    assertThat(StreamsFixture.values(fixture.records(iterator))).containsExactly("two");
  }

  @Test
  void aSequenceNumberStartsAtItsRecordOrAfterIt() {
    fixture.put("a", "one");
    fixture.put("a", "two");
    fixture.put("a", "three");
    String number = ",'SequenceNumber':'" + numberOf(1) + "'";

    assertThat(valuesFrom("AT_SEQUENCE_NUMBER", number)).containsExactly("two", "three");
    assertThat(valuesFrom("AFTER_SEQUENCE_NUMBER", number)).containsExactly("three");
  }

  @Test
  void theStartingSequenceNumberOfAShardMayBeUsedAsOne() {
    fixture.put("a", "one");
    String start =
        fixture
            .describe(stream)
            .at("/Shards/0/SequenceNumberRange/StartingSequenceNumber")
            .asText();

    assertThat(valuesFrom("AT_SEQUENCE_NUMBER", ",'SequenceNumber':'" + start + "'"))
        .containsExactly("one");
  }

  @Test
  void aTimestampStartsAtTheFirstRecordThatIsNotOlder() {
    fixture.put("a", "noon");
    fixture.advance(Duration.ofMillis(1_500));
    fixture.put("a", "later");
    fixture.advance(Duration.ofSeconds(10));

    long noon = java.time.Instant.parse("2026-10-01T12:00:00Z").getEpochSecond();
    assertThat(valuesFrom("AT_TIMESTAMP", ",'Timestamp':" + noon)).containsExactly("noon", "later");
    assertThat(valuesFrom("AT_TIMESTAMP", ",'Timestamp':" + noon + ".001"))
        .containsExactly("later");
    assertThat(valuesFrom("AT_TIMESTAMP", ",'Timestamp':" + noon + ".501"))
        .containsExactly("later");
    assertThat(valuesFrom("AT_TIMESTAMP", ",'Timestamp':1")).containsExactly("noon", "later");
    assertThat(
            fixture.refused(
                "GetShardIterator",
                StreamsFixture.iteratorRequest(
                    stream, shard, "AT_TIMESTAMP", ",'Timestamp':" + (noon + 12))))
        .startsWith("ValidationException: ");
  }

  @Test
  void eachReadHandsOutTheIteratorOfTheNext() {
    for (int i = 0; i < 5; i++) {
      fixture.put("a", "v" + i);
    }
    String iterator = fixture.iterator(stream, shard, "TRIM_HORIZON", "");
    JsonNode first = fixture.ok("GetRecords", "{'Limit':2,'ShardIterator':'" + iterator + "'}");
    JsonNode second = fixture.read(first.get("NextShardIterator").asText());

    assertThat(first.get("Records")).hasSize(2);
    assertThat(second.get("Records")).hasSize(3);
    assertThat(second.get("NextShardIterator").asText()).isNotEmpty();
  }

  @Test
  void anIteratorMayBeUsedAgainAndNoConsumerDisturbsAnother() {
    fixture.put("a", "one");
    String iterator = fixture.iterator(stream, shard, "TRIM_HORIZON", "");
    fixture.read(iterator);
    fixture.put("a", "two");

    assertThat(StreamsFixture.values(fixture.records(iterator))).containsExactly("one", "two");
    assertThat(valuesFrom("TRIM_HORIZON", "")).containsExactly("one", "two");
  }

  @Test
  void aPageHoldsNoMoreThanAThousandRecords() {
    for (int i = 0; i < 1_001; i++) {
      fixture.put("a" + i, "x");
    }
    JsonNode first = fixture.read(fixture.iterator(stream, shard, "TRIM_HORIZON", ""));

    assertThat(first.get("Records")).hasSize(1_000);
    assertThat(fixture.read(first.get("NextShardIterator").asText()).get("Records")).hasSize(1);
  }

  @Test
  void aPageHoldsNoMoreThanAMegabyte() {
    String large = "x".repeat(300_000);
    for (int i = 0; i < 4; i++) {
      fixture.write("a" + i, TestTables.item("id", "a" + i, "v", large), WriteOrigin.CLIENT);
    }
    JsonNode first = fixture.read(fixture.iterator(stream, shard, "TRIM_HORIZON", ""));

    assertThat(first.get("Records")).hasSize(3);
    assertThat(fixture.read(first.get("NextShardIterator").asText()).get("Records")).hasSize(1);
  }

  @Test
  void anIteratorIsGoodForFifteenMinutes() {
    String iterator = fixture.iterator(stream, shard, "TRIM_HORIZON", "");
    fixture.advance(Duration.ofMinutes(15));
    String next = fixture.read(iterator).get("NextShardIterator").asText();
    fixture.advance(Duration.ofMillis(1));

    assertThat(fixture.refused("GetRecords", "{'ShardIterator':'" + iterator + "'}"))
        .isEqualTo(
            "ExpiredIteratorException: Iterator expired. The iterator was created at time Thu Oct"
                + " 01 12:00:00 UTC 2026 while right now it is Thu Oct 01 12:15:00 UTC 2026 which"
                + " is further in the future than the tolerated delay of 900000 milliseconds.");
    assertThat(fixture.read(next).get("Records")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "a|1|b", "||", "|1|", "a|1|fHx8"})
  void aTextThatIsNoIteratorIsRefused(String text) {
    assertThat(fixture.refused("GetRecords", "{'ShardIterator':'" + text + "'}"))
        .isEqualTo("ValidationException: Invalid ShardIterator");
  }

  @Test
  void anIteratorThatWasCutOrBelongsToAnotherStreamIsRefused() {
    String iterator = fixture.iterator(stream, shard, "TRIM_HORIZON", "");

    assertThat(
            fixture.refused(
                "GetRecords",
                "{'ShardIterator':'" + iterator.substring(0, iterator.length() - 8) + "'}"))
        .isEqualTo("ValidationException: Invalid ShardIterator");
    assertThat(
            fixture.refused(
                "GetRecords", "{'ShardIterator':'" + iterator.replace("Orders", "Odders") + "'}"))
        .isEqualTo("ValidationException: Invalid ShardIterator");
  }
}
