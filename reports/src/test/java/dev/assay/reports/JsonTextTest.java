package dev.assay.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTextTest {

  @Test
  void indentsAndKeepsAttributeValuesOnOneLine() {
    assertThat(JsonText.indented("{\"Item\":{\"pk\":{\"S\":\"a, {b}\"},\"l\":{\"L\":[]}},\"n\":1}"))
        .isEqualTo(
            """
            {
              "Item": {
                "pk": {"S": "a, {b}"},
                "l": {
                  "L": []
                }
              },
              "n": 1
            }\
            """);
  }

  @Test
  void changesNoTokenOfWhatIsOddOnPurpose() {
    String odd = "{\"a\":1.0E+2,\"a\":01,\"b\":{\"x\":\"\\u0000\\\"\"},,\"c\":[[tru";
    assertThat(JsonText.indented(odd).replaceAll("\\s", "")).isEqualTo(odd);
  }

  @Test
  void leavesWhatIsNotJsonAlone() {
    assertThat(JsonText.indented("healthy: dynamodb.eu-west-2 "))
        .isEqualTo("healthy: dynamodb.eu-west-2 ");
  }
}
