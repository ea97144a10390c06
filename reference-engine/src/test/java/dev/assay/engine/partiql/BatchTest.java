package dev.assay.engine.partiql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.engine.EngineFixture.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BatchTest {
  private final Statements db = new Statements();

  @BeforeEach
  void oneItem() {
    db.run("INSERT INTO Plain VALUE {'pk':'a','n':5}");
  }

  @AfterEach
  void stop() {
    db.close();
  }

  private Reply batch(String... statements) {
    ObjectNode request = Statements.several("Statements", statements);
    request.put("ReturnConsumedCapacity", "TOTAL");
    return db.send("BatchExecuteStatement", request);
  }

  @Test
  void readsAnswerInTheirOrder() {
    Reply reply =
        batch("SELECT n FROM Plain WHERE pk='a'", "SELECT * FROM Plain WHERE pk IN ['none']");
    assertThat(reply.at("/Responses").toString().replace('"', '\''))
        .isEqualTo("[{'TableName':'Plain','Item':{'n':{'N':'5'}}},{'TableName':'Plain'}]");
    assertThat(reply.at("/ConsumedCapacity/0/CapacityUnits").asDouble()).isEqualTo(1.0);
  }

  @Test
  void aMemberFailsByItselfAndNamesItsTableOnlyIfItRan() {
    JsonNode responses =
        batch(
                "INSERT INTO Plain VALUE {'pk':'a'}",
                "UPDATE Plain SET n = 1 WHERE pk='b'",
                "UPDATE Plain SET pk = 'x' WHERE pk='c'",
                "UPDATE Plain SET n = 1 WHERE n = 5",
                "DELETE FROM nope WHERE pk='a'",
                "garbage (",
                "INSERT INTO Plain VALUE {'pk':'new'}")
            .at("/Responses");
    assertThat(responses)
        .extracting(each -> each.at("/Error/Code").asText())
        .containsExactly(
            "DuplicateItem",
            "ConditionalCheckFailed",
            "ValidationError",
            "ValidationError",
            "ResourceNotFound",
            "ValidationError",
            "");
    assertThat(responses)
        .extracting(each -> each.path("TableName").asText())
        .containsExactly("Plain", "Plain", "Plain", "", "", "", "Plain");
  }

  @Test
  void aWriteMayReturnItsItem() {
    assertThat(
            batch("UPDATE Plain SET n = 6 WHERE pk='a' RETURNING ALL NEW *")
                .at("/Responses/0/Item/n/N")
                .asText())
        .isEqualTo("6");
  }

  @Test
  void aReadHasToNameAWholeKeyAndNothingElse() {
    String problem =
        "Select statements within BatchExecuteStatement must specify the primary key in the where"
            + " clause.";
    JsonNode responses =
        batch(
                "SELECT * FROM Plain",
                "SELECT * FROM Music WHERE pk='a'",
                "SELECT * FROM Plain WHERE pk='a' AND n=5",
                "SELECT * FROM Music.byGenre WHERE g='a'")
            .at("/Responses");
    assertThat(responses)
        .allSatisfy(each -> assertThat(each.at("/Error/Message").asText()).isEqualTo(problem));
  }

  @Test
  void readsAndWritesDoNotMixAndNoItemIsNamedTwice() {
    assertThat(batch("SELECT * FROM Plain WHERE pk='a'", "DELETE FROM Plain WHERE pk='b'").error())
        .isEqualTo(
            "ValidationException: Read and write requests together in the same batch is not"
                + " supported.");
    assertThat(batch("DELETE FROM Plain WHERE pk='b'", "DELETE FROM Plain WHERE 'b'=pk").error())
        .isEqualTo("ValidationException: Provided list of item keys contains duplicates");
    assertThat(batch("SELECT * FROM Plain WHERE pk=1", "DELETE FROM Plain WHERE pk='b'").status())
        .isEqualTo(200);
  }
}
