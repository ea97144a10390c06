package dev.assay.features.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LintTest {
  private static final String TAGS = "@id:PUT-X-001 @tier:core @op:PutItem @source:facts-001";

  @Test
  void everyScenarioOfTheSuiteKeepsTheRules() {
    Catalogue catalogue = Catalogue.load();
    assertThat(catalogue.scenarios()).hasSizeGreaterThan(150);
    assertThat(Lint.check(catalogue, RetiredIds.load())).isEmpty();
  }

  @Test
  void aScenarioThatKeepsTheRulesHasNoProblems() {
    assertThat(problems(scenario(TAGS))).isEmpty();
  }

  @Test
  void anUnknownTagIsRefused() {
    assertThat(problems(scenario(TAGS + " @wip")))
        .singleElement()
        .asString()
        .contains("unknown tag @wip");
  }

  @Test
  void anUnknownTierOperationOrNeedIsRefused() {
    assertThat(problems(scenario(TAGS.replace("core", "basic"))))
        .anyMatch(p -> p.contains("@tier:basic"));
    assertThat(problems(scenario(TAGS + " @op:PourCoffee")))
        .anyMatch(p -> p.contains("@op:PourCoffee"));
    assertThat(problems(scenario(TAGS + " @needs:coffee")))
        .anyMatch(p -> p.contains("@needs:coffee"));
  }

  @Test
  void aFactOutsideTheFactsIsRefused() {
    assertThat(problems(scenario(TAGS.replace("facts-001", "facts-188")))).isEmpty();
    assertThat(problems(scenario(TAGS.replace("facts-001", "facts-189")))).isNotEmpty();
    assertThat(problems(scenario(TAGS.replace("facts-001", "facts-000")))).isNotEmpty();
    assertThat(problems(scenario(TAGS.replace("facts-001", "facts-1")))).isNotEmpty();
  }

  @Test
  void aScenarioNeedsItsIdAndItsSource() {
    assertThat(problems(scenario("@tier:core @op:PutItem @source:facts-001")))
        .anyMatch(p -> p.contains("exactly one @id"));
    assertThat(problems(scenario("@id:PUT-X-001 @tier:core @op:PutItem")))
        .anyMatch(p -> p.contains("@source"));
  }

  @Test
  void anIdIsUsedOnce() {
    String two = scenario(TAGS) + scenarioOnly(TAGS, "Another");
    assertThat(problems(two)).singleElement().asString().contains("PUT-X-001 is used by");
  }

  @Test
  void aRetiredIdIsNotUsedAgain() {
    Catalogue catalogue = Catalogue.of("x.feature", scenario(TAGS));
    assertThat(Lint.check(catalogue, Set.of("PUT-X-001")))
        .singleElement()
        .asString()
        .contains("retired");
  }

  @Test
  void theRowsOfAnOutlineShareAnIdAndAreToldApartByTheirCase() {
    Catalogue catalogue = Catalogue.of("x.feature", outline("case", "one", "two"));
    assertThat(Lint.check(catalogue, Set.of())).isEmpty();
    assertThat(catalogue.scenarios())
        .extracting(ScenarioSpec::id)
        .containsExactly("PUT-X-001:one", "PUT-X-001:two");
  }

  @Test
  void twoRowsOfAnOutlineMayNotBeTheSameCase() {
    assertThat(problems(outline("case", "one", "one"))).isNotEmpty();
  }

  @Test
  void theFirstColumnOfExamplesIsTheCase() {
    assertThat(problems(outline("value", "one", "two")))
        .anyMatch(p -> p.contains("must be 'case'"));
  }

  @Test
  void aScenarioHasOneWhenAndAThenUnderARule() {
    assertThat(problems(scenario(TAGS).replace("Then c", "When c\n      Then d")))
        .anyMatch(p -> p.contains("2 When"));
    assertThat(problems(scenario(TAGS).replace("Then c", "And c")))
        .anyMatch(p -> p.contains("no Then"));
    assertThat(problems(scenario(TAGS).replace("  Rule: r\n", "")))
        .anyMatch(p -> p.contains("under no Rule"));
  }

  private static List<String> problems(String feature) {
    return Lint.check(Catalogue.of("x.feature", feature), Set.of());
  }

  private static String scenario(String tags) {
    return "Feature: f\n  Rule: r\n" + scenarioOnly(tags, "s");
  }

  private static String scenarioOnly(String tags, String name) {
    return "    "
        + tags
        + "\n    Scenario: "
        + name
        + "\n      Given a\n      When b\n      Then c\n";
  }

  private static String outline(String column, String first, String second) {
    return "Feature: f\n  Rule: r\n    "
        + TAGS
        + "\n    Scenario Outline: s\n      When <"
        + column
        + ">\n      Then c\n      Examples:\n        | "
        + String.join(" |\n        | ", column, first, second)
        + " |\n";
  }
}
