package dev.assay.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.reports.event.AssayBuild;
import dev.assay.reports.event.MutantEvent;
import dev.assay.reports.event.MutantEvent.Verdict;
import dev.assay.reports.event.Selection;
import dev.assay.reports.event.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The report on mutants")
class MutantReportWriterTest {
  private static final Instant START = Instant.parse("2026-11-25T21:30:00Z");

  @TempDir private Path reports;

  private static MutantEvent.TrialStarted started(String... mutants) {
    return new MutantEvent.TrialStarted(
        START,
        new Target("a store", "1", "http://127.0.0.1:1", Target.Mode.PROXY),
        new AssayBuild("1.2.3", "abc", "25"),
        7,
        "./assay mutants",
        Selection.everything(),
        List.of(mutants).stream()
            .map(name -> new MutantEvent.Mutant(name, name + " <does>", List.of("Query"), ""))
            .toList(),
        3);
  }

  private static MutantEvent.BaselineFinished baseline() {
    return new MutantEvent.BaselineFinished(
        START,
        List.of(
            new MutantEvent.Candidate("A-001", "one"), new MutantEvent.Candidate("B-001", "two")),
        List.of("C-001"));
  }

  private static MutantEvent.MutantFinished finished(
      String mutant, Verdict verdict, String... killers) {
    return new MutantEvent.MutantFinished(
        mutant,
        verdict,
        verdict == Verdict.NOT_EXERCISED ? 0 : 5,
        List.of("A-001", "B-001"),
        List.of(killers),
        List.of(),
        START.plusSeconds(1));
  }

  @Test
  void countsWhatEachScenarioCaught() throws IOException {
    Path page;
    try (MutantReportWriter writer = MutantReportWriter.open(reports, started("x", "y", "z"))) {
      writer.accept(baseline());
      writer.accept(finished("x", Verdict.CAUGHT, "A-001"));
      writer.accept(finished("y", Verdict.CAUGHT, "A-001"));
      writer.accept(finished("z", Verdict.SURVIVED));
      writer.accept(new MutantEvent.TrialFinished(START.plusSeconds(2), false));
      page = writer.finish();
    }

    JsonNode json = EventJson.MAPPER.readTree(page.resolveSibling("mutants.json").toFile());
    assertThat(json.path("totals").toString())
        .isEqualTo("{\"mutants\":3,\"caught\":2,\"survived\":1,\"not_exercised\":0,\"waiting\":0}");
    assertThat(json.path("scenarios").path(0).toString())
        .isEqualTo("{\"id\":\"A-001\",\"name\":\"one\",\"tried\":3,\"kills\":2}");
    assertThat(json.path("scenarios").path(1).path("kills").asInt()).isZero();
    assertThat(json.path("run").path("interrupted").asBoolean()).isFalse();
    assertThat(json.path("leftOut").toString()).isEqualTo("[\"C-001\"]");
    assertThat(Files.readString(page))
        .contains("2 of 3 mutants caught, 1 survived, 0 not exercised, 0 waiting.")
        .contains("z &lt;does&gt;")
        .contains("Never caught anything <small>1</small>");
    assertThat(reports.resolve("mutants/latest/mutants.html")).isNotEmptyFile();
  }

  @Test
  void isThereForATrialThatWasKilled() throws IOException {
    MutantReportWriter writer = MutantReportWriter.open(reports, started("x", "y"));
    writer.accept(baseline());
    writer.accept(finished("x", Verdict.CAUGHT, "A-001"));
    writer.accept(new MutantEvent.MutantStarted("y", START));

    Path page = MutantReportWriter.render(writer.folder());

    assertThat(Files.readString(page)).contains("The trial ended after 1 of 2.");
    writer.close();
  }

  @Test
  void ignoresWhatComesAfterItsEnd() throws IOException {
    MutantReportWriter writer = MutantReportWriter.open(reports, started("x"));
    writer.accept(baseline());
    Path page = writer.finish();
    writer.accept(finished("x", Verdict.CAUGHT, "A-001"));
    assertThat(Files.readAllLines(page.resolveSibling("mutants.jsonl"))).hasSize(2);
  }
}
