package dev.assay.features.notation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TemplateTest {
  private final Template template =
      new Template(
          new Template.Placeholders() {
            @Override
            public String region(int number) {
              return "region-" + number;
            }

            @Override
            public String table(String alias) {
              return "T" + alias;
            }

            @Override
            public String newTable(String alias) {
              return "N" + alias;
            }

            @Override
            public String bucket() {
              return "B";
            }

            @Override
            public String random(int length) {
              return "r".repeat(length);
            }

            @Override
            public String saved(String name) {
              return "<" + name + ">";
            }
          });

  @Test
  void tablesAndSavedValuesAreFilledIn() {
    assertThat(
            template.fill(
                "{\"a\": \"{table}\", \"b\": \"{table:x}\", \"c\": ${k}, \"{new-table:y}\": {}}"))
        .isEqualTo("{\"a\": \"T\", \"b\": \"Tx\", \"c\": <k>, \"Ny\": {}}");
  }

  @Test
  void bracesOfJsonStayAsTheyAre() {
    String json = "{\"pk\": {\"S\": \"{unknown:1}\"}, \"e\": {}}";
    assertThat(template.fill(json)).isEqualTo(json);
    assertThat(template.fill("{ not closed")).isEqualTo("{ not closed");
  }

  @Test
  void textIsRepeatedAndNumbered() {
    assertThat(template.fill("{repeat:ab:3}")).isEqualTo("ababab");
    assertThat(template.fill("{base64:3}")).isEqualTo("AAAA");
    assertThat(template.fill("[{each:1..3:{\"k\": \"##-#\"}}]"))
        .isEqualTo("[{\"k\": \"0001-1\"},{\"k\": \"0002-2\"},{\"k\": \"0003-3\"}]");
  }

  @Test
  void valuesAreNested() {
    assertThat(template.fill("{nest-map:2:{\"S\":\"x\"}}"))
        .isEqualTo("{\"M\":{\"a\":{\"M\":{\"a\":{\"S\":\"x\"}}}}}");
    assertThat(template.fill("{nest-list:1:{\"S\":\"{repeat:y:2}\"}}"))
        .isEqualTo("{\"L\":[{\"S\":\"yy\"}]}");
  }
}
