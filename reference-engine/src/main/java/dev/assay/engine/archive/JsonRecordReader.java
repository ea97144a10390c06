package dev.assay.engine.archive;

import dev.assay.engine.error.ServiceException;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.WireAttributes;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** DynamoDB JSON, an item a line. Blank lines are passed over. */
final class JsonRecordReader implements RecordReader {
  /** No item of 400 KB is longer, however it is written. */
  private static final int LONGEST_LINE_BYTES = 16 << 20;

  private final InputStream in;
  private long line;

  JsonRecordReader(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  @Override
  public @Nullable Found next() throws IOException {
    while (true) {
      byte[] text = nextLine();
      if (text == null) {
        return null;
      }
      line++;
      if (!new String(text, StandardCharsets.UTF_8).isBlank()) {
        return read(text);
      }
    }
  }

  private Found read(byte[] text) throws IOException {
    WireAttributes[] item = new WireAttributes[1];
    try {
      JsonReader json = new JsonReader(text);
      json.request(
          name -> {
            if (name.equals("Item")) {
              item[0] = json.attributes();
            } else {
              json.skip();
            }
          });
    } catch (ServiceException e) {
      if (e.getMessage() == null) {
        throw new IOException("line " + line + " is no JSON", e);
      }
      return new NoItem(line, e.getMessage());
    }
    if (item[0] == null) {
      return new NoItem(line, "there is no Item");
    }
    return item[0].problem() == null
        ? new Item(item[0].attributes())
        : new NoItem(line, item[0].problem().text());
  }

  private byte @Nullable [] nextLine() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int next = in.read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n') {
      if (bytes.size() == LONGEST_LINE_BYTES) {
        throw new IOException("line " + (line + 1) + " does not come to an end");
      }
      bytes.write(next);
      next = in.read();
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
