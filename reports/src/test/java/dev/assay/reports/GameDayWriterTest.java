package dev.assay.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.reports.event.AssayBuild;
import dev.assay.reports.event.GameDayEvent;
import dev.assay.reports.event.Outcome;
import dev.assay.reports.event.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The report of a game day")
class GameDayWriterTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  @TempDir Path reports;

  private static GameDayEvent.DayStarted started(Instant start, long seed) {
    return new GameDayEvent.DayStarted(
        start + "-" + seed,
        start,
        "A <zone> is lost",
        "Another one takes over.",
        new Target("store", "1", "http://127.0.0.1:8000", Target.Mode.PROXY),
        new AssayBuild("1.0", "abc", "25"),
        seed,
        "./assay gameday az-outage",
        "register, 8 clients",
        List.of("plan line"));
  }

  private GameDayWriter writer(Instant start, long seed) {
    return GameDayWriter.open(reports, started(start, seed));
  }

  private static void tell(GameDayWriter writer, Instant start, double lost, Outcome outcome) {
    writer.accept(
        new GameDayEvent.Happened(start.plusSeconds(4), "action", "pull lever az-outage"));
    writer.accept(
        new GameDayEvent.Measured(
            start,
            List.of(
                new GameDayEvent.Second(100, 0, 0, 1.0, 2.0),
                new GameDayEvent.Second(40, 50, 10, null, null))));
    writer.accept(
        new GameDayEvent.Moments(
            start.plusSeconds(1),
            start.plusSeconds(1),
            start.plusSeconds(2),
            null,
            start.plusSeconds(2),
            null,
            null,
            null,
            0.25,
            null,
            List.of(),
            List.of(),
            List.of(new GameDayEvent.RuleCount("slow", 10, 5))));
    writer.accept(
        new GameDayEvent.Checked(
            "lost-writes",
            outcome == Outcome.PASS ? "valid" : "invalid",
            "a summary",
            Map.of("lost_writes", lost),
            outcome == Outcome.PASS ? List.of() : List.of("write 7 is lost"),
            outcome == Outcome.PASS ? null : "<svg xmlns='http://www.w3.org/2000/svg'/>"));
    writer.accept(new GameDayEvent.Judged("RPO", outcome, "at most 0 writes lost", lost + " lost"));
    writer.accept(new GameDayEvent.DayFinished(start.plusSeconds(9), false));
  }

  @Test
  void showsTimelineMomentsVerdictsAndProof() throws Exception {
    GameDayDocuments documents;
    try (GameDayWriter writer = writer(START, 7)) {
      tell(writer, START, 3, Outcome.FAIL);
      documents = writer.finish(Optional.empty());
    }

    String page = Files.readString(documents.page());
    assertThat(page)
        .contains(
            "A &lt;zone&gt; is lost",
            "1 of 1 promises were broken",
            "<svg class=\"timeline\"",
            "class=\"fault\"",
            "write 7 is lost",
            "data:image/svg+xml;base64,",
            "afterwards no rule was in force",
            "matched 10, fired 5",
            "<dt>Detected</dt><dd>2.0 s",
            "There is none of this title to compare with")
        .doesNotContain("<script", "http-equiv");
    JsonNode json = EventJson.MAPPER.readTree(documents.json().toFile());
    assertThat(json.at("/schema").asText()).isEqualTo("assay/gameday/1");
    assertThat(json.at("/result").asText()).isEqualTo("fail");
    assertThat(json.at("/checkers/0/measures/lost_writes").asDouble()).isEqualTo(3);
    assertThat(documents.junitXml()).content().contains("failures=\"1\"", "write 7 is lost");
    assertThat(documents.allureResults()).isDirectoryContaining("glob:**-result.json");
    assertThat(documents.allureReport()).content().doesNotContain("googletagmanager");
    assertThat(reports.resolve("latest/gameday.html")).exists();
  }

  @Test
  void comparesWithTheNewestOfTheSameTitle() throws Exception {
    try (GameDayWriter writer = writer(START, 7)) {
      tell(writer, START, 0, Outcome.PASS);
      var unused = writer.finish(Optional.empty());
    }
    Instant later = START.plusSeconds(60);
    GameDayDocuments documents;
    try (GameDayWriter writer = writer(later, 8)) {
      tell(writer, later, 3, Outcome.FAIL);
      documents = writer.finish(Optional.empty());
    }

    assertThat(documents.baseline()).isPresent();
    JsonNode lines = EventJson.MAPPER.readTree(documents.json().toFile()).at("/comparison/lines");
    assertThat(lines.findValuesAsText("what"))
        .contains("result", "seed", "RPO, at most 0 writes lost", "lost-writes: lost_writes");
    assertThat(lines.get(0).toString())
        .isEqualTo("{\"what\":\"result\",\"before\":\"pass\",\"now\":\"fail\",\"changed\":true}");
    assertThat(documents.page()).content().contains("<td>held</td><td>broken</td>");
  }

  @Test
  void isWrittenForADayThatWasCutShort() throws Exception {
    GameDayDocuments documents;
    try (GameDayWriter writer = writer(START, 7)) {
      writer.accept(new GameDayEvent.Happened(START, "phase", "baseline"));
      documents = writer.finish(Optional.empty());
    }

    assertThat(documents.page())
        .content()
        .contains("It was cut short", "unknown: the game day was cut short");
    assertThat(documents.junitXml()).content().contains("errors=\"1\"");
  }

  @Test
  void refusesABaselineThatIsNone() {
    assertThatThrownBy(() -> GameDayWriter.requireGameDay(reports))
        .isInstanceOf(ReportException.class)
        .hasMessageContaining("Cannot read the run's events in " + reports);
  }
}
