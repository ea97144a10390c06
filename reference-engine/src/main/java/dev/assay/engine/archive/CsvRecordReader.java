package dev.assay.engine.archive;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeType;
import dev.assay.engine.value.AttributeValue;
import dev.assay.engine.value.Binary;
import dev.assay.engine.value.DynamoNumber;
import dev.assay.engine.value.NumberProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSV: a line an item. Keys have the types of their definitions, everything else is a string. */
final class CsvRecordReader implements RecordReader {
  private final CsvReader<CsvRecord> csv;
  private final Iterator<CsvRecord> lines;
  private final CsvOptions options;
  private final List<String> columns;

  CsvRecordReader(InputStream in, CsvOptions options) throws IOException {
    this.options = options;
    this.csv =
        CsvReader.builder()
            .fieldSeparator(options.delimiter())
            .skipEmptyLines(true)
            .ofCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8));
    this.lines = csv.iterator();
    this.columns = options.header().isEmpty() ? header() : options.header();
  }

  private List<String> header() throws IOException {
    CsvRecord first = nextLine();
    if (first == null) {
      return List.of();
    }
    List<String> names = first.getFields();
    String start = names.getFirst();
    // Spreadsheets begin their files with a byte order mark.
    return start.startsWith("\uFEFF")
        ? java.util.stream.Stream.concat(
                java.util.stream.Stream.of(start.substring(1)), names.stream().skip(1))
            .toList()
        : names;
  }

  private @Nullable CsvRecord nextLine() throws IOException {
    try {
      return lines.hasNext() ? lines.next() : null;
    } catch (CsvParseException e) {
      throw new IOException("malformed CSV: " + e.getMessage(), e);
    }
  }

  @Override
  public @Nullable Found next() throws IOException {
    CsvRecord line = nextLine();
    if (line == null) {
      return null;
    }
    long number = line.getStartingLineNumber();
    if (line.getFieldCount() > columns.size()) {
      return new NoItem(
          number, line.getFieldCount() + " fields in a file of " + columns.size() + " columns");
    }
    AttributeMap.Builder item = AttributeMap.builder();
    for (int i = 0; i < line.getFieldCount(); i++) {
      String column = columns.get(i);
      try {
        item.put(column, value(column, line.getField(i)));
      } catch (NumberProblemException | IllegalArgumentException e) {
        return new NoItem(number, column + ": " + e.getMessage());
      }
    }
    return new Item(item.build());
  }

  private AttributeValue value(String column, String text) {
    AttributeType type = options.types().getOrDefault(column, AttributeType.S);
    return switch (type) {
      case N -> new AttributeValue.N(DynamoNumber.parse(text.strip()));
      case B -> new AttributeValue.B(Binary.wrap(Base64.getDecoder().decode(text)));
      case S, BOOL, NULL, L, M, SS, NS, BS -> new AttributeValue.S(text);
    };
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
