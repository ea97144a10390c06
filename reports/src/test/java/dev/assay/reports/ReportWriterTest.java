package dev.assay.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.reports.event.Outcome;
import dev.assay.reports.event.RunEvent;
import dev.assay.reports.event.RunEvent.RunFinished;
import dev.assay.reports.event.RunEvent.ScenarioStarted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {

  @TempDir Path reports;

  private Documents finish(List<RunEvent> events) {
    try (ReportWriter writer =
        ReportWriter.open(reports, (RunEvent.RunStarted) events.getFirst())) {
      events.stream().skip(1).forEach(writer::accept);
      return writer.finish();
    }
  }

  @Nested
  class Events {

    @Test
    void eachIsOnDiskAsSoonAsItIsAccepted() throws IOException {
      try (ReportWriter writer = ReportWriter.open(reports, SampleRun.started(3))) {
        writer.accept(SampleRun.finished(0));
        assertThat(Files.readAllLines(writer.folder().resolve("events.jsonl"))).hasSize(2);
        writer.accept(SampleRun.finished(1));
        assertThat(Files.readAllLines(writer.folder().resolve("events.jsonl"))).hasSize(3);
      }
    }

    @Test
    void areReadBackAsTheyWereWritten() throws IOException {
      List<RunEvent> events = SampleRun.events(40);
      Documents documents = finish(events);
      List<RunEvent> read = new ArrayList<>();
      EventLog.read(documents.folder(), read::add);
      assertThat(read).isEqualTo(events);
    }

    @Test
    void thatComeAfterFinishAreIgnored() {
      ReportWriter writer = ReportWriter.open(reports, SampleRun.started(2));
      writer.accept(SampleRun.finished(0));
      Documents documents = writer.finish();
      writer.accept(SampleRun.finished(1));
      assertThat(ReportWriter.render(documents.folder()).tally().finished()).isEqualTo(1);
    }
  }

  @Nested
  class Folders {

    @Test
    void latestLeadsToTheNewestRun() {
      finish(SampleRun.events(1));
      Documents second = finish(SampleRun.events(2));
      assertThat(second.folder()).hasFileName("2026-11-22T21-30-00Z-2");
      assertThat(reports.resolve("latest/certificate.html"))
          .hasSameTextualContentAs(second.certificate());
    }

    @Test
    void whereNoneCanBeMadeTheReasonIsOneSentence() throws IOException {
      Path file = Files.writeString(reports.resolve("occupied"), "");
      assertThatThrownBy(() -> ReportWriter.open(file, SampleRun.started(1)))
          .isInstanceOf(ReportException.class)
          .hasMessageStartingWith("Cannot write reports to " + file + ": ")
          .hasMessageEndingWith(".")
          .message()
          .doesNotContain("\n", "Exception");
    }

    @Test
    void canBeRenderedAgain() throws IOException {
      Documents documents = finish(SampleRun.events(5));
      String before = Files.readString(documents.certificateJson());
      assertThat(ReportWriter.render(documents.folder())).isEqualTo(documents);
      assertThat(documents.certificateJson()).hasContent(before);
    }
  }

  @Nested
  class Scoring {

    @Test
    void keepsEveryScenarioInTheDenominator() {
      Documents documents =
          finish(
              List.of(
                  SampleRun.started(5),
                  SampleRun.finished(0, Outcome.PASS),
                  SampleRun.finished(1, Outcome.PASS),
                  SampleRun.finished(2, Outcome.FAIL),
                  SampleRun.finished(3, Outcome.UNSUPPORTED),
                  SampleRun.finished(4, Outcome.ERROR),
                  new RunFinished(SampleRun.START.plusSeconds(1), false)));
      assertThat(documents.tally()).isEqualTo(new Tally(2, 1, 1, 1, 0));
      assertThat(documents.tally().divergence()).isEqualTo(1 / 5.0);
      assertThat(documents.tally().coverage()).isEqualTo(3 / 5.0);
      assertThat(documents.interrupted()).isFalse();
    }

    @Test
    void ofNothingIsZeroAndNotAnError() {
      Documents documents =
          finish(List.of(SampleRun.started(0), new RunFinished(SampleRun.START, false)));
      assertThat(documents.tally().divergence()).isZero();
      assertThat(documents.certificate()).content().contains("No scenario was selected.");
    }

    @Test
    void neverRoundsSomethingToNothingOrNearlyAllToAll() {
      assertThat(CertificateScores.percent(0.0001)).isEqualTo("<0.1%");
      assertThat(CertificateScores.percent(0.9999)).isEqualTo(">99.9%");
      assertThat(CertificateScores.percent(0)).isEqualTo("0%");
      assertThat(CertificateScores.percent(1)).isEqualTo("100%");
      assertThat(CertificateScores.percent(1 / 3.0)).isEqualTo("33.3%");
    }
  }

  @Nested
  class InterruptedRuns {

    @Test
    void sayAfterHowManyAndCountTheRestAsNotReached() throws IOException {
      Documents documents =
          finish(
              List.of(
                  SampleRun.started(10),
                  SampleRun.finished(0, Outcome.PASS),
                  SampleRun.finished(1, Outcome.FAIL),
                  new ScenarioStarted("PUT-COND-099", SampleRun.START),
                  new RunFinished(SampleRun.START.plusSeconds(1), true)));
      assertThat(documents.interrupted()).isTrue();
      assertThat(documents.tally()).isEqualTo(new Tally(1, 1, 0, 0, 8));
      assertThat(documents.tally().divergence()).isEqualTo(0.1);
      assertThat(documents.certificate())
          .content()
          .contains("Interrupted after 2 of 10; cut short: PUT-COND-099", "of what finished");
      assertThat(documents.junitXml()).content().contains("Interrupted after 2 of 10");
      JsonNode run = EventJson.MAPPER.readTree(documents.certificateJson().toFile()).get("run");
      assertThat(run.get("interrupted").asBoolean()).isTrue();
      assertThat(run.get("cutShort").get(0).asText()).isEqualTo("PUT-COND-099");
    }

    @Test
    void thatWereKilledInTheMiddleOfALineCanStillBeRendered() throws IOException {
      ReportWriter writer = ReportWriter.open(reports, SampleRun.started(10));
      writer.accept(SampleRun.finished(0, Outcome.PASS));
      writer.close();
      Path log = writer.folder().resolve("events.jsonl");
      Files.writeString(log, Files.readString(log) + "{\"event\":\"scenario-fini");
      Documents documents = ReportWriter.render(writer.folder());
      assertThat(documents.tally()).isEqualTo(new Tally(1, 0, 0, 0, 9));
      assertThat(documents.interrupted()).isTrue();
    }

    @Test
    void withABrokenLineBeforeTheLastAreNotGuessedAt() throws IOException {
      ReportWriter writer = ReportWriter.open(reports, SampleRun.started(10));
      writer.close();
      Path log = writer.folder().resolve("events.jsonl");
      Files.writeString(log, "{\"event\":\n" + Files.readString(log));
      assertThatThrownBy(() -> ReportWriter.render(writer.folder()))
          .isInstanceOf(ReportException.class)
          .hasMessageStartingWith("Cannot read the run's events");
    }
  }
}
