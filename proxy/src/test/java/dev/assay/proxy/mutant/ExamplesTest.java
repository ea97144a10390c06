package dev.assay.proxy.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.fault.Hit;
import dev.assay.fault.Match;
import dev.assay.fault.Mutation;
import dev.assay.fault.RequestFacts;
import dev.assay.fault.Rule;
import dev.assay.fault.RuleBook;
import dev.assay.fault.RuleId;
import dev.assay.fault.mutant.Mutant;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each line of {@code examples.jsonl} is one example: what the client asks of a mutant, what the
 * store is asked and answers, and what the client gets.
 */
@DisplayName("A mutant")
class ExamplesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ELSEWHERE = "UpdateContinuousBackups";

  static List<JsonNode> examples() {
    try (InputStream in =
            Objects.requireNonNull(ExamplesTest.class.getResourceAsStream("examples.jsonl"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<JsonNode> examples = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        examples.add(JSON.readTree(line));
      }
      return examples;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<JsonNode> everyExample() {
    return examples().stream();
  }

  /** Fires on every operation of the mutant's; asked about one of them it gives the same hit. */
  private static List<Hit> hits(Mutant mutant) {
    RuleBook rules = new RuleBook(0, () -> 0);
    rules.put(Rule.of("m", Match.everything(), new Mutation(mutant)));
    String operation = mutant.operations().iterator().next();
    return rules.current().judge(new RequestFacts(operation, Set.of()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyExample")
  void changesWhatItClaims(JsonNode example) throws IOException {
    List<Hit> hits = hits(Mutant.named(example.path("mutant").asText()).orElseThrow());
    Mutants mutants = new Mutants();
    JsonNode steps =
        example.has("steps") ? example.get("steps") : JSON.createArrayNode().add(example);
    for (JsonNode step : steps) {
      check(step, hits, mutants);
    }
    assertThat(mutants.changes(new RuleId("m"))).isPositive();
    assertThat(mutants.scenarios(new RuleId("m"))).containsExactly("SCENARIO-001");
  }

  private static void check(JsonNode step, List<Hit> hits, Mutants mutants) throws IOException {
    String operation = step.path("call").get(0).asText();
    JsonNode asked = step.path("call").get(1);
    int status = step.path("status").asInt(200);
    Deque<JsonNode> script = new ArrayDeque<>();
    step.path("looks").forEach(script::add);
    if (step.has("store")) {
      List<JsonNode> calls = new ArrayList<>();
      step.path("store").forEach(calls::add);
      boolean looksFirst = !Set.of("Query", "Scan").contains(operation);
      if (looksFirst) {
        script.addAll(calls);
      } else {
        script.addFirst(calls.getFirst());
      }
    } else {
      JsonNode reply = step.has("reply") ? step.get("reply") : JSON.createObjectNode();
      script.add(
          JSON.createArrayNode()
              .add(operation)
              .add(step.has("sent") ? step.get("sent") : asked)
              .add(reply)
              .add(status));
    }
    List<byte[]> answers = new ArrayList<>();
    Outcome outcome =
        mutants.answer(
            hits,
            operation,
            step.path("region").asText(),
            "SCENARIO-001",
            JSON.writeValueAsBytes(asked),
            (sentOperation, body) -> {
              JsonNode expected = script.poll();
              assertThat(expected).as(sentOperation + " is one call too many").isNotNull();
              try {
                assertThat(sentOperation).isEqualTo(expected.get(0).asText());
                assertThat(JSON.readTree(body)).isEqualTo(expected.get(1));
                answers.add(JSON.writeValueAsBytes(expected.get(2)));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
              return new StoreWire.Answer(expected.path(3).asInt(200), answers.getLast());
            });
    assertThat(script).as("calls that were not made").isEmpty();
    JsonNode wanted = step.has("answer") ? step.get("answer") : JSON.createObjectNode();
    switch (outcome) {
      case Outcome.Untouched(int place) -> {
        assertThat(JSON.readTree(answers.get(place))).isEqualTo(wanted);
        assertThat(step.has("headers")).isFalse();
      }
      case Outcome.Changed changed -> {
        assertThat(changed.status()).isEqualTo(status);
        assertThat(JSON.readTree(changed.body())).isEqualTo(wanted);
        assertThat(changed.headers())
            .isEqualTo(
                JSON.convertValue(step.path("headers"), Map.class) == null
                    ? Map.of()
                    : JSON.convertValue(step.path("headers"), Map.class));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavesOtherOperationsUntouched(Mutant mutant) {
    Mutants mutants = new Mutants();
    for (JsonNode example : examples()) {
      JsonNode body = example.path("call").path(1);
      JsonNode reply = example.path("reply");
      byte[] asked = body.toString().getBytes(StandardCharsets.UTF_8);
      List<byte[]> sent = new ArrayList<>();

      Outcome outcome =
          mutants.answer(
              hits(mutant),
              ELSEWHERE,
              "",
              "",
              asked,
              (operation, bytes) -> {
                sent.add(bytes);
                return new StoreWire.Answer(200, reply.toString().getBytes(StandardCharsets.UTF_8));
              });

      assertThat(sent).containsExactly(asked);
      assertThat(outcome).isEqualTo(new Outcome.Untouched(0));
    }
    assertThat(mutants.changes(new RuleId("m"))).isZero();
  }

  @Test
  void hasAnExampleEach() {
    Set<String> shown =
        examples().stream()
            .map(example -> example.path("mutant").asText())
            .collect(Collectors.toSet());
    assertThat(shown).containsExactlyInAnyOrderElementsOf(Mutant.labels());
  }

  @Test
  void forgetsWhenItsRuleIsPutAnew() {
    Mutants mutants = new Mutants();
    byte[] asked = "{\"ClientRequestToken\":\"t\"}".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 2; i++) {
      mutants.answer(
          hits(Mutant.IGNORE_TOKEN),
          "TransactWriteItems",
          "",
          "",
          asked,
          (operation, bytes) -> {
            assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("mutant-1");
            return new StoreWire.Answer(200, "{}".getBytes(StandardCharsets.UTF_8));
          });
    }
    assertThat(mutants.changes(new RuleId("m"))).isEqualTo(1);
  }
}
