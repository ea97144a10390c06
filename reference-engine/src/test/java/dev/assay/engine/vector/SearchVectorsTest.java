package dev.assay.engine.vector;

import static dev.assay.engine.vector.VectorTable.numbers;
import static dev.assay.engine.vector.VectorTable.vector;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.engine.EngineFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SearchVectorsTest {
  private static final String ALL = "{'ProjectionType':'ALL'}";
  private static final String KEYS_ONLY = "{'ProjectionType':'KEYS_ONLY'}";

  private final EngineFixture engine = EngineFixture.start();

  @AfterEach
  void stop() {
    engine.close();
    assertThat(engine.accidents()).isEmpty();
  }

  @Nested
  class Ranking {
    @Test
    void cosineScoresFromZeroForTheSameDirectionToTwoForTheOpposite() {
      VectorTable table =
          VectorTable.with(engine, "COSINE")
              .put("same", vector("2", "0"))
              .put("square", vector("0", "5"))
              .put("opposite", vector("-1", "0"));
      assertThat(table.keys(numbers("1", "0"), 10, ""))
          .containsExactly("same", "square", "opposite");
      assertThat(table.scores(numbers("1", "0"), 10)).containsExactly(0.0, 1.0, 2.0);
    }

    @Test
    void aVectorOfZeroLengthIsAtARightAngleToAll() {
      VectorTable table = VectorTable.with(engine, "COSINE").put("zero", vector("0", "-0"));
      assertThat(table.scores(numbers("1", "0"), 1)).containsExactly(1.0);
    }

    @Test
    void euclideanScoresAreDistances() {
      VectorTable table =
          VectorTable.with(engine, "EUCLIDEAN")
              .put("far", vector("30", "40"))
              .put("near", vector("3", "4"));
      assertThat(table.keys(numbers("0", "0"), 10, "")).containsExactly("near", "far");
      assertThat(table.scores(numbers("0", "0"), 10)).containsExactly(5.0, 50.0);
    }

    @Test
    void theHighestDotProductComesFirstAndMayBeNegative() {
      VectorTable table =
          VectorTable.with(engine, "DOT_PRODUCT")
              .put("low", vector("-2", "0"))
              .put("high", vector("3", "0"));
      assertThat(table.keys(numbers("2", "0"), 10, "")).containsExactly("high", "low");
      assertThat(table.scores(numbers("2", "0"), 10)).containsExactly(6.0, -4.0);
    }

    @Test
    void onlyTheNearestAreReturned() {
      VectorTable table = VectorTable.with(engine, "EUCLIDEAN");
      for (int i = 1; i <= 20; i++) {
        table.put("k" + i, vector(String.valueOf(i * 7 % 20), "0"));
      }
      assertThat(table.scores(numbers("0", "0"), 4)).containsExactly(0.0, 1.0, 2.0, 3.0);
    }

    @Test
    void theIndexFollowsUpdatesAndDeletes() {
      VectorTable table =
          VectorTable.with(engine, "EUCLIDEAN")
              .put("a", vector("1", "0"))
              .put("b", vector("2", "0"))
              .put("c", vector("3", "0"));
      engine.ok("DeleteItem", "{'TableName':'docs','Key':{'pk':{'S':'a'}}}");
      engine.ok(
          "UpdateItem",
          "{'TableName':'docs','Key':{'pk':{'S':'c'}},'UpdateExpression':'SET v = :v',"
              + "'ExpressionAttributeValues':{':v':"
              + vector("0", "0")
              + "}}");
      engine.ok(
          "UpdateItem",
          "{'TableName':'docs','Key':{'pk':{'S':'b'}},'UpdateExpression':'REMOVE v'}");
      assertThat(table.keys(numbers("0", "0"), 10, "")).containsExactly("c");
    }
  }

  @Nested
  class Results {
    @Test
    void theVectorComesBackInThePrecisionOfTheIndexAndStaysWholeInTheTable() {
      VectorTable table =
          VectorTable.with(engine, "EUCLIDEAN").put("a", vector("0.12345678901234", "1e-7"));
      JsonNode item = table.results(numbers("0", "0"), 1, "").at("/0/Item");
      assertThat(item.at("/v/L/0/N").asText()).isEqualTo("0.12345679");
      assertThat(item.at("/v/L/1/N").asText()).isEqualTo("0.0000001");
      assertThat(
              engine
                  .ok("GetItem", "{'TableName':'docs','Key':{'pk':{'S':'a'}}}")
                  .at("/Item/v/L/0/N")
                  .asText())
          .isEqualTo("0.12345678901234");
    }

    @Test
    void anIndexOfKeysHoldsNeitherTheVectorNorOtherAttributes() {
      VectorTable table = VectorTable.with(engine, VectorTable.index("COSINE", "", KEYS_ONLY), "");
      table.put("a", vector("1", "0"), ",'title':{'S':'t'}");
      assertThat(table.results(numbers("1", "0"), 1, "").toString())
          .isEqualTo("[{\"Item\":{\"pk\":{\"S\":\"a\"}},\"Score\":0.0}]");
    }

    @Test
    void aProjectionExpressionSelectsAttributes() {
      VectorTable table =
          VectorTable.with(engine, "COSINE")
              .put("a", vector("1", "0"), ",'title':{'S':'t'},'other':{'S':'o'}");
      assertThat(
              table
                  .results(
                      numbers("1", "0"),
                      1,
                      ",'ProjectionExpression':'#t','ExpressionAttributeNames':{'#t':'title'}")
                  .at("/0/Item")
                  .toString())
          .isEqualTo("{\"title\":{\"S\":\"t\"}}");
    }

    @Test
    void theCapacityIsOnlyTheBytesSearched() {
      VectorTable.with(engine, "COSINE").put("a", vector("1", "0"));
      JsonNode capacity =
          engine
              .ok(
                  "SearchVectors",
                  VectorTable.search(numbers("1", "0"), 1, ",'ReturnConsumedCapacity':'TOTAL'"))
              .path("ConsumedCapacity");
      assertThat(capacity.toString()).isEqualTo("{\"VectorSearchRequestBytes\":12.0}");
    }
  }

  @Nested
  class Conditions {
    private final VectorTable table =
        VectorTable.partitioned(engine, ALL)
            .put("a1", vector("1", "0"), ",'tenant':{'S':'a'},'year':{'N':'2025'}")
            .put("a2", vector("2", "0"), ",'tenant':{'S':'a'},'year':{'N':'2026'}")
            .put("a3", vector("3", "0"), ",'tenant':{'S':'a'}")
            .put("b1", vector("0", "0"), ",'tenant':{'S':'b'},'year':{'N':'2026'}")
            .put("none", vector("0", "0"));

    private String condition(String text, String values) {
      return ",'SearchConditionExpression':'"
          + text
          + "','ExpressionAttributeValues':{"
          + values
          + "}";
    }

    private String refusal(String text, String values) {
      return table.refusal(numbers("0", "0"), 5, condition(text, values));
    }

    @Test
    void aSearchStaysWithinOneHashValue() {
      assertThat(table.keys(numbers("0", "0"), 5, condition("tenant = :t", "':t':{'S':'a'}")))
          .containsExactly("a1", "a2", "a3");
    }

    @Test
    void anInlineFilterNarrowsItBeforeTheNearestAreTaken() {
      assertThat(
              table.keys(
                  numbers("0", "0"),
                  1,
                  condition("tenant = :t AND #y = :y", "':t':{'S':'a'},':y':{'N':'2026'}")
                      + ",'ExpressionAttributeNames':{'#y':'year'}"))
          .containsExactly("a2");
    }

    @Test
    void theHashMustBeGiven() {
      assertThat(table.refusal(numbers("0", "0"), 5, ""))
          .isEqualTo(
              "ValidationException: SearchConditionExpression must be provided when SearchSchema"
                  + " has a HASH key");
      assertThat(refusal("#year = :y", "':y':{'N':'2026'}").replace("#year", "year"))
          .startsWith("ValidationException: Invalid SearchConditionExpression: ");
    }

    @Test
    void onlyEqualityIsAllowed() {
      assertThat(refusal("tenant > :t", "':t':{'S':'a'}"))
          .isEqualTo(
              "ValidationException: Invalid SearchConditionExpression: Invalid comparator used in"
                  + " SearchConditionExpression");
      assertThat(refusal("tenant = :t OR tenant = :u", "':t':{'S':'a'},':u':{'S':'b'}"))
          .contains("Invalid operator used in SearchConditionExpression");
    }

    @Test
    void onlyTheSearchSchemaMayBeNamedAndOnlyInItsTypes() {
      assertThat(refusal("tenant = :t AND pk = :t", "':t':{'S':'a'}"))
          .endsWith("must not contain any attributes outside the vector index search schema");
      assertThat(refusal("tenant = :t", "':t':{'N':'1'}"))
          .endsWith(
              "Search condition value for attribute 'tenant' does not match type in search schema");
    }
  }

  @Nested
  class Refusals {
    @Test
    void aMissingMemberIsNamed() {
      assertThat(engine.call("SearchVectors", "{}").error())
          .isEqualTo("ValidationException: missing field `TableName`");
      assertThat(engine.call("SearchVectors", "{'TableName':'docs','IndexName':'n'}").error())
          .isEqualTo("ValidationException: missing field `SearchVector`");
    }

    @Test
    void aNullOrAWrongTypeIsRefusedWithItsPlace() {
      EngineFixture.Reply reply = engine.call("SearchVectors", "{'IndexName':null}");
      assertThat(reply.error())
          .isEqualTo(
              "SerializationException: invalid type: null, expected a string at line 1 column 17");
      assertThat(reply.body().has("message")).isTrue();
      assertThat(engine.call("SearchVectors", "{'IndexName': 5}").message())
          .isEqualTo("invalid type: integer `5`, expected a string at line 1 column 15");
      assertThat(engine.call("SearchVectors", "{'TopK':'7'}").message())
          .isEqualTo("invalid type: string \"7\", expected i32 at line 1 column 11");
      assertThat(engine.call("SearchVectors", "{'SearchVector':{}}").message())
          .isEqualTo("invalid type: map, expected a sequence at line 1 column 16");
    }

    @Test
    void anEmptyValueIsRefusedWithoutWords() {
      assertThat(engine.call("SearchVectors", "{'SearchVector':[{}]}").error())
          .isEqualTo("SerializationException: ");
      assertThat(engine.call("SearchVectors", "{'SearchVector':[null]}").error())
          .isEqualTo("SerializationException: ");
      assertThat(engine.call("SearchVectors", "{'SearchVector':[{'N':'1','S':'a'}]}").error())
          .isEqualTo("SerializationException: ");
    }

    @Test
    void membersAreCheckedBeforeTheTable() {
      VectorTable table = VectorTable.with(engine, "COSINE");
      assertThat(table.refusal("[]", 1, ""))
          .isEqualTo(
              "ValidationException: 1 validation error detected: Value at 'SearchVector' failed to"
                  + " satisfy constraint: Member must have length greater than or equal to 1");
      assertThat(table.refusal(numbers("1"), 0, ""))
          .isEqualTo(
              "ValidationException: 1 validation error detected: Value at 'TopK' failed to"
                  + " satisfy constraint: Member must have value greater than or equal to 1");
      assertThat(table.refusal(numbers("1"), 101, ""))
          .isEqualTo(
              "ValidationException: Provided TopK value '101' is out of valid range. The value"
                  + " must be between 1 and 100 inclusive");
      assertThat(table.refusal(numbers("1"), 1, ""))
          .isEqualTo(
              "ValidationException: Input search vector dimension 1 does not match vector index"
                  + " dimension 2");
    }

    @Test
    void theIndexMustBeAVectorIndexAndTheTableMustBeThere() {
      assertThat(engine.call("SearchVectors", VectorTable.search(numbers("1"), 1, "")).error())
          .isEqualTo("ResourceNotFoundException: Requested resource not found");
      VectorTable table = VectorTable.with(engine, "", "");
      assertThat(table.refusal(numbers("1"), 1, ""))
          .isEqualTo("ValidationException: The table does not have the specified index: near");
    }

    @Test
    void aVectorIndexIsNeitherQueriedNorScanned() {
      VectorTable.with(engine, "COSINE");
      assertThat(engine.call("Scan", "{'TableName':'docs','IndexName':'near'}").message())
          .isEqualTo("Scan operation not supported on this index type");
      assertThat(
              engine
                  .call(
                      "Query",
                      "{'TableName':'docs','IndexName':'near','KeyConditionExpression':'pk = :p',"
                          + "'ExpressionAttributeValues':{':p':{'S':'a'}}}")
                  .message())
          .isEqualTo("Query operation not supported on this index type.");
    }
  }
}
