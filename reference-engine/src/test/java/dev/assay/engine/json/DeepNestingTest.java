package dev.assay.engine.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.engine.EngineFixture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DeepNestingTest {
  /** Far less than a thread gets unless it asks otherwise. */
  private static final long SMALL_STACK_BYTES = 256 * 1024;

  /** As deep as JSON is read at all: each level has an object and a list. */
  private static final int LEVELS = 950;

  private static final String DEEP = "{'L':[".repeat(LEVELS) + "{'S':'x'}" + "]}".repeat(LEVELS);

  @Test
  void aValueOfAnyDepthIsReadWithASmallStack() throws InterruptedException {
    AtomicReference<Throwable> problem = new AtomicReference<>();
    Thread reading =
        new Thread(
            null,
            () -> {
              byte[] body = ("{'Item':{'v':" + DEEP + "}}").replace('\'', '"').getBytes(UTF_8);
              JsonReader in = new JsonReader(body);
              in.request(name -> in.attributes(JsonReader.Position.MEMBER));
            },
            "small stack",
            SMALL_STACK_BYTES);
    reading.setUncaughtExceptionHandler((thread, thrown) -> problem.set(thrown));
    reading.start();
    reading.join();

    assertThat(problem.get()).isNull();
  }

  @Test
  void itIsRefusedAsNestedTooDeeply() throws Exception {
    try (EngineFixture engine = EngineFixture.start()) {
      engine.ok(
          "CreateTable",
          "{'TableName':'deep','KeySchema':[{'AttributeName':'pk','KeyType':'HASH'}],"
              + "'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'}],"
              + "'BillingMode':'PAY_PER_REQUEST'}");

      assertThat(
              engine
                  .call("PutItem", "{'TableName':'deep','Item':{'pk':{'S':'a'},'v':" + DEEP + "}}")
                  .error())
          .isEqualTo(
              "ValidationException: Nesting Levels have exceeded supported limits: Attributes in"
                  + " the item have nested levels beyond supported limit");
    }
  }
}
