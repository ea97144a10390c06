package dev.assay.engine.archive;

import dev.assay.engine.value.AttributeMap;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/** Writes the data file of an export, record by record. */
public abstract class RecordWriter implements AutoCloseable {
  private final OutputStream out;

  RecordWriter(OutputStream out) {
    this.out = out;
  }

  /** One in gzip, as all data files of exports are. */
  public static RecordWriter gzipped(ItemFormat format, OutputStream target) throws IOException {
    OutputStream out = new GZIPOutputStream(target, 1 << 16);
    return switch (format) {
      case DYNAMODB_JSON -> new JsonRecordWriter(out);
      case ION -> new IonRecordWriter(out);
      case CSV -> throw new IllegalArgumentException("nothing is exported as CSV");
    };
  }

  /** The record of a full export. */
  public final void item(AttributeMap item) throws IOException {
    out.write(bytesOf(item));
    out.write('\n');
  }

  /** The record of an incremental export. */
  public final void change(ChangedItem change) throws IOException {
    out.write(bytesOf(change));
    out.write('\n');
  }

  abstract byte[] bytesOf(AttributeMap item) throws IOException;

  abstract byte[] bytesOf(ChangedItem change) throws IOException;

  /** Ends the compressed data, and with it the file. */
  @Override
  public final void close() throws IOException {
    out.close();
  }
}
