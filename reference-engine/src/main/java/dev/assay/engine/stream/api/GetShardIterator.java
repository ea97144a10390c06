package dev.assay.engine.stream.api;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.auth.AccessRequest;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.request.Choices;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.stream.SequenceNumber;
import dev.assay.engine.stream.Start;
import dev.assay.engine.stream.StartingPoint;
import dev.assay.engine.stream.Stream;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives a consumer a place in a shard to read from. */
final class GetShardIterator implements Operation {
  /** In the order in which Kinesis prints them. */
  private static final Choices TYPES =
      Choices.of(
          "AFTER_SEQUENCE_NUMBER", "LATEST", "AT_TIMESTAMP", "AT_SEQUENCE_NUMBER", "TRIM_HORIZON");

  /** Seconds since the epoch beyond which a time is in the future under any clock. */
  private static final double GREATEST_SECONDS = 1e12;

  @Override
  public String name() {
    return "GetShardIterator";
  }

  @Override
  public void execute(Call call) {
    Request request = Request.read(call.in());
    call.authorize(() -> AccessRequest.of(name(), request.streamArn));
    call.region().settle();
    Region region = call.region();
    Instant now = region.clock().instant();
    StartingPoint point = request.startingPoint(now);
    Stream stream =
        region
            .streams()
            .find(request.streamArn)
            .orElseThrow(() -> Refusals.notFound("Stream does not exist"));
    long position =
        switch (stream.start(request.shardId, point)) {
          case Start.Found found -> found.position();
          case Start.NoShard ignored -> throw Refusals.notFound("Shard does not exist");
          case Start.Outside ignored -> throw Refusals.invalid("Invalid SequenceNumber");
          case Start.Trimmed ignored -> throw Refusals.trimmed();
        };
    call.out()
        .startObject()
        .member(
            "ShardIterator",
            new ShardIterator(request.streamArn, request.shardId, position, now).text())
        .endObject();
  }

  private record Request(
      String streamArn,
      String shardId,
      String type,
      @Nullable String sequenceNumber,
      @Nullable Double timestamp) {

    static Request read(JsonReader in) {
      var read =
          new Object() {
            @Nullable String streamArn;
            @Nullable String shardId;
            @Nullable String type;
            @Nullable String sequenceNumber;
            @Nullable Double timestamp;
          };
      in.request(
          member -> {
            switch (member) {
              case "StreamArn" -> read.streamArn = in.string();
              case "ShardId" -> read.shardId = in.string();
              case "ShardIteratorType" -> read.type = in.string();
              case "SequenceNumber" -> read.sequenceNumber = in.string();
              case "Timestamp" -> read.timestamp = in.decimal();
              default -> in.skip();
            }
          });
      Constraints.echoing()
          .required("streamArn", read.streamArn)
          .length("streamArn", read.streamArn, 37, 1024)
          .required("shardId", read.shardId)
          .length("shardId", read.shardId, 28, 65)
          .required("shardIteratorType", read.type)
          .oneOf("shardIteratorType", read.type, TYPES)
          .length("sequenceNumber", read.sequenceNumber, 21, 40)
          .verify();
      return new Request(
          Objects.requireNonNull(read.streamArn),
          Objects.requireNonNull(read.shardId),
          Objects.requireNonNull(read.type),
          read.sequenceNumber,
          read.timestamp);
    }

    StartingPoint startingPoint(Instant now) {
      boolean numbered = type.endsWith("_SEQUENCE_NUMBER");
      if (!numbered && sequenceNumber != null) {
        throw Refusals.invalid("SequenceNumber should not be passed for this iterator type");
      }
      if (!type.equals("AT_TIMESTAMP") && timestamp != null) {
        throw Refusals.invalid("Timestamp should not be passed for this iterator type");
      }
      return switch (type) {
        case "TRIM_HORIZON" -> new StartingPoint.TrimHorizon();
        case "LATEST" -> new StartingPoint.Latest();
        case "AT_TIMESTAMP" -> new StartingPoint.AtTime(time(now));
        case "AT_SEQUENCE_NUMBER" -> new StartingPoint.At(position());
        default -> new StartingPoint.After(position());
      };
    }

    private long position() {
      if (sequenceNumber == null) {
        throw Refusals.invalid("Invalid SequenceNumber");
      }
      return SequenceNumber.position(sequenceNumber);
    }

    private Instant time(Instant now) {
      if (timestamp == null) {
        throw Refusals.invalid("Invalid Timestamp");
      }
      if (timestamp < 0) {
        return Instant.EPOCH;
      }
      Instant time =
          timestamp > GREATEST_SECONDS
              ? Instant.MAX
              : Instant.ofEpochMilli(Math.round(timestamp * 1000));
      if (time.isAfter(now)) {
        throw Refusals.invalid("Timestamp must not be in the future");
      }
      return time;
    }
  }
}
