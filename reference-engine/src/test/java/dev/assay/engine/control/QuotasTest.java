package dev.assay.engine.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.BackgroundSettings;
import dev.assay.engine.EngineCore;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.ManualClock;
import dev.assay.engine.ManualScheduler;
import dev.assay.engine.api.Answer;
import dev.assay.engine.table.TableTransitions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What an account may have in a region")
class QuotasTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final ManualClock clock = ManualClock.atNoon();
  private EngineCore engine = start(TableTransitions.IMMEDIATE);

  private EngineCore start(TableTransitions transitions) {
    return new EngineCore(
        EngineSettings.defaults()
            .withClock(clock)
            .withTransitions(transitions)
            .withBackground(
                BackgroundSettings.defaults().withScheduler(new ManualScheduler(clock))));
  }

  private void restart(TableTransitions transitions) {
    engine.close();
    engine = start(transitions);
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  private String call(String operation, String json) {
    Answer answer =
        engine.answer(
            null,
            "DynamoDB_20120810." + operation,
            json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    return answer.status() == 200 ? "" : new String(answer.body(), StandardCharsets.UTF_8);
  }

  private String create(String name) {
    return create(name, "'BillingMode':'PAY_PER_REQUEST'", "");
  }

  private String create(String name, String billing, String indexUnits) {
    String index =
        indexUnits.isEmpty()
            ? ""
            : ",'GlobalSecondaryIndexes':[{'IndexName':'byPk','Projection':{'ProjectionType':'ALL'},"
                  + "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}]"
                + indexUnits
                + "}]";
    return call(
        "CreateTable",
        "{'TableName':'"
            + name
            + "','AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],"
            + "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],"
            + billing
            + index
            + "}");
  }

  private static String units(int reads, int writes) {
    return "'ProvisionedThroughput':{'ReadCapacityUnits':%d,'WriteCapacityUnits':%d}"
        .formatted(reads, writes);
  }

  @Test
  void is_2500_tables_and_as_many_in_another_region() {
    for (int i = 0; i < 2_500; i++) {
      assertThat(create("table-" + i)).isEmpty();
    }
    assertThat(create("one-more"))
        .contains("#LimitExceededException")
        .contains("Subscriber limit exceeded: There is a limit of 2500 tables per subscriber");
    assertThat(create("table-7")).contains("#ResourceInUseException");

    assertThat(call("DeleteTable", "{'TableName':'table-7'}")).isEmpty();
    assertThat(create("one-more")).isEmpty();
  }

  @Test
  void is_500_tables_that_change_at_once() {
    restart(TableTransitions.IMMEDIATE.withCreating(LONG));
    assertThat(create("first")).isEmpty();
    clock.advance(LONG);
    for (int i = 0; i < 500; i++) {
      assertThat(create("table-" + i)).isEmpty();
    }
    String refusal =
        "Subscriber limit exceeded: Only 500 tables can be created, updated, or deleted"
            + " simultaneously";
    assertThat(create("one-more")).contains("#LimitExceededException").contains(refusal);
    assertThat(call("DeleteTable", "{'TableName':'first'}")).contains(refusal);
    assertThat(call("UpdateTable", "{'TableName':'first','DeletionProtectionEnabled':true}"))
        .contains(refusal);

    clock.advance(LONG);
    assertThat(create("one-more")).isEmpty();
  }

  @Test
  void is_250_tables_with_indexes_that_are_created_at_once() {
    restart(TableTransitions.IMMEDIATE.withCreating(LONG));
    for (int i = 0; i < 250; i++) {
      assertThat(create("table-" + i, "'BillingMode':'PAY_PER_REQUEST'", " ")).isEmpty();
    }
    assertThat(create("one-more", "'BillingMode':'PAY_PER_REQUEST'", " "))
        .contains("#LimitExceededException")
        .contains(
            "You have exceeded the maximum number of indexed tables that can be created"
                + " simultaneously");
    assertThat(create("plain")).isEmpty();
  }

  @Test
  void is_40000_units_for_a_table_and_for_an_index() {
    assertThat(create("most", units(40_000, 1), "")).isEmpty();
    assertThat(create("more", units(1, 40_001), ""))
        .contains("#LimitExceededException")
        .contains("WriteCapacityUnits 40001")
        .contains("Per-table maximum: 40000");
    assertThat(create("index", units(1, 1), "," + units(1, 40_001)))
        .contains("Per-table maximum: 40000");

    assertThat(call("UpdateTable", "{'TableName':'most'," + units(40_001, 1) + "}"))
        .contains("ReadCapacityUnits 40001");
    assertThat(call("UpdateTable", "{'TableName':'most'," + units(40_000, 40_000) + "}")).isEmpty();
  }

  @Test
  void is_80000_units_together() {
    assertThat(create("one", units(40_000, 1), "")).isEmpty();
    assertThat(create("two", units(30_000, 1), "," + units(10_000, 1))).isEmpty();

    assertThat(create("three", units(1, 1), ""))
        .contains("#LimitExceededException")
        .contains("ReadCapacityUnits 80001")
        .contains("Per-account maximum: 80000");
    assertThat(create("three")).isEmpty();

    assertThat(call("UpdateTable", "{'TableName':'one'," + units(39_999, 1) + "}")).isEmpty();
    assertThat(create("four", units(1, 1), "")).isEmpty();
    assertThat(call("UpdateTable", "{'TableName':'four'," + units(2, 1) + "}"))
        .contains("ReadCapacityUnits 80001");
  }
}
