package dev.assay.features.notation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemNotationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "\"a \\\"b\\\"\" ~ {\"S\":\"a \\\"b\\\"\"}",
        "12 ~ {\"N\":\"12\"}",
        "-0.50 ~ {\"N\":\"-0.50\"}",
        "+1e-3 ~ {\"N\":\"+1e-3\"}",
        "b\"aGk=\" ~ {\"B\":\"aGk=\"}",
        "true ~ {\"BOOL\":true}",
        "null ~ {\"NULL\":true}",
        "[1, \"a\", []] ~ {\"L\":[{\"N\":\"1\"},{\"S\":\"a\"},{\"L\":[]}]}",
        "{a: 1, \"b c\": {}} ~ {\"M\":{\"a\":{\"N\":\"1\"},\"b c\":{\"M\":{}}}}",
        "<<\"a\", \"b\">> ~ {\"SS\":[\"a\",\"b\"]}",
        "<<1>> ~ {\"NS\":[\"1\"]}",
        "<<b\"aGk=\">> ~ {\"BS\":[\"aGk=\"]}",
      })
  void eachTypeHasItsNotation(String written, String json) {
    assertThat(ItemNotation.value(written)).isEqualTo(Json.parse(json));
  }

  @Test
  void whatIsNoValueIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ItemNotation.value("red"))
        .withMessageContaining("'red' is no value");
    assertThatIllegalArgumentException().isThrownBy(() -> ItemNotation.value("\"a"));
    assertThatIllegalArgumentException().isThrownBy(() -> ItemNotation.value("[1 2]"));
    assertThatIllegalArgumentException().isThrownBy(() -> ItemNotation.value("1 2"));
  }

  @Test
  void anItemIsAMap() {
    assertThat(ItemNotation.item("{pk: \"a\"}")).isEqualTo(Json.parse("{\"pk\":{\"S\":\"a\"}}"));
    assertThatIllegalArgumentException().isThrownBy(() -> ItemNotation.item("1"));
  }
}
