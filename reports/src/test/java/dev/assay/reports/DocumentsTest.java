package dev.assay.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.reports.event.Body;
import dev.assay.reports.event.Exchange;
import dev.assay.reports.event.Failure;
import dev.assay.reports.event.Outcome;
import dev.assay.reports.event.RunEvent;
import dev.assay.reports.event.RunEvent.RunFinished;
import dev.assay.reports.event.RunEvent.ScenarioFinished;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class DocumentsTest {

  private static final String HOSTILE = "<script>alert('1')</script> & \"quotes\" \u0001 ]]> é 日本";

  @TempDir Path reports;

  private Documents finish(List<RunEvent> events) {
    try (ReportWriter writer =
        ReportWriter.open(reports, (RunEvent.RunStarted) events.getFirst())) {
      events.stream().skip(1).forEach(writer::accept);
      return writer.finish();
    }
  }

  /** A failure that has markup wherever a store or a feature file can put some. */
  private static List<RunEvent> hostile() {
    ScenarioFinished plain = SampleRun.finished(1, Outcome.FAIL);
    Exchange exchange =
        new Exchange(
            SampleRun.exchange(1).request(),
            new Exchange.Response(400, List.of(), Body.of(HOSTILE)),
            SampleRun.START,
            plain.duration());
    return List.of(
        SampleRun.started(1),
        new ScenarioFinished(
            plain.scenario(),
            Outcome.FAIL,
            HOSTILE,
            plain.start(),
            plain.duration(),
            plain.steps(),
            new Failure(HOSTILE, HOSTILE, HOSTILE, exchange)),
        new RunFinished(SampleRun.START.plusSeconds(1), false));
  }

  @Nested
  class Certificate {

    @Test
    void showsEachFailureWithItsEvidenceAndTheWayBackToIt() {
      ScenarioFinished failed = SampleRun.finished(5);
      assertThat(failed.outcome()).isEqualTo(Outcome.FAIL);
      assertThat(finish(SampleRun.events(20)).certificate())
          .content()
          .contains(
              failed.scenario().id(),
              failed.scenario().requirement(),
              "facts-006 · aws-condition-expressions",
              "Null attribute value types must have the value of true",
              "must contain exactly one of the supported datatypes",
              "x-amz-crc32: 2745614147",
              "seed 4815162342",
              failed.scenario().rerunCommand());
    }

    @Test
    void escapesWhateverAStoreAnswers() {
      assertThat(finish(hostile()).certificate())
          .content()
          .doesNotContain("<script>alert", "\u0001")
          .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;quotes&quot;");
    }

    @Test
    void fetchesNothing() {
      assertThat(finish(SampleRun.events(30)).certificate())
          .content()
          .doesNotContainPattern("(src|href)=\"(?!#)")
          .doesNotContain("@import", "url(");
    }

    @Test
    void printsUnsupportedErrorsAndUnconfirmed() {
      assertThat(finish(SampleRun.events(40)).certificate())
          .content()
          .contains("the store answers UnknownOperationException to ListStreams")
          .contains("The connection was reset before a response came.")
          .contains("<section id=\"unconfirmed\">");
    }
  }

  @Nested
  class CertificateForPrograms {

    @Test
    void hasItsMembersInAStableOrder() throws IOException {
      JsonNode root =
          EventJson.MAPPER.readTree(finish(SampleRun.events(40)).certificateJson().toFile());
      assertThat(root.fieldNames())
          .toIterable()
          .containsExactly(
              "schema",
              "run",
              "target",
              "assay",
              "selection",
              "scores",
              "byTier",
              "byOperation",
              "scenarios");
      assertThat(root.get("scenarios")).hasSize(40);
    }

    @Test
    void scoresByTierMostBasicFirstAndAddsUpToAll() throws IOException {
      JsonNode root =
          EventJson.MAPPER.readTree(finish(SampleRun.events(40)).certificateJson().toFile());
      assertThat(root.get("byTier").findValuesAsText("name"))
          .containsExactly("core", "complete", "strict");
      int all = 0;
      for (JsonNode tier : root.get("byTier")) {
        all += tier.get("all").asInt();
      }
      assertThat(all).isEqualTo(root.get("scores").get("all").asInt()).isEqualTo(40);
    }
  }

  @Nested
  class ForBuildServers {

    @Test
    void isValidEvenWithWhatXmlCannotWrite() throws Exception {
      validate(finish(hostile()).junitXml());
      validate(finish(SampleRun.events(60)).junitXml());
    }

    @Test
    void countsAsItLists() throws Exception {
      Documents documents = finish(SampleRun.events(60));
      Element root =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(documents.junitXml().toFile())
              .getDocumentElement();
      Tally tally = documents.tally();
      assertThat(tally.fail() * tally.error() * tally.unsupported()).isPositive();
      assertThat(root.getElementsByTagName("testcase").getLength()).isEqualTo(60);
      assertThat(root.getElementsByTagName("failure").getLength()).isEqualTo(tally.fail());
      assertThat(root.getElementsByTagName("error").getLength()).isEqualTo(tally.error());
      assertThat(root.getElementsByTagName("skipped").getLength()).isEqualTo(tally.unsupported());
      assertThat(root.getAttribute("tests")).isEqualTo("60");
    }

    private static void validate(Path xml) throws Exception {
      SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(DocumentsTest.class.getResource("junit.xsd"))
          .newValidator()
          .validate(new StreamSource(xml.toFile()));
    }
  }

  @Nested
  class Allure {

    @Test
    void countsAsTheCertificateDoes() throws IOException {
      Documents documents = finish(SampleRun.events(60));
      JsonNode statistic = embedded(documents, "widgets/summary.json").get("statistic");
      Tally tally = documents.tally();
      assertThat(statistic.get("total").asInt()).isEqualTo(tally.all());
      assertThat(statistic.get("passed").asInt()).isEqualTo(tally.pass());
      assertThat(statistic.get("failed").asInt()).isEqualTo(tally.fail());
      assertThat(statistic.get("broken").asInt()).isEqualTo(tally.error());
      assertThat(statistic.get("skipped").asInt()).isEqualTo(tally.unsupported());
    }

    @Test
    void keepsTwoScenariosOfOneIdApart() throws IOException {
      Documents documents =
          finish(List.of(SampleRun.started(2), SampleRun.finished(0), SampleRun.finished(0)));
      JsonNode statistic = embedded(documents, "widgets/summary.json").get("statistic");
      assertThat(statistic.get("total").asInt()).isEqualTo(2);
    }

    @Test
    void tellsTheCircumstances() throws IOException {
      JsonNode environment = embedded(finish(SampleRun.events(20)), "widgets/environment.json");
      assertThat(environment.findValuesAsText("name"))
          .contains("Target", "Divergence", "Coverage", "Seed");
    }

    @Test
    void attachesTheExchangesToTheirSteps() throws IOException {
      Documents documents = finish(SampleRun.events(1));
      try (Stream<Path> files = Files.list(documents.allureResults())) {
        Path result =
            files
                .filter(file -> file.toString().endsWith("-result.json"))
                .findFirst()
                .orElseThrow();
        JsonNode step = EventJson.MAPPER.readTree(result.toFile()).get("steps").get(0);
        JsonNode attachment = step.get("attachments").get(0);
        assertThat(attachment.get("name").asText()).startsWith("PutItem → 400");
        assertThat(documents.allureResults().resolve(attachment.get("source").asText()))
            .content()
            .contains("X-Amz-Target: DynamoDB_20120810.PutItem", "\"TableName\": \"assay-0\"");
      }
    }

    @Test
    void doesNotPhoneHome() throws IOException {
      String page = Files.readString(finish(SampleRun.events(5)).allureReport());
      assertThat(page).doesNotContain("googletagmanager", "google-analytics", "gtag(");
      assertThat(page)
          .doesNotContainPattern("<(script|link|img)[^>]{0,80}(src|href)=\"(https?:)?//");
    }

    @Test
    void putsEvidenceBesideThePageWhenItWouldBeTooLargeForABrowser() throws IOException {
      List<RunEvent> events = SampleRun.events(10);
      Documents documents = finish(events);
      Run run = Run.read(documents.folder(), scenario -> {});
      AllureReport.write(run, documents.allureResults(), documents.allureReport(), Long.MAX_VALUE);
      Path summary = documents.allureReport().resolveSibling("widgets").resolve("summary.json");
      JsonNode statistic = EventJson.MAPPER.readTree(summary.toFile()).get("statistic");
      assertThat(statistic.get("total").asInt()).isEqualTo(10);
      assertThat(documents.allureReport()).content().doesNotContain("googletagmanager");
    }

    private static JsonNode embedded(Documents documents, String name) throws IOException {
      Matcher data =
          Pattern.compile("d\\('" + Pattern.quote(name) + "','([^']*)'\\)")
              .matcher(Files.readString(documents.allureReport()));
      assertThat(data.find()).as("%s in the page", name).isTrue();
      String json = new String(Base64.getDecoder().decode(data.group(1)), StandardCharsets.UTF_8);
      return EventJson.MAPPER.readTree(json);
    }
  }
}
