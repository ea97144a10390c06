package dev.assay.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.table.StreamViewType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which streams ListStreams gives. */
final class ListStreamsTest {
  private final StreamsFixture fixture = new StreamsFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  private static List<String> tables(JsonNode page) {
    List<String> names = new ArrayList<>();
    page.get("Streams").forEach(stream -> names.add(stream.get("TableName").asText()));
    return names;
  }

  @Test
  void aStreamIsGivenByItsArnItsTableAndItsLabel() {
    fixture.enable(StreamViewType.KEYS_ONLY);

    assertThat(fixture.ok("ListStreams", "{}"))
        .hasToString(
            "{\"Streams\":[{\"StreamArn\":\"arn:aws:dynamodb:us-east-1:000000000000:table/Orders/"
                + "stream/2026-10-01T12:00:00.000\",\"TableName\":\"Orders\",\"StreamLabel\":"
                + "\"2026-10-01T12:00:00.000\"}]}");
  }

  @Test
  void eachEnablingMakesAStreamOfItsOwn() {
    Stream first = fixture.enable(StreamViewType.KEYS_ONLY);
    fixture.disable();
    fixture.advance(Duration.ofMillis(1));
    Stream second = fixture.enable(StreamViewType.NEW_IMAGE);

    assertThat(second.name().label()).isEqualTo("2026-10-01T12:00:00.001");
    JsonNode streams = fixture.ok("ListStreams", "{'TableName':'Orders'}").get("Streams");
    assertThat(streams)
        .extracting(stream -> stream.get("StreamArn").asText())
        .containsExactly(first.name().arn(), second.name().arn());
  }

  @Test
  void onlyTheStreamsOfOneTableAreGivenIfItIsNamed() {
    fixture.enable(StreamViewType.KEYS_ONLY);
    fixture.addStreamed("OrdersOld");

    assertThat(tables(fixture.ok("ListStreams", "{'TableName':'Orders'}")))
        .containsExactly("Orders");
    assertThat(tables(fixture.ok("ListStreams", "{'TableName':'absent'}"))).isEmpty();
  }

  @Test
  void streamsAreListedPageByPage() {
    for (int i = 0; i < 5; i++) {
      fixture.addStreamed("Table" + i);
    }

    List<String> paged = new ArrayList<>();
    String start = "";
    JsonNode page;
    do {
      page = fixture.ok("ListStreams", "{'Limit':2" + start + "}");
      paged.addAll(tables(page));
      start = ",'ExclusiveStartStreamArn':'" + page.path("LastEvaluatedStreamArn").asText() + "'";
    } while (page.has("LastEvaluatedStreamArn"));

    assertThat(paged).containsExactly("Table0", "Table1", "Table2", "Table3", "Table4");
  }

  @Test
  void aPageHoldsNoMoreThanAHundredStreams() {
    for (int i = 0; i < 101; i++) {
      fixture.addStreamed("Table" + (1000 + i));
    }

    JsonNode page = fixture.ok("ListStreams", "{}");
    assertThat(page.get("Streams")).hasSize(100);
    assertThat(page.get("LastEvaluatedStreamArn").asText()).contains("Table1099");
  }
}
