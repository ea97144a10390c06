package dev.assay.engine.archive;

import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.value.AttributeMap;
import java.io.OutputStream;

/** DynamoDB JSON: {@code {"Item":{"pk":{"S":"a"}}}}, one record a line. */
final class JsonRecordWriter extends RecordWriter {
  JsonRecordWriter(OutputStream out) {
    super(out);
  }

  @Override
  byte[] bytesOf(AttributeMap item) {
    return new JsonWriter().startObject().attributes("Item", item).endObject().toByteArray();
  }

  @Override
  byte[] bytesOf(ChangedItem change) {
    JsonWriter out = new JsonWriter().startObject();
    out.startObject("Metadata")
        .startObject("WriteTimestampMicros")
        .member("N", Long.toString(change.writtenMicros()))
        .endObject()
        .endObject()
        .attributes("Keys", change.keys());
    if (change.before() != null) {
      out.attributes("OldImage", change.before());
    }
    if (change.after() != null) {
      out.attributes("NewImage", change.after());
    }
    return out.endObject().toByteArray();
  }
}
