package dev.assay.engine.partiql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.engine.EngineFixture.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TransactionTest {
  private final Statements db = new Statements();

  @BeforeEach
  void oneItem() {
    db.run("INSERT INTO Plain VALUE {'pk':'a','n':5}");
  }

  @AfterEach
  void stop() {
    db.close();
  }

  private static ObjectNode request(String... statements) {
    ObjectNode request = Statements.several("TransactStatements", statements);
    request.put("ReturnConsumedCapacity", "TOTAL");
    return request;
  }

  private Reply transact(String... statements) {
    return db.send("ExecuteTransaction", request(statements));
  }

  private String stored() {
    return db.items("SELECT n FROM Plain WHERE pk='a'");
  }

  @Test
  void allWritesAreDoneOrNone() {
    Reply reply =
        transact("UPDATE Plain SET n = n + 1 WHERE pk='a'", "INSERT INTO Plain VALUE {'pk':'b'}");
    assertThat(reply.at("/Responses").toString()).isEqualTo("[]");
    assertThat(reply.at("/ConsumedCapacity/0/WriteCapacityUnits").asDouble()).isEqualTo(4);
    Reply cancelled =
        transact("UPDATE Plain SET n = 0 WHERE pk='a'", "INSERT INTO Plain VALUE {'pk':'b'}");
    assertThat(cancelled.error())
        .isEqualTo(
            "TransactionCanceledException: Transaction cancelled, please refer cancellation"
                + " reasons for specific reasons [None, DuplicateItem]");
    assertThat(stored()).isEqualTo("[{'n':{'N':'6'}}]");
  }

  @Test
  void existsIsACheck() {
    String check = "EXISTS(SELECT * FROM Plain WHERE pk='a' AND n = %d)";
    String write = "INSERT INTO Plain VALUE {'pk':'c'}";
    assertThat(transact(check.formatted(99), write).at("/CancellationReasons/0/Code").asText())
        .isEqualTo("ConditionalCheckFailed");
    assertThat(transact(check.formatted(5), write).status()).isEqualTo(200);
    assertThat(transact("EXISTS(SELECT * FROM Plain WHERE pk='a')", write).message())
        .isEqualTo(
            "Validation failed in TransactStatements[0]: EXISTS() must contain a single item read"
                + " with additional condition");
  }

  @Test
  void readsAreAnsweredTogether() {
    Reply reply =
        transact("SELECT n FROM Plain WHERE pk='a'", "SELECT * FROM Plain WHERE pk='none'");
    assertThat(reply.at("/Responses").toString().replace('"', '\''))
        .isEqualTo("[{'Item':{'n':{'N':'5'}}},{}]");
    assertThat(reply.at("/ConsumedCapacity/0/ReadCapacityUnits").asDouble()).isEqualTo(4);
  }

  @Test
  void theSameTokenDoesTheSameThingOnce() {
    ObjectNode request = request("UPDATE Plain SET n = n + 1 WHERE pk='a'");
    request.put("ClientRequestToken", "once");
    db.send("ExecuteTransaction", request);
    Reply replay = db.send("ExecuteTransaction", request);
    assertThat(replay.at("/ConsumedCapacity/0/ReadCapacityUnits").asDouble()).isEqualTo(2);
    assertThat(stored()).isEqualTo("[{'n':{'N':'6'}}]");
    ObjectNode other = request("UPDATE Plain SET n = n + 2 WHERE pk='a'");
    other.put("ClientRequestToken", "once");
    assertThat(db.send("ExecuteTransaction", other).errorType())
        .isEqualTo("IdempotentParameterMismatchException");
  }

  @Test
  void aStatementThatCannotTakePartRefusesTheRequest() {
    String where = "Validation failed in TransactStatements[1]: ";
    String first = "DELETE FROM Plain WHERE pk='z'";
    assertThat(transact(first, "DELETE FROM Plain WHERE pk='a' RETURNING ALL OLD *").message())
        .isEqualTo(where + "RETURNING clause is not supported in ExecuteTransaction.");
    assertThat(transact(first, "INSERT INTO Plain VALUE {'pk':<<>>}").message())
        .isEqualTo(where + "Empty bags are not supported at 1:31:2");
    assertThat(transact(first, "garbage (").message())
        .isEqualTo(where + "Statement wasn't well formed, can't be processed: Unexpected term");
    assertThat(transact(first, "SELECT * FROM Plain WHERE pk='a'").message())
        .isEqualTo(
            "ExecuteTransaction API does not support both read and write operations in the same"
                + " request.");
    assertThat(transact(first, first).message())
        .isEqualTo("Transaction request cannot include multiple operations on one item");
    assertThat(transact("SELECT * FROM Music.byGenre WHERE g='x'").message())
        .endsWith("Reads on indices are not supported within transactions.");
    assertThat(transact("SELECT * FROM Plain WHERE pk='a' AND n=5").message())
        .endsWith("must specify the primary key in the where clause.");
  }

  @Test
  void aKeyOfTheWrongTypeAndAMissingTableAreReasonsToCancel() {
    assertThat(
            transact("DELETE FROM Plain WHERE pk=1").at("/CancellationReasons/0/Message").asText())
        .isEqualTo("The provided key element does not match the schema");
    assertThat(transact("SELECT * FROM nope WHERE pk='a'").at("/CancellationReasons/0").toString())
        .isEqualTo("{\"Code\":\"ResourceNotFound\",\"Message\":\"Requested resource not found\"}");
  }
}
