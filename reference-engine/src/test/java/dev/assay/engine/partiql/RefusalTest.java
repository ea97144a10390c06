package dev.assay.engine.partiql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RefusalTest {
  private static final String MALFORMED = "Statement wasn't well formed, can't be processed: ";

  private final Statements db = new Statements();

  @AfterEach
  void stop() {
    db.close();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "INSRT INTO Plain | Unexpected token after expression",
        "SELECT * FROM Plain WHERE pk = 'a' foo | Unexpected token after expression",
        "SELECT * FROM Plain; SELECT * FROM Plain | Unexpected token after semicolon. (Only one"
            + " query is allowed.)",
        "SELECT * FROM Plain WHERE | Unexpected term",
        "SELECT * FROM Plain WHERE NOT | Unexpected term",
        "SELECT * FROM Plain WHERE pk = 'a' AND | Missing right-hand side expression of infix"
            + " operator",
        "SELECT * FROM Plain WHERE pk = | Missing right-hand side expression of infix operator",
        "SELECT * FROM Plain WHERE pk = LIKE 'a' | Unexpected operator",
        "SELECT * FROM Plain WHERE inner = 1 | Unexpected keyword",
        "SELECT * FROM Plain WHERE m.inner = 1 | Invalid path dot component",
        "SELECT * FROM Plain WHERE l[1 | Expected RIGHT_BRACKET",
        "SELECT * FROM Plain WHERE n BETWEEN 1 | Expected AND keyword",
        "DELETE FROM | Expected identifier for simple path",
        "UPDATE Plain WHERE pk='a' | Expected data manipulation",
        "UPDATE Plain REMOVE a, b WHERE pk='a' | Unexpected token after expression",
      })
  void grammar(String statement, String detail) {
    assertThat(db.refusal(statement)).isEqualTo("ValidationException: " + MALFORMED + detail);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "foo | Unsupported operation: Id",
        "a.b | Unsupported operation: Path",
        "1 | Unsupported operation: Lit",
        "[1] | Unsupported operation: List",
        "a = 1 | EXISTS can only be used in ExecuteTransaction write requests.",
        "EXISTS(SELECT * FROM Plain WHERE pk='a' AND n=1) | EXISTS can only be used in"
            + " ExecuteTransaction write requests.",
        "SET a = 1 | Only select from a single table or index is supported.",
        "SELECT * FROM Plain, Music | Only select from a single table or index is supported.",
        "SELECT * FROM Plain p | Aliasing is not supported",
        "SELECT COUNT(*) FROM Plain | Unexpected path component at 1:8:5",
        "SELECT a, a FROM Plain | Duplicate identifiers in select clause: a",
        "SELECT * FROM Plain LIMIT 1 | Unsupported clause: LIMIT at 1:27:1",
        "SELECT * FROM Plain GROUP BY a | Unsupported clause: GROUP BY",
        "SELECT * FROM \"Music\".\"none\" | The table does not have the specified index",
        "SELECT * FROM Plain ORDER BY pk | Must have WHERE clause in the statement when using ORDER"
            + " BY clause.",
        "SELECT * FROM Plain WHERE pk='a' ORDER BY x | Variable reference x in ORDER BY clause must"
            + " be part of the primary key",
        "SELECT * FROM nope WHERE foo(a) | Unrecognized function: foo at 1:26:3",
        "SELECT * FROM nope WHERE a IS INT | Unsupported data type for IS operator: INTEGER."
            + " Supported data types are [MISSING, NULL, BOOLEAN, BLOB, STRING, NUMERIC, STRUCT,"
            + " TUPLE, LIST] at 1:28:2",
        "SELECT * FROM nope WHERE EXISTS(SELECT * FROM x) | Unsupported token in expression: SELECT"
            + " at 1:33:6",
        "SELECT * FROM nope WHERE a LIKE 'x' | Unsupported operator in Condition Expression."
            + " Operator: like",
        "SELECT * FROM nope WHERE a < true AND b = MISSING | MISSING must be compared using IS"
            + " operator",
        "SELECT * FROM nope WHERE a < true | Incorrect operand type for operator or function;"
            + " operator or function: <, operand type: BOOL",
        "SELECT * FROM nope WHERE m.a = m.a | The first operand must be distinct from the remaining"
            + " operands for this operator or function; operator: =, first operand: [m, a]",
        "SELECT * FROM nope WHERE a BETWEEN 2 AND 1 | The BETWEEN operator requires upper bound to"
            + " be greater than or equal to lower bound; lower bound operand: AttributeValue:"
            + " {N:2}, upper bound operand: AttributeValue: {N:1}",
        "SELECT * FROM Plain WHERE pk = 1 | Key attribute's data type should match its data type in"
            + " table's schema: Key pk",
        "SELECT * FROM Plain WHERE pk = {'a':1} | Key value must be of type S, N, or B. Key name:"
            + " pk, Key type: M",
        "SELECT * FROM Plain WHERE pk = 1e126 | Number overflow. Attempting to store a number with"
            + " magnitude larger than supported range under root",
        "SELECT * FROM Plain WHERE pk = 'a' OR pk = 'a' | Overlapping conditions with range keys"
            + " are not supported in where clause",
        "SELECT * FROM Music WHERE pk = 'a' AND (sk < 5 OR sk > 4) | Overlapping conditions with"
            + " range keys are not supported in where clause",
        "INSERT INTO Plain VALUE 'x' | Unsupported format in item expression. Please use struct"
            + " format {...} to express item values for insert statement. at 1:25:3",
        "INSERT INTO Plain VALUE {'pk':'b','pk':'c'} | Duplicate keys in tuple. Key: pk under root"
            + " at 1:35:4",
        "INSERT INTO Plain VALUE {'pk':'b','x':<<>>} | Empty bags are not supported at 1:39:2",
        "INSERT INTO Plain VALUE {'pk':'b','x':[0,1e126]} | Number overflow. Attempting to store a"
            + " number with magnitude larger than supported range under root[1]",
        "INSERT INTO Plain VALUE {'pk':'b','x':{'':1}} | Path component cannot be an empty string",
        "INSERT INTO Plain VALUE {'x':1} | Key attribute should be present in the item: Key pk",
        "INSERT INTO Plain VALUE {'pk':'b'} RETURNING ALL OLD * | RETURNING is not supported in"
            + " INSERT",
        "INSERT INTO Music.byGenre VALUE {'pk':'b'} | FROM clause may only contain a single table"
            + " name in data manipulation statements",
        "UPDATE Music SET a = 1 WHERE pk = 'a' | Where clause does not contain a mandatory equality"
            + " on all key attributes",
        "UPDATE Plain SET a = 1 WHERE pk IN ['a'] | Where clause does not contain a mandatory"
            + " equality on all key attributes",
        "UPDATE Plain SET pk = 'b' WHERE pk = 'a' | One or more parameter values were invalid:"
            + " Cannot update attribute pk. This attribute is part of the key",
        "UPDATE Plain SET a = 1 SET a.b = 2 WHERE pk = 'a' | Two document paths overlap with each"
            + " other; must remove or rewrite one of these paths; path one: [a, b], path two: [a]",
        "UPDATE nope SET n = n + 'a' WHERE pk = 'a' | Incorrect operand type for operator or"
            + " function; operator or function: +, operand type: S",
        "UPDATE nope SET a = set_add(b, <<1>>) WHERE pk = 'a' | The first argument to SET_ADD must"
            + " equal the assignment value",
        "UPDATE nope SET a = set_add(a, 1) WHERE pk = 'a' | The second argument to SET_ADD must be"
            + " a value with type SET at 1:29:1",
        "UPDATE Music.byGenre SET a = 1 WHERE pk = 'a' | This operation is not supported on an"
            + " index",
        "DELETE FROM Plain WHERE pk = 'a' RETURNING ALL NEW * | Invalid returning clause: RETURNING"
            + " ALL NEW *. Only RETURNING ALL OLD * is allowed in DELETE statements.",
      })
  void meaning(String statement, String message) {
    assertThat(db.refusal(statement)).isEqualTo("ValidationException: " + message);
  }

  @Test
  void aTableThatIsNotThereIsLookedForLast() {
    assertThat(db.refusal("SELECT * FROM nope WHERE a = 1"))
        .isEqualTo("ResourceNotFoundException: Requested resource not found");
  }

  @Test
  void membersAreCheckedTogether() {
    ObjectNode request = Statements.request("");
    request.put("Limit", 0).putArray("Parameters");
    assertThat(db.send("ExecuteStatement", request).message())
        .startsWith("3 validation errors detected: ");
    assertThat(db.refusal("x".repeat(8193)))
        .endsWith("Member must have length less than or equal to 8192");
  }

  @Test
  void aParameterThatCannotBeStoredIsRefusedBeforeTheStatementIsRead() {
    ObjectNode request = Statements.request("garbage (");
    request.set("Parameters", Statements.json("[{'N':'1e2147483648'}]"));
    assertThat(db.send("ExecuteStatement", request).message())
        .isEqualTo("The parameter cannot be converted to a numeric value: 1e2147483648");
    request.set("Parameters", Statements.json("[{'N':'1e2147483647'}]"));
    assertThat(db.send("ExecuteStatement", request).message()).startsWith("Number underflow.");
  }

  @Test
  void tooFewParametersAreRefused() {
    ObjectNode request = Statements.request("SELECT * FROM nope WHERE a = ? AND b = ?");
    request.set("Parameters", Statements.json("[{'S':'x'}]"));
    assertThat(db.send("ExecuteStatement", request).message())
        .isEqualTo("Number of parameters in request and statement don't match.");
  }

  @Test
  void a301stOperatorIsOneTooMany() {
    String most = "SELECT * FROM Plain WHERE a = 1" + " AND a = 1".repeat(149);
    assertThat(db.items(most)).isEqualTo("[]");
    assertThat(db.refusal(most + " AND NOT a = 1"))
        .startsWith("ValidationException: The expression contains too many operators");
  }

  @ParameterizedTest(name = "a thousand times {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "( | )",
        "[ | ]",
        "<< | >>",
        "NOT_ |",
        "-_( | )",
        "size( | )",
        "a[ | ]",
        "a_+_ |",
        "{'a': | }"
      })
  void nestingIsRefusedAndHarmsNobody(String open, String close) {
    String blanks = open.replace('_', ' ');
    String deep = blanks.repeat(1000) + "1" + (close == null ? "" : close.repeat(1000));
    assertThat(db.refusal("SELECT * FROM Plain WHERE " + deep)).startsWith("ValidationException");
    assertThat(db.refusal(deep)).startsWith("ValidationException");
    assertThat(db.refusal("UPDATE Plain SET a = " + deep + " WHERE pk='a'"))
        .startsWith("ValidationException");
  }
}
