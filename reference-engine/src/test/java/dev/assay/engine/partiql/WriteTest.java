package dev.assay.engine.partiql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.engine.EngineFixture.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class WriteTest {
  private static final String FAILED =
      "ConditionalCheckFailedException: The conditional request failed";

  private final Statements db = new Statements();

  @BeforeEach
  void oneItem() {
    db.run(
        "INSERT INTO Plain VALUE {'pk':'a','n':5,'li':['x','y'],'set':<<'p','q'>>,"
            + "'m':{'k':'v'},'s':'text'}");
  }

  @AfterEach
  void stop() {
    db.close();
  }

  private String item(String columns) {
    return db.items("SELECT " + columns + " FROM Plain WHERE pk='a'");
  }

  @Test
  void insertStoresEveryKindOfLiteralAndAnswersNothing() {
    assertThat(
            db.items(
                "INSERT INTO Plain VALUE {'pk':'b','n':-1.50,'t':true,'z':null,'l':[1,'a',[]],"
                    + "'m':{'x':{}},'ns':<<3,1,2>>,'ss':<<'b','a'>>}"))
        .isEqualTo("[]");
    assertThat(db.items("SELECT * FROM Plain WHERE pk='b'"))
        .isEqualTo(
            "[{'l':{'L':[{'N':'1'},{'S':'a'},{'L':[]}]},'m':{'M':{'x':{'M':{}}}},"
                + "'n':{'N':'-1.5'},'ns':{'NS':['1','2','3']},'pk':{'S':'b'},"
                + "'ss':{'SS':['a','b']},'t':{'BOOL':true},'z':{'NULL':true}}]");
  }

  @Test
  void insertDoesNotReplace() {
    assertThat(db.refusal("INSERT INTO Plain VALUE {'pk':'a'}"))
        .isEqualTo("DuplicateItemException: Duplicate primary key exists in table");
    assertThat(item("n")).isEqualTo("[{'n':{'N':'5'}}]");
  }

  @Test
  void insertTakesParametersForAttributes() {
    ObjectNode request = Statements.request("INSERT INTO Plain VALUE {'pk':?,'blob':?}");
    request.set("Parameters", Statements.json("[{'S':'p'},{'B':'AQI='}]"));
    db.run(request);
    assertThat(db.items("SELECT * FROM Plain WHERE pk='p'"))
        .isEqualTo("[{'blob':{'B':'AQI='},'pk':{'S':'p'}}]");
  }

  @Test
  void updateChangesOneItemAndEveryClauseReadsItAsItWas() {
    db.run("UPDATE Plain SET n = n + 1 SET previous = n, li = list_append(li, ['z']) WHERE pk='a'");
    assertThat(item("n, previous, li"))
        .isEqualTo(
            "[{'li':{'L':[{'S':'x'},{'S':'y'},{'S':'z'}]},'n':{'N':'6'},'previous':{'N':'5'}}]");
    db.run("UPDATE Plain REMOVE li[0] SET m.other = if_not_exists(m.k, 1) WHERE pk='a'");
    assertThat(item("li, m"))
        .isEqualTo(
            "[{'li':{'L':[{'S':'y'},{'S':'z'}]},"
                + "'m':{'M':{'k':{'S':'v'},'other':{'S':'v'}}}}]");
  }

  @Test
  void updateMayBeginWithItsTable() {
    db.run("FROM Plain WHERE pk='a' SET n = 7 REMOVE s");
    assertThat(item("n, s")).isEqualTo("[{'n':{'N':'7'}}]");
  }

  @Test
  void setsGainAndLoseMembers() {
    db.run("UPDATE Plain SET \"set\" = set_add(\"set\", <<'r'>>) WHERE pk='a'");
    db.run("UPDATE Plain SET \"set\" = SET_DELETE(\"set\", <<'p'>>) WHERE pk='a'");
    assertThat(item("\"set\"")).isEqualTo("[{'set':{'SS':['q','r']}}]");
  }

  @Test
  void updateIsNoUpsertAndItsConditionHasToHold() {
    assertThat(db.refusal("UPDATE Plain SET n = 1 WHERE pk='none'")).isEqualTo(FAILED);
    assertThat(db.refusal("UPDATE Plain SET n = 1 WHERE pk='a' AND n = 99")).isEqualTo(FAILED);
    assertThat(db.items("SELECT * FROM Plain WHERE pk='none'")).isEqualTo("[]");
  }

  @Test
  void deleteOfNothingSucceedsWhateverItsCondition() {
    assertThat(db.items("DELETE FROM Plain WHERE pk='none' AND n = 99")).isEqualTo("[]");
    assertThat(db.refusal("DELETE FROM Plain WHERE pk='a' AND n = 99")).isEqualTo(FAILED);
    assertThat(db.items("DELETE FROM Plain WHERE pk='a' RETURNING ALL OLD *")).contains("'text'");
    assertThat(db.items("SELECT * FROM Plain WHERE pk='a'")).isEqualTo("[]");
  }

  @Test
  void returningShowsTheItemOrWhatChangedInIt() {
    assertThat(db.items("UPDATE Plain SET n = 6 WHERE pk='a' RETURNING MODIFIED OLD *"))
        .isEqualTo("[{'n':{'N':'5'}}]");
    assertThat(
            db.items(
                "UPDATE Plain SET li[1]='Y' SET li[0]='X' SET m.k='w' WHERE pk='a'"
                    + " RETURNING MODIFIED NEW *"))
        .isEqualTo("[{'li':{'L':[{'S':'X'},{'S':'Y'}]},'m':{'M':{'k':{'S':'w'}}}}]");
    assertThat(db.items("UPDATE Plain SET fresh = 1 WHERE pk='a' RETURNING MODIFIED OLD *"))
        .isEqualTo("[]");
    assertThat(db.items("UPDATE Plain SET li[9] = 1 WHERE pk='a' RETURNING MODIFIED NEW *"))
        .isEqualTo("[]");
    assertThat(db.items("UPDATE Plain SET n = 8 WHERE pk='a' RETURNING ALL NEW *"))
        .contains("'n':{'N':'8'}", "'pk':{'S':'a'}");
  }

  @Test
  void aFailedConditionShowsTheItemIfAsked() {
    ObjectNode request = Statements.request("UPDATE Plain SET n = 1 WHERE pk='a' AND n = 99");
    request.put("ReturnValuesOnConditionCheckFailure", "ALL_OLD");
    Reply reply = db.send("ExecuteStatement", request);
    assertThat(reply.error()).isEqualTo(FAILED);
    assertThat(reply.at("/Item/n/N").asText()).isEqualTo("5");
  }

  @Test
  void aQuotedNameIsOneAttribute() {
    db.run("UPDATE Plain SET \"x.y\" = 5 SET \"x[0]\" = 6 WHERE pk='a'");
    assertThat(item("\"x.y\", \"x[0]\"")).isEqualTo("[{'x.y':{'N':'5'},'x[0]':{'N':'6'}}]");
  }
}
