package dev.assay.engine.recovery;

import dev.assay.engine.archive.ItemFormat;
import dev.assay.engine.archive.RecordReader;
import dev.assay.engine.value.AttributeMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Items that were written to a file of DynamoDB JSON by the engine itself. */
final class StoredItems implements ItemSource {
  private static final RecordReader.CsvOptions NO_CSV =
      new RecordReader.CsvOptions(',', List.of(), Map.of());

  private final Opening opening;
  private final Runnable closed;
  private @Nullable RecordReader reader;

  /** Opens the file. */
  interface Opening {
    InputStream open() throws IOException;
  }

  StoredItems(Opening opening, Runnable closed) {
    this.opening = opening;
    this.closed = closed;
  }

  @Override
  public List<AttributeMap> next() throws IOException {
    RecordReader in = reader;
    if (in == null) {
      in = RecordReader.of(ItemFormat.DYNAMODB_JSON, opening.open(), NO_CSV);
      reader = in;
    }
    List<AttributeMap> part = new ArrayList<>(PART);
    while (part.size() < PART) {
      switch (in.next()) {
        case null -> {
          return part;
        }
        case RecordReader.Item item -> part.add(item.attributes());
        case RecordReader.NoItem damaged ->
            throw new IOException(
                "a backup is damaged at line " + damaged.line() + ": " + damaged.problem());
      }
    }
    return part;
  }

  @Override
  public void close() {
    closed.run();
    if (reader != null) {
      try {
        reader.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
