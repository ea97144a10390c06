package dev.assay.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.assay.reports.event.RunEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * The run's events in a file, one JSON object a line. A line is handed to the operating system in
 * one write before {@link #append} returns, so that a killed process loses at most the event that
 * it was about to tell.
 */
final class EventLog implements AutoCloseable {

  static final String FILE_NAME = "events.jsonl";

  private final OutputStream out;

  private EventLog(OutputStream out) {
    this.out = out;
  }

  static EventLog create(Path folder) throws IOException {
    return new EventLog(
        Files.newOutputStream(folder.resolve(FILE_NAME), StandardOpenOption.CREATE_NEW));
  }

  void append(RunEvent event) throws IOException {
    append(event, RunEvent.class);
  }

  /**
   * @param kind the sealed type that the event belongs to
   */
  <E> void append(E event, Class<E> kind) throws IOException {
    String line = EventJson.MAPPER.writerFor(kind).writeValueAsString(event) + "\n";
    out.write(line.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  /**
   * Tells every event in order, holding one at a time. A last line that a crash has cut short is
   * left out; a broken line before the last is an error, since it means that evidence was lost.
   */
  static void read(Path folder, Consumer<RunEvent> reader) throws IOException {
    read(folder, RunEvent.class, reader);
  }

  /** The same for events of another sealed type. */
  static <E> void read(Path folder, Class<E> kind, Consumer<E> reader) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(folder.resolve(FILE_NAME))) {
      String line = lines.readLine();
      while (line != null) {
        String next = lines.readLine();
        E event;
        try {
          event = EventJson.MAPPER.readValue(line, kind);
        } catch (JsonProcessingException broken) {
          if (next == null) {
            return;
          }
          throw broken;
        }
        reader.accept(event);
        line = next;
      }
    }
  }
}
