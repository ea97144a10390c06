package dev.assay.reports;

import dev.assay.reports.event.Failure;
import dev.assay.reports.event.RunEvent.ScenarioFinished;
import dev.assay.reports.event.Scenario;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JUnit XML in the dialect that Jenkins and GitLab read: one suite a feature file. What an
 * interrupted run has no verdict on becomes one error, so that no build server takes it for green.
 */
final class JunitXml {

  private final XMLStreamWriter xml;

  private JunitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static void write(Run run, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      new JunitXml(xml).write(run);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void write(Run run) throws XMLStreamException {
    Tally tally = run.tally();
    xml.writeStartDocument("UTF-8", "1.0");
    line(0);
    xml.writeStartElement("testsuites");
    attribute("name", "assay " + run.started().target().name());
    attribute("tests", tally.finished() + (run.interrupted() ? 1 : 0));
    attribute("failures", tally.fail());
    attribute("errors", tally.error() + (run.interrupted() ? 1 : 0));
    attribute("time", seconds(run.duration()));
    for (Map.Entry<String, List<ScenarioFinished>> feature : byFeature(run).entrySet()) {
      suite(run, feature.getKey(), feature.getValue());
    }
    if (run.interrupted()) {
      interruption(run);
    }
    line(0);
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private static Map<String, List<ScenarioFinished>> byFeature(Run run) {
    Map<String, List<ScenarioFinished>> features = new TreeMap<>();
    for (ScenarioFinished verdict : run.finished()) {
      features
          .computeIfAbsent(verdict.scenario().feature(), feature -> new ArrayList<>())
          .add(verdict);
    }
    return features;
  }

  private void suite(Run run, String feature, List<ScenarioFinished> verdicts)
      throws XMLStreamException {
    Duration total =
        verdicts.stream().map(ScenarioFinished::duration).reduce(Duration.ZERO, Duration::plus);
    startSuite(run, feature, Run.tallyOf(verdicts), total);
    for (ScenarioFinished verdict : verdicts) {
      testCase(verdict);
    }
    line(1);
    xml.writeEndElement();
  }

  private void startSuite(Run run, String name, Tally tally, Duration time)
      throws XMLStreamException {
    line(1);
    xml.writeStartElement("testsuite");
    attribute("name", name);
    attribute("tests", tally.all());
    attribute("failures", tally.fail());
    attribute("errors", tally.error());
    attribute("skipped", tally.unsupported());
    attribute("time", seconds(time));
    attribute("timestamp", run.started().start().toString().substring(0, 19));
    line(2);
    xml.writeStartElement("properties");
    property("target", run.started().target().name() + " " + run.started().target().version());
    property("seed", Long.toString(run.started().seed()));
    line(2);
    xml.writeEndElement();
  }

  private void property(String name, String value) throws XMLStreamException {
    line(3);
    xml.writeEmptyElement("property");
    attribute("name", name);
    attribute("value", value);
  }

  private void testCase(ScenarioFinished verdict) throws XMLStreamException {
    Scenario scenario = verdict.scenario();
    line(2);
    xml.writeStartElement("testcase");
    attribute("name", scenario.id() + " " + scenario.name());
    attribute("classname", scenario.feature().replaceFirst("\\.feature$", "").replace('/', '.'));
    attribute("time", seconds(verdict.duration()));
    switch (verdict.outcome()) {
      case PASS -> {}
      case FAIL -> problem("failure", "divergence", verdict);
      case ERROR -> problem("error", "error", verdict);
      case UNSUPPORTED -> {
        line(3);
        xml.writeEmptyElement("skipped");
        attribute(
            "message",
            "UNSUPPORTED, needs %s: %s"
                .formatted(String.join(", ", scenario.needs()), verdict.reason()));
      }
    }
    line(2);
    xml.writeEndElement();
  }

  private void problem(String element, String type, ScenarioFinished verdict)
      throws XMLStreamException {
    line(3);
    xml.writeStartElement(element);
    attribute("message", verdict.reason());
    attribute("type", type);
    xml.writeCharacters(legal(evidence(verdict)));
    xml.writeEndElement();
  }

  private static String evidence(ScenarioFinished verdict) {
    Scenario scenario = verdict.scenario();
    StringBuilder text = new StringBuilder();
    text.append("Requirement: ").append(scenario.requirement()).append('\n');
    text.append("Sources:     ").append(String.join(", ", scenario.sources())).append('\n');
    Failure failure = verdict.failure();
    if (failure != null) {
      text.append("Expected:    ").append(failure.expected()).append('\n');
      text.append("Actual:      ").append(failure.actual()).append('\n');
      text.append(failure.message()).append('\n');
      if (failure.exchange() != null) {
        text.append('\n').append(ExchangeText.both(failure.exchange()));
      }
    }
    return text.append("Re-run:      ").append(scenario.rerunCommand()).append('\n').toString();
  }

  private void interruption(Run run) throws XMLStreamException {
    startSuite(run, "assay", new Tally(0, 0, 0, 1, 0), Duration.ZERO);
    line(2);
    xml.writeStartElement("testcase");
    attribute("name", "the run reached every scenario");
    attribute("classname", "assay");
    attribute("time", "0");
    line(3);
    xml.writeEmptyElement("error");
    attribute("message", Interruption.sentence(run));
    attribute("type", "interrupted");
    line(2);
    xml.writeEndElement();
    line(1);
    xml.writeEndElement();
  }

  private void attribute(String name, int value) throws XMLStreamException {
    attribute(name, Integer.toString(value));
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, legal(value));
  }

  private void line(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e9);
  }

  /** XML 1.0 has no way to write most control characters, escaped or not. */
  private static String legal(String text) {
    return text.codePoints()
        .map(c -> isLegal(c) ? c : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
