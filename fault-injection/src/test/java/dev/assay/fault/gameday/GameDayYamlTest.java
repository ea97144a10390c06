package dev.assay.fault.gameday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A game day's file")
class GameDayYamlTest {
  private static final String WHOLE =
      """
      title: One zone is lost
      about: >
        A zone goes away
        and comes back.
      topology: {regions: [us-east-1]}
      workload: {name: register, clients: 4, rate: 50, parameters: {keys: 10}}
      steady_state:
        - {metric: success_share, at_least: 0.99}
        - {metric: p99_ms, at_most: 250}
      phases: {warmup_s: 0, baseline_s: 3, fault_s: 8, recovery_s: 20}
      method:
        - {after_s: 5, heal: true}
        - {lever: az-outage, with: {zone: a, state: down}}
        - after_s: 1.5
          rule: {id: slow, match: {operation: [PutItem]}, fault: {kind: latency, latency_ms: 20}}
        - {after_s: 6, call: DescribeTable, with: {TableName: "{table}"},
           until: {path: /Table/TableStatus, is: ACTIVE}}
      rollback:
        - {remove_rule: slow}
      objectives: {rto_s: 10, rpo_writes: 0, staleness_ms: 500, error_share: 0.25}
      checks: [linearizability]
      stop_when:
        - {metric: error_share, above: 0.9, for_s: 5}
      """;

  @Test
  void isReadWithItsStepsInTheOrderOfTime() {
    GameDay day = GameDayYaml.read(WHOLE);

    assertThat(day.title()).isEqualTo("One zone is lost");
    assertThat(day.needs()).containsExactlyInAnyOrder("levers", "proxy");
    assertThat(day.method()).extracting(Step::afterMs).containsExactly(0L, 1500L, 5000L, 6000L);
    assertThat(day.method().getFirst().action().words())
        .isEqualTo("pull lever az-outage {state=down, zone=a}");
    assertThat(day.objectives().rpoWrites()).hasValue(0);
    assertThat(day.workload().parameters()).containsEntry("keys", "10");
  }

  @Test
  void becomesAPlanForPeople() {
    assertThat(Plan.of(GameDayYaml.read(WHOLE)))
        .contains(
            "steady state  success_share at least 0.99, p99_ms at most 250",
            "  3 s         pull lever az-outage {state=down, zone=a}",
            "  4.5 s       put rule slow (latency)",
            "  9 s         call DescribeTable until /Table/TableStatus is ACTIVE",
            "  11 s        roll back: heal everything",
            "objectives    RTO 10 s, RPO 0 writes, staleness 500 ms, errors 0.25",
            "stops early   if error_share above 0.9 for 5 s");
  }

  @ParameterizedTest(name = "{1} for {0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          steady_state: | steady_stat: | line 7: steady_stat is not known; did you mean "steady_state"?
          metric: p99_ms | metric: p99ms | line 9: steady_state[1].metric must be a known word, was "p99ms"; did you mean "p99_ms"?
          clients: 4 | clients: four | line 6: workload.clients must be a number, was "four"
          clients: 4 | clients: 4.5 | line 6: workload.clients must be a whole number, was 4.5
          after_s: 6, | after_s: 60, | line 16: method[3].after_s must be within the fault phase of 8 s, was 60
          lever: az-outage | levr: az-outage | line 13: method[1].levr is not known; did you mean "lever"?
          {remove_rule: slow} | {remove_rule: slow, heal: true} | line 19: rollback[0] must name one action out of lever, heal, rule, remove_rule, call, delete_all_items, use_table, use_region, named heal and remove_rule
          latency_ms: 20 | latency_ms: -1 | line 15: method[2].rule.fault.latency_ms must be a number between 0 and 600000, was -1
          error_share: 0.25 | error_share: 2 | line 20: objectives.error_share must be between 0 and 1, was 2
          path: /Table | path: Table | line 17: method[3].until.path must be a JSON pointer that begins with /, was "Table/TableStatus"
          title: One zone | title: [ | line 2: this is no YAML
          """)
  void isRefusedWithLineAndField(String right, String wrong, String complaint) {
    assertThatThrownBy(
            () ->
                GameDayYaml.read(
                    WHOLE.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong))))
        .isInstanceOf(GameDayException.class)
        .hasMessageStartingWith(complaint);
  }

  @Test
  void thatIsEmptyIsRefused() {
    assertThatThrownBy(() -> GameDayYaml.read("")).hasMessage("the file is empty");
  }
}
