package dev.assay.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.TestTables;
import dev.assay.engine.store.WriteOrigin;
import dev.assay.engine.table.StreamViewType;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the records of a stream show of the writes to its table. */
final class StreamRecordsTest {
  private final StreamsFixture fixture = new StreamsFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  private List<JsonNode> recordsOfAnInsertAModifyAndARemove(StreamViewType viewType) {
    Stream stream = fixture.enable(viewType);
    fixture.put("a", "one");
    fixture.put("a", "two");
    fixture.delete("a");
    return fixture.records(stream, fixture.shardIds(stream).get(0));
  }

  @Test
  void aRecordTellsWhatWasDoneToWhichItem() {
    List<JsonNode> records = recordsOfAnInsertAModifyAndARemove(StreamViewType.NEW_AND_OLD_IMAGES);

    assertThat(records)
        .extracting(record -> record.get("eventName").asText())
        .containsExactly("INSERT", "MODIFY", "REMOVE");
    assertThat(records)
        .allSatisfy(
            record -> {
              assertThat(record.get("eventVersion").asText()).isEqualTo("1.1");
              assertThat(record.get("eventSource").asText()).isEqualTo("aws:dynamodb");
              assertThat(record.get("awsRegion").asText()).isEqualTo("us-east-1");
              assertThat(record.at("/dynamodb/Keys")).hasToString("{\"id\":{\"S\":\"a\"}}");
              assertThat(record.has("userIdentity")).isFalse();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "KEYS_ONLY, -, -, -, -, -, -",
    "NEW_IMAGE, one, -, two, -, -, -",
    "OLD_IMAGE, -, -, -, one, -, two",
    "NEW_AND_OLD_IMAGES, one, -, two, one, -, two"
  })
  void theViewTypeDecidesWhichImagesARecordHas(
      StreamViewType viewType,
      String newOfInsert,
      String oldOfInsert,
      String newOfModify,
      String oldOfModify,
      String newOfRemove,
      String oldOfRemove) {
    List<JsonNode> records = recordsOfAnInsertAModifyAndARemove(viewType);

    assertThat(records)
        .extracting(record -> image(record, "NewImage"))
        .containsExactly(newOfInsert, newOfModify, newOfRemove);
    assertThat(records)
        .extracting(record -> image(record, "OldImage"))
        .containsExactly(oldOfInsert, oldOfModify, oldOfRemove);
    assertThat(records)
        .extracting(record -> record.at("/dynamodb/StreamViewType").asText())
        .containsOnly(viewType.name());
  }

  private static String image(JsonNode record, String name) {
    JsonNode image = record.get("dynamodb").get(name);
    return image == null ? "-" : image.at("/v/S").asText();
  }

  @Test
  void aWriteThatLeavesTheItemAsItWasMakesNoRecord() {
    Stream stream = fixture.enable(StreamViewType.NEW_IMAGE);
    fixture.put("a", "one");
    fixture.put("a", "one");
    fixture.delete("absent");

    assertThat(fixture.records(stream, fixture.shardIds(stream).get(0))).hasSize(1);
  }

  @Test
  void whatWasWrittenBeforeTheStreamWasEnabledOrAfterItWasDisabledIsNotInIt() {
    fixture.put("a", "before");
    Stream stream = fixture.enable(StreamViewType.NEW_IMAGE);
    fixture.put("a", "during");
    fixture.disable();
    fixture.put("a", "after");

    List<JsonNode> records = fixture.records(stream, fixture.shardIds(stream).get(0));
    assertThat(StreamsFixture.values(records)).containsExactly("during");
  }

  @Test
  void aDeletionByTimeToLiveCarriesTheServicesIdentity() {
    Stream stream = fixture.enable(StreamViewType.KEYS_ONLY);
    fixture.put("a", "one");
    fixture.write("a", null, WriteOrigin.TIME_TO_LIVE);

    JsonNode removal = fixture.records(stream, fixture.shardIds(stream).get(0)).get(1);
    assertThat(removal.get("eventName").asText()).isEqualTo("REMOVE");
    assertThat(removal.get("userIdentity"))
        .hasToString("{\"PrincipalId\":\"dynamodb.amazonaws.com\",\"Type\":\"Service\"}");
  }

  @Test
  void theSizeIsThatOfTheKeyAndOfTheImagesShown() {
    Stream stream = fixture.enable(StreamViewType.NEW_AND_OLD_IMAGES);
    fixture.write("a", TestTables.item("id", "a", "Message", "New item!"), WriteOrigin.CLIENT);
    fixture.write(
        "a", TestTables.item("id", "a", "Message", "This item has changed"), WriteOrigin.CLIENT);
    fixture.delete("a");

    int key = 3;
    int first = 3 + 7 + 9;
    int second = 3 + 7 + 21;
    assertThat(fixture.records(stream, fixture.shardIds(stream).get(0)))
        .extracting(record -> record.at("/dynamodb/SizeBytes").asInt())
        .containsExactly(key + first, key + first + second, key + second);
  }

  @Test
  void theTimeIsRoundedDownToTheSecond() {
    Stream stream = fixture.enable(StreamViewType.KEYS_ONLY);
    fixture.advance(java.time.Duration.ofMillis(1_999));
    fixture.put("a", "one");

    JsonNode record = fixture.records(stream, fixture.shardIds(stream).get(0)).get(0);
    assertThat(record.at("/dynamodb/ApproximateCreationDateTime").decimalValue())
        .isEqualByComparingTo(
            String.valueOf(java.time.Instant.parse("2026-10-01T12:00:01Z").getEpochSecond()));
  }

  @Test
  void sequenceNumbersAscendAndEventIdsAreUniqueAndStable() {
    Stream stream = fixture.enable(StreamViewType.KEYS_ONLY);
    for (int i = 0; i < 50; i++) {
      fixture.put("a" + i, "x");
    }
    String shard = fixture.shardIds(stream).get(0);
    List<JsonNode> records = fixture.records(stream, shard);

    assertThat(records)
        .extracting(record -> record.at("/dynamodb/SequenceNumber").asText())
        .isSorted()
        .doesNotHaveDuplicates()
        .allMatch(number -> number.matches("[1-9][0-9]{20}"));
    assertThat(records)
        .extracting(record -> record.get("eventID").asText())
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[0-9a-f]{32}"));
    assertThat(fixture.records(stream, shard)).isEqualTo(records);
  }
}
