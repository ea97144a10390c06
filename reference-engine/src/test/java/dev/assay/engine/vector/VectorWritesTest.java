package dev.assay.engine.vector;

import static dev.assay.engine.vector.VectorTable.numbers;
import static dev.assay.engine.vector.VectorTable.putBody;
import static dev.assay.engine.vector.VectorTable.vector;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.EngineFixture;
import dev.assay.engine.EngineSettings;
import dev.assay.engine.ManualClock;
import dev.assay.engine.table.TableTransitions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VectorWritesTest {
  private static final String ALL = "{'ProjectionType':'ALL'}";
  private static final String NOT_VALID =
      "ValidationException: One or more parameter values are not valid. One or more parameter"
          + " values were invalid . ";

  private final ManualClock clock = ManualClock.atNoon();
  private final EngineFixture engine =
      EngineFixture.start(
          EngineSettings.defaults()
              .withClock(clock)
              .withTransitions(
                  TableTransitions.IMMEDIATE
                      .withUpdating(Duration.ofSeconds(3))
                      .withBackfilling(Duration.ofSeconds(11))
                      .withServing(Duration.ofSeconds(2))));

  @AfterEach
  void stop() {
    engine.close();
    assertThat(engine.accidents()).isEmpty();
  }

  private String refusal(String value, String more) {
    return engine.call("PutItem", putBody("a", value, more)).error();
  }

  @Test
  void aVectorMustBeAListOfAsManyNumbersAsTheIndexHasDimensions() {
    VectorTable.with(engine, "COSINE");
    assertThat(refusal("{'S':'x'}", ""))
        .isEqualTo(
            NOT_VALID + "Invalid type for parameter v, Expected: L, Actual: S. IndexName: near");
    assertThat(refusal(vector("1", "2", "3"), ""))
        .isEqualTo(
            NOT_VALID + "Invalid size for parameter v, Expected: 2, Actual: 3. IndexName: near");
    assertThat(refusal("{'L':[{'S':'x'},{'N':'1'}]}", ""))
        .isEqualTo(
            "ValidationException: One or more parameter values were invalid. Invalid type for"
                + " parameter v[0], Expected: 32-bit floating point number, Actual: S. IndexName:"
                + " near");
    assertThat(refusal(vector("1", "1e39"), ""))
        .isEqualTo(
            NOT_VALID
                + "Invalid value for parameter v[1], Value: 1.0E39 is outside valid range"
                + " [-3.4028235E38, 3.4028235E38]. IndexName: near");
  }

  @Test
  void anItemWithoutAVectorIsStoredAndNotFound() {
    VectorTable table = VectorTable.with(engine, "COSINE");
    engine.ok("PutItem", "{'TableName':'docs','Item':{'pk':{'S':'a'}}}");
    assertThat(table.keys(numbers("1", "0"), 10, "")).isEmpty();
  }

  @Test
  void attributesOfTheSearchSchemaMustHaveTheirTypes() {
    VectorTable.partitioned(engine, ALL);
    assertThat(refusal(vector("1", "2"), ",'tenant':{'N':'1'}"))
        .isEqualTo(
            "ValidationException: One or more parameter values were invalid. Attribute 'tenant'"
                + " type mismatch. Expected: S, Actual: N. IndexName: near");
    assertThat(refusal(vector("1", "2"), ",'tenant':{'S':''}"))
        .endsWith("cannot contain an empty string value. IndexName: near, IndexKey: tenant");
  }

  @Test
  void anUpdateIsCheckedOnlyInWhatItChanges() {
    VectorTable.with(engine, "", "").put("a", "{'S':'not a vector'}");
    addIndex();
    engine.ok(
        "UpdateItem",
        "{'TableName':'docs','Key':{'pk':{'S':'a'}},'UpdateExpression':'SET title = :t',"
            + "'ExpressionAttributeValues':{':t':{'S':'x'}}}");
    assertThat(
            engine
                .call(
                    "UpdateItem",
                    "{'TableName':'docs','Key':{'pk':{'S':'a'}},'UpdateExpression':'SET v = :v',"
                        + "'ExpressionAttributeValues':{':v':{'S':'still none'}}}")
                .error())
        .isEqualTo(
            NOT_VALID + "Invalid type for parameter v, Expected: L, Actual: S. IndexName: near");
  }

  @Test
  void aTransactionIsCancelledWithTheSameSentence() {
    VectorTable.with(engine, "COSINE");
    EngineFixture.Reply reply =
        engine.call(
            "TransactWriteItems",
            "{'TransactItems':[{'Put':" + putBody("a", "{'S':'x'}", "") + "}]}");
    assertThat(reply.errorType()).isEqualTo("TransactionCanceledException");
    assertThat(reply.at("/CancellationReasons/0/Message").asText())
        .isEqualTo(
            NOT_VALID.substring("ValidationException: ".length())
                + "Invalid type for parameter v, Expected: L, Actual: S. IndexName: near");
  }

  @Test
  void aWriteIsBilledFourBytesForEachDimensionAndAtLeastAKilobyte() {
    VectorTable.partitioned(engine, ALL);
    assertThat(billed(vector("0.1", "0.2"), ",'tenant':{'S':'a'}")).isEqualTo(1024);
    assertThat(billed(vector("0.1", "0.2"), ",'tenant':{'S':'a'}")).isZero();
    String large = ",'tenant':{'S':'a'},'x':{'S':'" + "x".repeat(2000) + "'}";
    // pk (3), v with 2 dimensions (9), tenant (7), x (2001)
    assertThat(billed(vector("0.1", "0.2"), large)).isEqualTo(2020);
    assertThat(billed(vector("0.1", "0.2"), large.replace("'a'", "'b'"))).isEqualTo(4040);
  }

  private long billed(String vector, String more) {
    String put = putBody("a", vector, more);
    JsonNode body =
        engine.ok(
            "PutItem", put.substring(0, put.length() - 1) + ",'ReturnConsumedCapacity':'INDEXES'}");
    return body.at("/ConsumedCapacity/VectorIndexes/near/VectorWriteRequestBytes").asLong();
  }

  @Test
  void anIndexThatIsAddedLaterIsFilledAndServedInTheEnd() {
    VectorTable table = VectorTable.with(engine, "", "").put("a", vector("1", "0"));
    addIndex();
    assertThat(table.refusal(numbers("1", "0"), 1, ""))
        .isEqualTo("ValidationException: The table does not have the specified index: near");
    clock.advance(Duration.ofSeconds(3));
    assertThat(table.refusal(numbers("1", "0"), 1, ""))
        .isEqualTo("ValidationException: Cannot search backfilling vector index: near");
    clock.advance(Duration.ofSeconds(11));
    assertThat(table.refusal(numbers("1", "0"), 1, ""))
        .isEqualTo("ValidationException: Cannot search backfilling vector index: near");
    table.put("b", vector("2", "0"));
    clock.advance(Duration.ofSeconds(2));
    assertThat(table.keys(numbers("1", "0"), 5, "")).containsExactly("a", "b");
  }

  private void addIndex() {
    engine.ok(
        "UpdateTable",
        "{'TableName':'docs','VectorIndexUpdates':[{'Create':"
            + VectorTable.index("EUCLIDEAN", "", ALL)
            + "}]}");
  }
}
