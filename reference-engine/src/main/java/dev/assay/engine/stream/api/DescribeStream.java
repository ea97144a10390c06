package dev.assay.engine.stream.api;

import dev.assay.engine.api.Call;
import dev.assay.engine.api.Operation;
import dev.assay.engine.api.Region;
import dev.assay.engine.auth.AccessRequest;
import dev.assay.engine.json.JsonReader;
import dev.assay.engine.json.JsonWriter;
import dev.assay.engine.request.Choices;
import dev.assay.engine.request.Constraints;
import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.store.Table;
import dev.assay.engine.stream.ShardView;
import dev.assay.engine.stream.Stream;
import dev.assay.engine.table.TableDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Describes a stream and its shards, page by page. */
final class DescribeStream implements Operation {
  private static final int MOST_SHARDS = 100;
  private static final Choices FILTER_TYPES = Choices.of("CHILD_SHARDS");

  @Override
  public String name() {
    return "DescribeStream";
  }

  @Override
  public void execute(Call call) {
    Request request = Request.read(call.in());
    call.authorize(() -> AccessRequest.of(name(), request.streamArn));
    call.region().settle();
    Stream stream =
        call.region()
            .streams()
            .find(request.streamArn)
            .orElseThrow(() -> Refusals.noStream(request.streamArn));
    List<ShardView> shards = stream.shards(request.startShardId, request.parentId);
    List<ShardView> page = shards.subList(0, Math.min(request.limit, shards.size()));
    JsonWriter out = call.out().startObject().startObject("StreamDescription");
    out.member("StreamArn", stream.name().arn())
        .member("StreamLabel", stream.name().label())
        .member("StreamStatus", stream.shown(changingSince(call.region(), stream)).name())
        .member("StreamViewType", stream.viewType().name())
        .seconds("CreationRequestDateTime", stream.createdAt())
        .member("TableName", stream.name().tableName());
    write(stream.key(), out);
    out.startArray("Shards");
    page.forEach(shard -> write(shard, out));
    out.endArray();
    if (page.size() < shards.size()) {
      out.member("LastEvaluatedShardId", page.get(page.size() - 1).id());
    }
    out.endObject().endObject();
  }

  /** The stream's table has not been changing for longer; null if it is not changing. */
  private static @Nullable Instant changingSince(Region region, Stream stream) {
    Instant now = region.clock().instant();
    TableDefinition table =
        region
            .catalog()
            .find(stream.name().tableName())
            .map(Table::definition)
            .filter(definition -> definition.arn().equals(stream.name().tableArn()))
            .orElse(null);
    if (table == null) {
      return null;
    }
    return switch (table.status()) {
      case CREATING -> now.minus(region.durations().creating());
      case UPDATING -> now.minus(region.durations().updating());
      case DELETING -> now.minus(region.durations().deleting());
      case ACTIVE, INACCESSIBLE_ENCRYPTION_CREDENTIALS, ARCHIVING, ARCHIVED -> null;
    };
  }

  private static void write(KeySchema key, JsonWriter out) {
    out.startArray("KeySchema");
    for (KeyAttribute attribute : key.attributes()) {
      out.startObject()
          .member("AttributeName", attribute.name())
          .member("KeyType", key.partition().contains(attribute) ? "HASH" : "RANGE")
          .endObject();
    }
    out.endArray();
  }

  private static void write(ShardView shard, JsonWriter out) {
    out.startObject().member("ShardId", shard.id()).startObject("SequenceNumberRange");
    out.member("StartingSequenceNumber", shard.startingSequenceNumber());
    if (shard.endingSequenceNumber() != null) {
      out.member("EndingSequenceNumber", shard.endingSequenceNumber());
    }
    out.endObject();
    if (shard.parentId() != null) {
      out.member("ParentShardId", shard.parentId());
    }
    out.endObject();
  }

  /**
   * @param parentId only children of this shard, or null for all shards
   */
  private record Request(
      String streamArn, int limit, @Nullable String startShardId, @Nullable String parentId) {

    static Request read(JsonReader in) {
      var read =
          new Object() {
            @Nullable String streamArn;
            @Nullable Integer limit;
            @Nullable String startShardId;
            boolean filtered;
            @Nullable String filterType;
            @Nullable String parentId;
          };
      in.request(
          member -> {
            switch (member) {
              case "StreamArn" -> read.streamArn = in.string();
              case "Limit" -> read.limit = in.integer();
              case "ExclusiveStartShardId" -> read.startShardId = in.string();
              case "ShardFilter" ->
                  read.filtered =
                      in.structure(
                          "ShardFilter",
                          part -> {
                            switch (part) {
                              case "Type" -> read.filterType = in.string();
                              case "ShardId" -> read.parentId = in.string();
                              default -> in.skip();
                            }
                          });
              default -> in.skip();
            }
          });
      Constraints.echoing()
          .required("streamArn", read.streamArn)
          .length("streamArn", read.streamArn, 37, 1024)
          .range("limit", read.limit, 1, Integer.MAX_VALUE)
          .length("exclusiveStartShardId", read.startShardId, 28, 65)
          .oneOf("shardFilter.type", read.filterType, FILTER_TYPES)
          .length("shardFilter.shardId", read.parentId, 28, 65)
          .verify();
      int limit = read.limit == null ? MOST_SHARDS : read.limit;
      if (limit > MOST_SHARDS) {
        throw Refusals.invalid("Limit cannot be greater than the maximum: " + MOST_SHARDS);
      }
      if (read.filtered && read.filterType == null) {
        throw Constraints.enveloped(
            "Value 'null' at 'shardFilter.type' failed to satisfy constraint: Member must be"
                + " CHILD_SHARDS");
      }
      return new Request(
          Objects.requireNonNull(read.streamArn), limit, read.startShardId, read.parentId);
    }
  }
}
