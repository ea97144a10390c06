package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.problem.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rest runs by hand: {@code ./assay gameday --all} takes eight minutes. */
@DisplayName("Game days that ship, in a hurry")
class ShippedGameDaysTest {
  /** How long each is broken: as short as its method lets it be. */
  private static final Map<String, Integer> FAULT_SECONDS =
      Map.of(
          "ambiguous-commits",
          3,
          "replication-pause",
          3,
          "region-outage-active-active",
          5,
          "mass-delete-pitr",
          6);

  @TempDir Path folder;

  @Test
  void holdOnTheReferenceEngineAndHaveBrokenSomething() throws Exception {
    Map<String, Future<Console>> days = new LinkedHashMap<>();
    try (ExecutorService together = Executors.newFixedThreadPool(FAULT_SECONDS.size())) {
      for (String name : FAULT_SECONDS.keySet()) {
        days.put(name, together.submit(() -> run(name)));
      }
    }
    for (Map.Entry<String, Future<Console>> day : days.entrySet()) {
      Console console = day.getValue().get();
      assertThat(console.out()).as(console.err()).contains("held     rollback");
      JsonNode report = report(day.getKey());
      assertThat(report.at("/result").asText()).as(console.out() + console.err()).isEqualTo("pass");
      assertThat(report.at("/moments/injected").asText()).isNotEmpty();
      assertThat(report.at("/moments/leftovers")).isEmpty();
    }
    assertThat(report("ambiguous-commits").findValues("fired"))
        .hasSize(3)
        .allSatisfy(fired -> assertThat(fired.asLong()).isPositive());
    assertThat(report("replication-pause").findValue("stale_reads").asLong()).isPositive();
    assertThat(report("mass-delete-pitr").findValue("lost_writes").asLong()).isPositive();
    assertThat(report("region-outage-active-active").at("/moments/firstError").asText())
        .isNotEmpty();
  }

  private Console run(String name) throws IOException {
    Path own = Files.createDirectories(folder.resolve(name));
    Path file = Files.writeString(own.resolve("day.yaml"), hurried(name));
    Console console = new Console(own);
    assertThat(console.run("gameday", file.toString(), "--seed", "11"))
        .as(console.out() + console.err())
        .isEqualTo(ExitCode.OK);
    return console;
  }

  /** With short phases, and a recovery time that a busy machine keeps. */
  private static String hurried(String name) throws IOException {
    try (InputStream in =
        ShippedGameDaysTest.class.getResourceAsStream("/gamedays/" + name + ".yaml")) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
          .replaceAll(
              "phases: .*",
              "phases: {warmup_s: 1, baseline_s: 1, fault_s: %d, recovery_s: 60}"
                  .formatted(FAULT_SECONDS.get(name)))
          .replaceAll("rto_s: \\d+", "rto_s: 60");
    }
  }

  private JsonNode report(String name) throws IOException {
    try (var runs = Files.list(folder.resolve(name).resolve("reports/runs"))) {
      List<Path> all = new ArrayList<>(runs.toList());
      assertThat(all).hasSize(1);
      return new ObjectMapper().readTree(all.getFirst().resolve("gameday.json").toFile());
    }
  }
}
