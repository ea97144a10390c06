package dev.assay.engine.kinesis;

import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.store.WriteOrigin;
import dev.assay.engine.stream.EventId;
import dev.assay.engine.stream.StreamRecord;
import dev.assay.engine.table.KinesisDestination.Precision;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One change as its data record shows it: the JSON that consumers of the data stream read.
 *
 * <p>Member names and their order are those of records that the service has put.
 *
 * @param precision null if the destination was enabled without one: then the time is in
 *     milliseconds and the record does not say so
 */
record ChangeData(String region, String tableName, String tableId, @Nullable Precision precision) {

  byte[] of(StreamRecord record) {
    JsonWriter out = new JsonWriter();
    out.startObject()
        .member("awsRegion", region)
        .member("eventID", eventId(record))
        .member("eventName", record.event().name());
    if (record.origin() == WriteOrigin.TIME_TO_LIVE) {
      out.startObject("userIdentity")
          .member("principalId", "dynamodb.amazonaws.com")
          .member("type", "Service")
          .endObject();
    } else {
      out.nothing("userIdentity");
    }
    out.member("recordFormat", "application/json")
        .member("tableName", tableName)
        .startObject("dynamodb")
        .member("ApproximateCreationDateTime", time(record.time()))
        .attributes("Keys", record.keys());
    if (record.newImage() != null) {
      out.attributes("NewImage", record.newImage());
    }
    if (record.oldImage() != null) {
      out.attributes("OldImage", record.oldImage());
    }
    out.member("SizeBytes", record.sizeBytes());
    if (precision != null) {
      out.member("ApproximateCreationDateTimePrecision", precision.name());
    }
    out.endObject().member("eventSource", "aws:dynamodb").endObject();
    return out.toByteArray();
  }

  private long time(Instant time) {
    return precision == Precision.MICROSECOND
        ? ChronoUnit.MICROS.between(Instant.EPOCH, time)
        : time.toEpochMilli();
  }

  /** Here the service writes an id as a UUID. */
  private String eventId(StreamRecord record) {
    String hex = EventId.of("kinesis/" + tableId, record.position());
    return String.join(
        "-",
        hex.substring(0, 8),
        hex.substring(8, 12),
        hex.substring(12, 16),
        hex.substring(16, 20),
        hex.substring(20));
  }
}
