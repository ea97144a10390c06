package dev.assay.engine.archive;

import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the items of one file. */
public interface RecordReader extends AutoCloseable {
  /** What stands at one place of the file. */
  sealed interface Found {}

  /** An item. Whether it fits a table is not looked at. */
  record Item(AttributeMap attributes) implements Found {}

  /**
   * Something that is no item; reading goes on behind it.
   *
   * @param line where it stands, counted from 1; of Ion the number of the value
   */
  record NoItem(long line, String problem) implements Found {}

  /**
   * The next place.
   *
   * @return null at the end of the file
   * @throws IOException if the rest of the file cannot be read
   */
  @Nullable Found next() throws IOException;

  @Override
  void close() throws IOException;

  /**
   * What CSV needs to be told.
   *
   * @param delimiter between two columns
   * @param header the names of the columns; empty if the file's first line has them
   * @param types of the attributes that are keys; all others are strings
   */
  record CsvOptions(char delimiter, List<String> header, Map<String, AttributeType> types) {
    public CsvOptions {
      header = List.copyOf(header);
      types = Map.copyOf(types);
    }
  }

  /** A reader of plain, uncompressed data. */
  static RecordReader of(ItemFormat format, InputStream in, CsvOptions csv) throws IOException {
    return switch (format) {
      case DYNAMODB_JSON -> new JsonRecordReader(in);
      case ION -> new IonRecordReader(in);
      case CSV -> new CsvRecordReader(in, csv);
    };
  }
}
