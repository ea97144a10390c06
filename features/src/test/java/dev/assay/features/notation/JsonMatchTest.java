package dev.assay.features.notation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonMatchTest {
  @Test
  void equalDocumentsMatch() {
    assertThat(exact("{\"a\": [1, {\"b\": null}]}", "{\"a\": [1.0, {\"b\": null}]}")).isEmpty();
  }

  @Test
  void theFirstDifferenceIsNamedWithItsPlace() {
    assertThat(exact("{\"a\": [1, 2]}", "{\"a\": [1, 3]}"))
        .contains("at a[1]: expected 2, but was 3");
    assertThat(exact("{\"a\": 1}", "{}")).contains("at a: expected 1, but is absent");
    assertThat(exact("{}", "{\"a\": 1}")).contains("at the top: unexpected member \"a\": 1");
    assertThat(exact("[1]", "[1, 2]")).isPresent();
  }

  @Test
  void aSubsetMayLackMembersButNotElements() {
    assertThat(subset("{\"a\": {\"b\": 1}}", "{\"a\": {\"b\": 1, \"c\": 2}, \"d\": 3}")).isEmpty();
    assertThat(subset("{\"a\": [1]}", "{\"a\": [1, 2]}")).isPresent();
  }

  @Test
  void membersOfSetsComeInAnyOrderButElementsOfListsDoNot() {
    assertThat(exact("{\"SS\": [\"a\", \"b\"]}", "{\"SS\": [\"b\", \"a\"]}")).isEmpty();
    assertThat(exact("{\"SS\": [\"a\", \"a\"]}", "{\"SS\": [\"a\", \"b\"]}")).isPresent();
    assertThat(exact("{\"L\": [1, 2]}", "{\"L\": [2, 1]}")).isPresent();
  }

  @Test
  void matchersStandForMoreThanThemselves() {
    assertThat(exact("{\"a\": \"{any}\", \"b\": \"{absent}\"}", "{\"a\": []}")).isEmpty();
    assertThat(exact("{\"a\": \"{any}\"}", "{}")).isPresent();
    assertThat(exact("{\"a\": \"{absent}\"}", "{\"a\": 1}")).isPresent();
    assertThat(exact("\"{matches:a+}\"", "\"aa\"")).isEmpty();
    assertThat(exact("\"{matches:a+}\"", "\"ab\"")).isPresent();
    assertThat(exact("\"{value:1e3}\"", "\"1000\"")).isEmpty();
    assertThat(exact("\"{value:1e3}\"", "\"x\"")).isPresent();
    assertThat(exact("\"{between:1:5}\"", "5")).isEmpty();
    assertThat(exact("\"{between:1:5}\"", "5.1")).isPresent();
    assertThat(exact("\"{number}\"", "\"5\"")).isPresent();
    assertThat(exact("\"{text}\"", "\"5\"")).isEmpty();
  }

  @Test
  void arraysMayBeComparedInAnyOrderOrInPart() {
    assertThat(exact("[\"{unordered}\", 1, 2]", "[2, 1]")).isEmpty();
    assertThat(exact("[\"{unordered}\", 1, 2]", "[2, 1, 3]")).isPresent();
    assertThat(exact("[\"{some}\", 1]", "[2, 1, 3]")).isEmpty();
    assertThat(exact("[\"{some}\", 4]", "[2, 1, 3]")).isPresent();
  }

  private static Optional<String> exact(String expected, String actual) {
    return JsonMatch.exact(Json.parse(expected), Json.parse(actual));
  }

  private static Optional<String> subset(String expected, String actual) {
    return JsonMatch.subset(Json.parse(expected), Json.parse(actual));
  }
}
