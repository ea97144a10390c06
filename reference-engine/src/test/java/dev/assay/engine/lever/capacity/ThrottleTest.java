package dev.assay.engine.lever.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.engine.EngineCore;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.ManualClock;
import dev.assay.engine.lever.Lever;
import dev.assay.engine.lever.LeverException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The lever that has capacity enforced")
class ThrottleTest {
  private final EngineCore engine =
      new EngineCore(EngineSettings.defaults().withClock(ManualClock.atNoon()));
  private final Lever lever = engine.levers().find("throttle");

  @AfterEach
  void close() {
    engine.close();
  }

  private int call(String operation, String json) {
    byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return engine.answer(null, "DynamoDB_20120810." + operation, body).status();
  }

  private int putOfHundredUnits() {
    String value = "v".repeat(100 * 1024 - 10);
    return call(
        "PutItem", "{'TableName':'Orders','Item':{'pk':{'S':'a'},'v':{'S':'" + value + "'}}}");
  }

  private int putsAccepted() {
    int accepted = 0;
    while (accepted < 10 && putOfHundredUnits() == 200) {
      accepted++;
    }
    return accepted;
  }

  @Test
  void throttles_a_running_engine_until_it_is_healed() {
    assertThat(
            call(
                "CreateTable",
                "{'TableName':'Orders','AttributeDefinitions':"
                    + "[{'AttributeName':'pk','AttributeType':'S'}],"
                    + "'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],"
                    + "'ProvisionedThroughput':{'ReadCapacityUnits':1,'WriteCapacityUnits':1}}"))
        .isEqualTo(200);
    assertThat(putsAccepted()).isEqualTo(10);

    lever.pull(Map.of("on", true));
    assertThat(lever.state()).isEqualTo(Map.of("on", true));
    assertThat(putsAccepted()).isEqualTo(3);

    // Twice is as once: nothing is filled again.
    lever.pull(Map.of("on", true));
    assertThat(putsAccepted()).isZero();

    lever.heal();
    assertThat(lever.state()).isEqualTo(Map.of("on", false));
    assertThat(putsAccepted()).isEqualTo(10);
  }

  @Test
  void says_what_it_needs() {
    assertThatThrownBy(() -> lever.pull(Map.of()))
        .isInstanceOf(LeverException.class)
        .hasMessage("the lever throttle needs the argument 'on'");
    assertThatThrownBy(() -> lever.pull(Map.of("on", "maybe")))
        .hasMessage("the argument 'on' of throttle must be true or false, was 'maybe'");
    assertThatThrownBy(() -> lever.pull(Map.of("of", true)))
        .hasMessage("the lever throttle has no argument 'of'");
  }
}
