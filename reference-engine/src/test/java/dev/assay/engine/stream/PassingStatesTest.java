package dev.assay.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.EngineFixture;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.ManualClock;
import dev.assay.engine.table.TableTransitions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A stream, while its table is changing")
class PassingStatesTest {
  private static final Duration CREATING = Duration.ofSeconds(5);
  private static final Duration UPDATING = Duration.ofSeconds(7);
  private static final Duration DELETING = Duration.ofSeconds(3);
  private static final String ON =
      "'StreamSpecification':{'StreamEnabled':true,'StreamViewType':'NEW_IMAGE'}";

  private final ManualClock clock = ManualClock.atNoon();
  private final EngineFixture engine =
      EngineFixture.start(
          EngineSettings.defaults()
              .withClock(clock)
              .withTransitions(
                  TableTransitions.IMMEDIATE
                      .withCreating(CREATING)
                      .withUpdating(UPDATING)
                      .withDeleting(DELETING)));

  @AfterEach
  void close() {
    engine.close();
    assertThat(engine.accidents()).isEmpty();
  }

  private void create(String more) {
    engine.ok(
        "CreateTable",
        "{'TableName':'Orders','BillingMode':'PAY_PER_REQUEST',"
            + "'AttributeDefinitions':[{'AttributeName':'id','AttributeType':'S'}],"
            + "'KeySchema':[{'AttributeName':'id','KeyType':'HASH'}]"
            + more
            + "}");
  }

  private String update(String change) {
    return engine
        .ok("UpdateTable", "{'TableName':'Orders'," + change + "}")
        .at("/TableDescription/LatestStreamArn")
        .asText();
  }

  private String status(String arn) {
    return engine
        .callStreams("DescribeStream", "{'StreamArn':'" + arn + "'}")
        .at("/StreamDescription/StreamStatus")
        .asText();
  }

  private String latest() {
    return engine
        .ok("DescribeTable", "{'TableName':'Orders'}")
        .at("/Table/LatestStreamArn")
        .asText();
  }

  @Test
  void is_enabling_as_long_as_a_new_table_is_creating() {
    create("," + ON);
    String arn = latest();
    assertThat(status(arn)).isEqualTo("ENABLING");

    clock.advance(CREATING.minusMillis(1));
    assertThat(status(arn)).isEqualTo("ENABLING");
    clock.advance(Duration.ofMillis(1));
    assertThat(status(arn)).isEqualTo("ENABLED");
  }

  @Test
  void is_enabling_and_disabling_as_long_as_its_table_is_updated_for_that() {
    create("");
    clock.advance(CREATING);
    String arn = update(ON);
    assertThat(status(arn)).isEqualTo("ENABLING");
    clock.advance(UPDATING);
    assertThat(status(arn)).isEqualTo("ENABLED");

    update("'DeletionProtectionEnabled':false,'TableClass':'STANDARD_INFREQUENT_ACCESS'");
    assertThat(status(arn)).isEqualTo("ENABLED");
    clock.advance(UPDATING);

    update("'StreamSpecification':{'StreamEnabled':false}");
    assertThat(status(arn)).isEqualTo("DISABLING");
    clock.advance(UPDATING);
    assertThat(status(arn)).isEqualTo("DISABLED");
  }

  @Test
  void is_disabling_as_long_as_its_table_is_deleted() {
    create("," + ON);
    clock.advance(CREATING);
    String arn = latest();
    engine.ok("DeleteTable", "{'TableName':'Orders'}");
    assertThat(status(arn)).isEqualTo("DISABLING");
    clock.advance(DELETING);
    assertThat(status(arn)).isEqualTo("DISABLED");
  }
}
