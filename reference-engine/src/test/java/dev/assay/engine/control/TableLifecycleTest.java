package dev.assay.engine.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.EngineFixture;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.ManualClock;
import dev.assay.engine.table.TableTransitions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TableLifecycleTest {
  private static final String TABLE =
      "{'TableName':'songs','AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],"
          + "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],"
          + "'BillingMode':'PAY_PER_REQUEST'}";
  private static final String NAME = "{'TableName':'songs'}";

  private final ManualClock clock = ManualClock.atNoon();
  private final EngineFixture slow =
      EngineFixture.start(
          EngineSettings.defaults()
              .withClock(clock)
              .withTransitions(
                  TableTransitions.IMMEDIATE
                      .withCreating(Duration.ofSeconds(5))
                      .withDeleting(Duration.ofSeconds(7))));

  @AfterEach
  void stop() {
    slow.close();
    assertThat(slow.accidents()).isEmpty();
  }

  @Test
  void aTableIsCreatingInTheResponseAndActiveAtOnceAfterIt() {
    try (EngineFixture engine = EngineFixture.start()) {
      assertThat(engine.ok("CreateTable", TABLE).at("/TableDescription/TableStatus").asText())
          .isEqualTo("CREATING");
      assertThat(engine.ok("DescribeTable", NAME).at("/Table/TableStatus").asText())
          .isEqualTo("ACTIVE");
      assertThat(engine.ok("DeleteTable", NAME).at("/TableDescription/TableStatus").asText())
          .isEqualTo("DELETING");
      assertThat(engine.call("DescribeTable", NAME).error())
          .isEqualTo(
              "ResourceNotFoundException: Requested resource not found: Table: songs not found");
    }
  }

  @Test
  void aTableStaysCreatingForItsTime() {
    slow.ok("CreateTable", TABLE);
    clock.advance(Duration.ofMillis(4_999));
    assertThat(status()).isEqualTo("CREATING");
    clock.advance(Duration.ofMillis(1));
    assertThat(status()).isEqualTo("ACTIVE");
  }

  @Test
  void aTableStaysDeletingForItsTimeAndIsListedMeanwhile() {
    slow.ok("CreateTable", TABLE);
    clock.advance(Duration.ofSeconds(5));
    slow.ok("DeleteTable", NAME);
    clock.advance(Duration.ofMillis(6_999));
    assertThat(status()).isEqualTo("DELETING");
    assertThat(slow.ok("ListTables", "{}").at("/TableNames/0").asText()).isEqualTo("songs");
    clock.advance(Duration.ofMillis(1));
    assertThat(slow.ok("ListTables", "{}").at("/TableNames")).isEmpty();
  }

  @Test
  void aTableThatIsChangingCannotBeDeletedOrMadeAgain() {
    slow.ok("CreateTable", TABLE);
    assertThat(slow.call("DeleteTable", NAME).error())
        .isEqualTo(
            "ResourceInUseException: Attempt to change a resource which is still in use:"
                + " Table is being created: songs");
    assertThat(slow.call("CreateTable", TABLE).error())
        .isEqualTo(
            "ResourceInUseException: Attempt to change a resource which is still in use:"
                + " Table is being created: songs");
    clock.advance(Duration.ofSeconds(5));
    assertThat(slow.call("CreateTable", TABLE).error())
        .isEqualTo("ResourceInUseException: Table already exists: songs");
    slow.ok("DeleteTable", NAME);
    assertThat(slow.call("DeleteTable", NAME).error())
        .isEqualTo(
            "ResourceInUseException: Attempt to change a resource which is still in use:"
                + " Table is being deleted: songs");
  }

  private String status() {
    return slow.ok("DescribeTable", NAME).at("/Table/TableStatus").asText();
  }
}
