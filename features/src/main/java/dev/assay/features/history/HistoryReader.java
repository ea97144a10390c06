package dev.assay.features.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Reads JSON lines that {@link HistoryWriter} wrote, also those of a run that was cut short. */
public final class HistoryReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<Long, Op> open = new LinkedHashMap<>();
  private final List<Op> ended = new ArrayList<>();
  private final List<Mark> marks = new ArrayList<>();
  private Header header = new Header("unknown", 0, List.of(), new LinkedHashMap<>());

  private HistoryReader() {}

  /**
   * Reads a file. A call without an end becomes unknown, and so does one whose last line was cut
   * off by a crash.
   *
   * @throws HistoryFormatException naming the line and the field that is wrong
   */
  public static History read(Path file) throws IOException, HistoryFormatException {
    HistoryReader reader = new HistoryReader();
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      reader.readAll(lines);
    }
    return reader.history();
  }

  private void readAll(BufferedReader lines) throws IOException, HistoryFormatException {
    int number = 0;
    String line = lines.readLine();
    while (line != null) {
      String next = lines.readLine();
      number++;
      JsonNode json = parse(line);
      if (json != null) {
        accept(new Fields(number, json));
      } else if (next != null || number == 1) {
        throw new HistoryFormatException(number, "is no JSON object: " + shortened(line));
      }
      line = next;
    }
    if (number == 0) {
      throw new HistoryFormatException(1, "the file is empty");
    }
  }

  private static @Nullable JsonNode parse(String line) {
    try {
      JsonNode json = JSON.readTree(line);
      return json != null && json.isObject() ? json : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static String shortened(String line) {
    return line.length() <= 60 ? line : line.substring(0, 60) + " ...";
  }

  private void accept(Fields line) throws HistoryFormatException {
    switch (line.text("type")) {
      case "history" -> header = header(line);
      case "invoke" -> invoke(line);
      case "ok" -> end(line, new Outcome.Ok(SeenJson.read(line)));
      case "fail" -> end(line, new Outcome.Fail(line.textOr("error", ""), SeenJson.read(line)));
      case "info" -> end(line, new Outcome.Unknown(line.textOr("error", "")));
      case "mark" -> marks.add(new Mark(line.text("name"), line.number("time_ns")));
      default -> throw line.wrong("type", "history, invoke, ok, fail, info or mark");
    }
  }

  private static Header header(Fields line) throws HistoryFormatException {
    if (line.number("version") != 1) {
      throw line.wrong("version", "1");
    }
    SequencedMap<String, Long> parameters = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : line.object("parameters").properties()) {
      parameters.put(entry.getKey(), entry.getValue().asLong());
    }
    return new Header(
        line.text("workload"),
        line.number("seed"),
        line.texts("endpoints"),
        parameters,
        line.textOr("run", ""),
        line.flag("apart"));
  }

  private void invoke(Fields line) throws HistoryFormatException {
    Op op =
        new Op(
            line.number("op"),
            line.text("client"),
            line.textOr("at", ""),
            CallJson.read(line),
            line.number("time_ns"),
            Long.MAX_VALUE,
            0,
            0,
            new Outcome.Unknown("the history ends before an answer"));
    if (open.putIfAbsent(op.id(), op) != null) {
      throw new HistoryFormatException(line.line(), "op " + op.id() + " is invoked twice");
    }
  }

  private void end(Fields line, Outcome outcome) throws HistoryFormatException {
    Op op = open.remove(line.number("op"));
    if (op == null) {
      throw line.wrong("op", "an operation that was invoked and has not ended");
    }
    long nanos = line.number("time_ns");
    if (nanos < op.invokedNanos()) {
      throw line.wrong("time_ns", "at or after the invocation at " + op.invokedNanos());
    }
    ended.add(
        new Op(
            op.id(),
            op.client(),
            op.at(),
            op.call(),
            op.invokedNanos(),
            nanos,
            line.count("attempts"),
            line.count("unanswered"),
            outcome));
  }

  private History history() {
    List<Op> all = new ArrayList<>(ended);
    all.addAll(open.values());
    return new History(header, all, marks);
  }
}
