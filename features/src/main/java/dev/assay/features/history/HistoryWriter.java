package dev.assay.features.history;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a history as JSON lines while it happens: a line when a call begins and one when it ends,
 * each handed to the system at once, so that a crash loses at most the line that was being written.
 */
public final class HistoryWriter implements AutoCloseable {
  private final BufferedWriter out;

  private HistoryWriter(BufferedWriter out) {
    this.out = out;
  }

  /** Begins a file; one that exists is replaced. */
  public static HistoryWriter open(Path file, Header header) throws IOException {
    HistoryWriter writer = new HistoryWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
    writer.header(header);
    return writer;
  }

  /** Writes a history that is whole. */
  public static void write(Path file, History history) throws IOException {
    try (HistoryWriter writer = open(file, history.header())) {
      for (Op op : history.ops()) {
        writer.invoke(op);
        writer.complete(op);
      }
      for (Mark mark : history.marks()) {
        writer.mark(mark);
      }
    }
  }

  private void header(Header header) throws IOException {
    ObjectNode line = line("history").put("version", 1).put("workload", header.workload());
    line.put("seed", header.seed());
    if (!header.run().isEmpty()) {
      line.put("run", header.run());
    }
    if (header.apart()) {
      line.put("apart", true);
    }
    header.endpoints().forEach(line.putArray("endpoints")::add);
    header.parameters().forEach(line.putObject("parameters")::put);
    put(line);
  }

  /** The call, without how it ended. */
  void invoke(Op op) throws IOException {
    ObjectNode line = line("invoke").put("op", op.id()).put("time_ns", op.invokedNanos());
    line.put("client", op.client()).put("at", op.at());
    CallJson.write(op.call(), line);
    put(line);
  }

  /** How the call ended; nothing when it did not. */
  void complete(Op op) throws IOException {
    if (op.completedNanos() == Long.MAX_VALUE) {
      return;
    }
    ObjectNode line =
        switch (op.outcome()) {
          case Outcome.Ok ok -> line("ok");
          case Outcome.Fail fail -> line("fail").put("error", fail.error());
          // What a journal added is in the journal: the file says what the client knew.
          case Outcome.Applied applied -> line("info").put("error", applied.error());
          case Outcome.Unknown unknown -> line("info").put("error", unknown.error());
        };
    line.put("op", op.id()).put("time_ns", op.completedNanos()).put("attempts", op.attempts());
    if (op.unanswered() > 0) {
      line.put("unanswered", op.unanswered());
    }
    SeenJson.write(op.seen(), line);
    put(line);
  }

  void mark(Mark mark) throws IOException {
    put(line("mark").put("name", mark.name()).put("time_ns", mark.nanos()));
  }

  private static ObjectNode line(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }

  private void put(ObjectNode line) throws IOException {
    out.write(line.toString());
    out.write('\n');
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
