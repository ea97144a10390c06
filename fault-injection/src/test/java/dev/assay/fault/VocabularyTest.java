package dev.assay.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The vocabulary of rules")
class VocabularyTest {
  private static final Path PAGE = Path.of("../docs/faults.md");
  private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

  private static List<String> examples() throws IOException {
    List<String> found = new ArrayList<>();
    Matcher example = EXAMPLE.matcher(Files.readString(PAGE));
    while (example.find()) {
      found.add(example.group(1));
    }
    return found;
  }

  @Test
  void isShownByExamplesThatAreRulesAndComeBackTheSame() throws IOException {
    List<String> examples = examples();

    assertThat(examples).hasSizeGreaterThan(30);
    for (String json : examples) {
      Rule rule = RuleJson.read(json);
      assertThat(RuleJson.read(RuleJson.write(rule).toString())).as(json).isEqualTo(rule);
    }
  }

  @Test
  void isShownWhole() throws IOException {
    TreeSet<String> shown = new TreeSet<>();
    for (String json : examples()) {
      shown.add(RuleJson.read(json).fault().kind());
    }
    assertThat(shown).containsAll(FaultJson.kinds());
    String page = Files.readString(PAGE);
    for (ServiceFailure failure : ServiceFailure.values()) {
      assertThat(page).contains("| `" + failure.word() + "` | " + failure.status());
    }
    for (String word :
        List.of(
            "operation",
            "table",
            "index",
            "key",
            "region",
            "upstream",
            "az",
            "client",
            "share",
            "nth_call",
            "every_nth",
            "limit",
            "start_after_ms",
            "for_ms",
            "period_ms",
            "max_active")) {
      assertThat(page).contains("| `" + word + "` |");
    }
  }

  @Test
  void drawsLatenciesOfTheShapeThatWasAskedFor() {
    assertThat(median("{\"kind\":\"latency_uniform\",\"min_ms\":10,\"max_ms\":50}"))
        .isBetween(28L, 32L);
    assertThat(median("{\"kind\":\"latency_normal\",\"mean_ms\":100,\"stddev_ms\":10}"))
        .isBetween(98L, 102L);
    assertThat(median("{\"kind\":\"latency_log_normal\",\"median_ms\":100,\"sigma\":1}"))
        .isBetween(95L, 105L);
    String table =
        "{\"kind\":\"latency_percentiles\",\"percentiles\":{\"50\":4,\"90\":100,\"100\":900}}";
    assertThat(median(table)).isBetween(4L, 6L);
    assertThat(draws(table)).allMatch(ms -> ms >= 4 && ms <= 900).anyMatch(ms -> ms > 100);
    assertThat(draws("{\"kind\":\"latency_normal\",\"mean_ms\":0,\"stddev_ms\":600000}"))
        .allMatch(ms -> ms >= 0 && ms <= Latency.MAX_LATENCY_MS);
  }

  private static long median(String fault) {
    List<Long> draws = draws(fault);
    return draws.get(draws.size() / 2);
  }

  private static List<Long> draws(String fault) {
    Latency latency = (Latency) RuleJson.read("{\"id\":\"a\",\"fault\":" + fault + "}").fault();
    SplittableRandom random = new SplittableRandom(1);
    return random.ints(4001).mapToObj(i -> latency.drawMs(random)).sorted().toList();
  }
}
