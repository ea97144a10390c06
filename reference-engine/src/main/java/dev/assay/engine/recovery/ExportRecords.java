package dev.assay.engine.recovery;

import dev.assay.engine.archive.RecordWriter;
import java.io.IOException;

/** The records of one export, in the order of its files. */
interface ExportRecords extends AutoCloseable {
  /** What became of one call. */
  sealed interface Progress {}

  /** Some records were written, and there may be more for this file. */
  record Part(int items, long sizeBytes) implements Progress {}

  /** This file is complete, and another one is to come. */
  record EndOfFile() implements Progress {}

  /** The last file is complete. */
  record End() implements Progress {}

  /** Writes the next records. */
  Progress write(RecordWriter out) throws IOException;

  @Override
  void close();
}
