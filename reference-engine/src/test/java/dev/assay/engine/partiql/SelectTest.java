package dev.assay.engine.partiql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SelectTest {
  private final Statements db = new Statements();

  @BeforeEach
  void twoPartitionsOfFour() {
    for (String pk : new String[] {"a", "b"}) {
      for (int sk = 0; sk < 4; sk++) {
        db.run(
            "INSERT INTO Music VALUE {'pk':'%s','sk':%d,'v':%d,'g':'rock','l':'x%d','s':'text',"
                    .formatted(pk, sk, sk, sk)
                + "'m':{'x':{'y':'deep'}},'li':['p','q']"
                + (sk == 3 ? ",'odd':null" : "")
                + "}");
      }
    }
  }

  @AfterEach
  void stop() {
    db.close();
  }

  @ParameterizedTest(name = "WHERE {0} finds {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "pk = 'a' | a0 a1 a2 a3",
        "'a' = pk AND 1 < sk | a2 a3",
        "pk = 'a' AND sk BETWEEN 1 AND 2 | a1 a2",
        "pk = 'a' AND NOT sk BETWEEN 1 AND 2 | a0 a3",
        "pk = 'a' AND sk NOT BETWEEN 1 AND 2 | a0 a3",
        "pk = 'a' AND sk IN [3, 1] | a1 a3",
        "pk = 'a' AND sk IN (3, 1) | a1 a3",
        "pk = 'a' AND (sk > 2 OR sk < 1) | a0 a3",
        "pk = 'a' AND sk <> 1 | a0 a2 a3",
        "pk IN ['b', 'a'] AND sk = 0 | a0 b0",
        "pk = 'b' AND sk = 0 OR pk = 'a' AND sk = 1 | b0 a1",
        "pk = 'a' AND v + 0 IS MISSING OR pk = 'z' | refused",
        "pk = 'a' AND odd IS MISSING | a0 a1 a2",
        "pk = 'a' AND odd IS NOT MISSING | a3",
        "pk = 'a' AND odd IS NULL | a3",
        "pk = 'a' AND m IS STRUCT AND li IS LIST AND s IS STRING AND v IS NUMERIC | a0 a1 a2 a3",
        "pk = 'a' AND odd <> 'x' | a3",
        "pk = 'a' AND attribute_exists(odd) = false | a0 a1 a2",
        "pk = 'a' AND ATTRIBUTE_NOT_EXISTS(odd) | a0 a1 a2",
        "pk = 'a' AND size(li) = 2 AND begins_with(l, 'x') AND contains(s, 'ex') AND v = 2 | a2",
        "pk = 'a' AND m.x.y = 'deep' AND li[1] = 'q' AND v = 1 | a1",
        "pk = 'a' AND m = {'x':{'y':'deep'}} AND li = ['p','q'] AND v = 3 | a3",
        "pk = 'a' AND sk = v AND v >= 2 | a2 a3",
        "pk = 'a' AND 1 IN [v, 7] | a1",
        "pk = 'a' ORDER BY sk DESC | a3 a2 a1 a0",
        "pk = 'a' ORDER BY pk, sk | a0 a1 a2 a3",
        "pk IN ['a', 'b'] AND sk < 2 ORDER BY pk DESC, sk ASC | b0 b1 a0 a1",
        "pk = 'a' /* all */ AND sk = 1e0 -- of them | a1",
        "pk = 'a' AND pk = 'b' |",
        "pk = 'it''s' |",
      })
  void conditions(String where, String keys) {
    if (keys != null && keys.equals("refused")) {
      assertThat(db.refusal("SELECT * FROM Music WHERE " + where)).startsWith("Validation");
    } else {
      assertThat(db.found(where)).isEqualTo(keys == null ? "" : keys);
    }
  }

  @Test
  void aScanFindsTheSameAsAReadByKey() {
    assertThat(db.found("v = 1").split(" ")).containsExactlyInAnyOrder("a1", "b1");
    assertThat(db.found("NOT pk = 'a' AND sk = 1")).isEqualTo("b1");
  }

  @Test
  void aColumnIsNamedByTheLastElementOfItsPath() {
    assertThat(db.items("SELECT m.x.y, li[1], v, absent FROM Music WHERE pk='a' AND sk=1"))
        .isEqualTo("[{'li[1]':{'S':'q'},'v':{'N':'1'},'y':{'S':'deep'}}]");
    assertThat(db.items("SELECT absent FROM Music WHERE pk='a' AND sk=1")).isEqualTo("[{}]");
  }

  @Test
  void anIndexIsReadInItsOwnOrderAndGivesWhatItHolds() {
    assertThat(db.items("SELECT * FROM Music.byLabel WHERE pk='a' AND l >= 'x3'"))
        .isEqualTo("[{'l':{'S':'x3'},'pk':{'S':'a'},'sk':{'N':'3'}}]");
    assertThat(db.items("SELECT v FROM \"Music\".\"byLabel\" WHERE pk='a' AND l='x3'"))
        .isEqualTo("[{'v':{'N':'3'}}]");
    assertThat(db.run("SELECT pk FROM Music.byGenre WHERE g='rock'").path("Items")).hasSize(8);
  }

  @Test
  void aGlobalIndexRefusesWhatItDoesNotHoldAndScansWithoutFindingIt() {
    String problem =
        "ValidationException: One or more parameter values were invalid: Global secondary index"
            + " byGenre does not project [v, s]";
    assertThat(db.refusal("SELECT v, s FROM Music.byGenre WHERE g='rock'")).isEqualTo(problem);
    assertThat(db.refusal("SELECT pk FROM Music.byGenre WHERE g='rock' AND v = 1"))
        .endsWith("does not project [v]");
    assertThat(db.items("SELECT pk FROM Music.byGenre WHERE v = 1")).isEqualTo("[]");
  }

  @Test
  void limitCountsWhatIsReadAndTheTokenGoesOnAcrossPartitions() {
    ObjectNode request =
        Statements.request("SELECT pk, sk FROM Music WHERE pk IN ['a','b'] AND v <> 1");
    request.put("Limit", 3);
    StringBuilder pages = new StringBuilder();
    int requests = 0;
    while (true) {
      JsonNode page = db.run(request);
      requests++;
      for (JsonNode item : page.path("Items")) {
        pages.append(item.at("/pk/S").asText()).append(item.at("/sk/N").asText());
      }
      pages.append('|');
      if (!page.has("NextToken")) {
        break;
      }
      request.set("NextToken", page.path("NextToken"));
    }
    assertThat(pages.toString()).isEqualTo("a0a2|a3b0|b2b3|");
    assertThat(requests).isEqualTo(3);
  }

  @Test
  void aTokenBelongsToItsStatementAndParameters() {
    ObjectNode request = Statements.request("SELECT * FROM Music WHERE v < ?");
    request.put("Limit", 2).set("Parameters", Statements.json("[{'N':'3'}]"));
    request.set("NextToken", db.run(request).path("NextToken"));
    assertThat(db.run(request).path("Items")).isNotEmpty();
    request.set("Parameters", Statements.json("[{'N':'2'}]"));
    assertThat(db.send("ExecuteStatement", request).message())
        .isEqualTo("NextToken does not match request");
    request.put("NextToken", "garbage");
    assertThat(db.send("ExecuteStatement", request).message()).isEqualTo("Invalid NextToken");
  }

  @Test
  void parametersStandForValues() {
    ObjectNode request = Statements.request("SELECT sk FROM Music WHERE pk = ? AND sk IN [?, ?]");
    request.set("Parameters", Statements.json("[{'S':'a'},{'N':'1'},{'N':'2'},{'S':'unused'}]"));
    assertThat(db.run(request).path("Items").toString())
        .isEqualTo("[{\"sk\":{\"N\":\"1\"}},{\"sk\":{\"N\":\"2\"}}]");
  }

  @Test
  void capacityIsThatOfWhatWasReadAndOfItsConsistency() {
    ObjectNode request = Statements.request("SELECT * FROM Music WHERE pk = 'a' AND v = 99");
    request.put("ReturnConsumedCapacity", "INDEXES");
    assertThat(db.run(request).at("/ConsumedCapacity/CapacityUnits").asDouble()).isEqualTo(0.5);
    request.put("ConsistentRead", true);
    assertThat(db.run(request).at("/ConsumedCapacity/CapacityUnits").asDouble()).isEqualTo(1);
    ObjectNode index = Statements.request("SELECT * FROM Music.byGenre WHERE g = 'rock'");
    index.put("ReturnConsumedCapacity", "INDEXES");
    JsonNode capacity = db.run(index).path("ConsumedCapacity");
    assertThat(capacity.at("/Table/CapacityUnits").asDouble()).isZero();
    assertThat(capacity.at("/GlobalSecondaryIndexes/byGenre/CapacityUnits").asDouble())
        .isEqualTo(0.5);
  }
}
