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
final class EventLog<E> implements AutoCloseable {

  static final String FILE_NAME = "events.jsonl";

  private final OutputStream out;
  private final Class<E> type;

  private EventLog(OutputStream out, Class<E> type) {
    this.out = out;
    this.type = type;
  }

  static EventLog<RunEvent> create(Path folder) throws IOException {
    return create(folder.resolve(FILE_NAME), RunEvent.class);
  }

  /** Another kind of events, in a file of its own. */
  static <E> EventLog<E> create(Path file, Class<E> type) throws IOException {
    return new EventLog<>(Files.newOutputStream(file, StandardOpenOption.CREATE_NEW), type);
  }

  void append(E event) throws IOException {
    String line = EventJson.MAPPER.writerFor(type).writeValueAsString(event) + "\n";
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
    read(folder.resolve(FILE_NAME), RunEvent.class, reader);
  }

  /** The same for another kind of events. */
  static <E> void read(Path file, Class<E> type, Consumer<? super E> reader) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String line = lines.readLine();
      while (line != null) {
        String next = lines.readLine();
        E event;
        try {
          event = EventJson.MAPPER.readValue(line, type);
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
