package dev.assay.engine.stream.api;

import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.store.WriteOrigin;
import dev.assay.engine.stream.EventId;
import dev.assay.engine.stream.SequenceNumber;
import dev.assay.engine.stream.Stream;
import dev.assay.engine.stream.StreamRecord;

/** Writes records as GetRecords gives them. */
final class RecordWriter {
  private final String region;
  private final Stream stream;
  private final JsonWriter out;

  RecordWriter(String region, Stream stream, JsonWriter out) {
    this.region = region;
    this.stream = stream;
    this.out = out;
  }

  void write(StreamRecord record) {
    out.startObject()
        .member("eventID", EventId.of(stream.name().arn(), record.position()))
        .member("eventName", record.event().name())
        .member("eventVersion", "1.1")
        .member("eventSource", "aws:dynamodb")
        .member("awsRegion", region)
        .startObject("dynamodb")
        // Rounded down to the second, as the service gives it.
        .member("ApproximateCreationDateTime", record.time().getEpochSecond())
        .attributes("Keys", record.keys());
    if (record.newImage() != null) {
      out.attributes("NewImage", record.newImage());
    }
    if (record.oldImage() != null) {
      out.attributes("OldImage", record.oldImage());
    }
    out.member("SequenceNumber", SequenceNumber.of(record.position()))
        .member("SizeBytes", record.sizeBytes())
        .member("StreamViewType", stream.viewType().name())
        .endObject();
    if (record.origin() == WriteOrigin.TIME_TO_LIVE) {
      out.startObject("userIdentity")
          .member("PrincipalId", "dynamodb.amazonaws.com")
          .member("Type", "Service")
          .endObject();
    }
    out.endObject();
  }
}
