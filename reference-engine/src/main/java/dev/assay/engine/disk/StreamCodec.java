package dev.assay.engine.disk;

import dev.assay.engine.schema.KeyAttribute;
import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.store.WriteOrigin;
import dev.assay.engine.stream.EventName;
import dev.assay.engine.stream.StreamName;
import dev.assay.engine.stream.StreamRecord;
import dev.assay.engine.stream.StreamState;
import dev.assay.engine.stream.StreamState.ShardState;
import dev.assay.engine.table.StreamViewType;
import dev.assay.engine.value.AttributeMap;
import dev.assay.engine.value.AttributeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Streams as bytes: their shapes, and apart from these their records. */
final class StreamCodec {
  private StreamCodec() {}

  /** Writes the shape of a stream, without its records. */
  static void write(StreamState state, Output out) {
    StreamName name = state.name();
    out.text(name.tableArn()).text(name.tableName()).text(name.label());
    out.text(state.viewType().name());
    attributes(state.key().partition(), out);
    attributes(state.key().sort(), out);
    optional(state.disabledAt(), out);
    out.number(state.newest()).number(state.opened()).number(state.shards().size());
    for (ShardState shard : state.shards()) {
      out.number(shard.idTime()).text(shard.id()).number(shard.parentTime());
      String parent = shard.parentId();
      out.text(parent == null ? "" : parent).number(shard.from()).number(shard.to());
      DocumentCodec.time(shard.openedAt(), out);
      out.number(shard.start()).signed(shard.trimmedUpTo());
      optional(shard.closedAt(), out);
      out.number(shard.end());
    }
  }

  static StreamState read(Input in) {
    StreamName name = new StreamName(in.text(), in.text(), in.text());
    StreamViewType viewType = StreamViewType.valueOf(in.text());
    KeySchema key = new KeySchema(attributes(in), attributes(in));
    Instant disabledAt = optional(in);
    long newest = in.number();
    long opened = in.number();
    int size = in.count();
    List<ShardState> shards = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      shards.add(shard(in));
    }
    return new StreamState(name, viewType, key, disabledAt, newest, opened, shards);
  }

  private static ShardState shard(Input in) {
    long idTime = in.number();
    String id = in.text();
    long parentTime = in.number();
    String parent = in.text();
    return new ShardState(
        idTime,
        id,
        parentTime,
        parent.isEmpty() ? null : parent,
        in.number(),
        in.number(),
        DocumentCodec.time(in),
        in.number(),
        in.signed(),
        optional(in),
        in.number(),
        List.of());
  }

  static void write(StreamRecord record, Output out) {
    out.number(record.position());
    DocumentCodec.time(record.time(), out);
    out.text(record.event().name()).text(record.origin().name());
    ValueCodec.writeImage(record.keys(), out);
    ValueCodec.writeImage(record.newImage(), out);
    ValueCodec.writeImage(record.oldImage(), out);
  }

  static StreamRecord readRecord(Input in) {
    long position = in.number();
    Instant time = DocumentCodec.time(in);
    EventName event = EventName.valueOf(in.name());
    WriteOrigin origin = DocumentCodec.origin(in);
    AttributeMap keys = Objects.requireNonNullElse(ValueCodec.readImage(in), AttributeMap.EMPTY);
    return new StreamRecord(
        position, time, event, origin, keys, ValueCodec.readImage(in), ValueCodec.readImage(in));
  }

  private static void attributes(List<KeyAttribute> attributes, Output out) {
    out.number(attributes.size());
    attributes.forEach(each -> out.text(each.name()).text(each.type().name()));
  }

  private static List<KeyAttribute> attributes(Input in) {
    int size = in.count();
    List<KeyAttribute> attributes = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      attributes.add(new KeyAttribute(in.text(), AttributeType.valueOf(in.text())));
    }
    return attributes;
  }

  private static void optional(@Nullable Instant time, Output out) {
    out.u8(time == null ? 0 : 1);
    if (time != null) {
      DocumentCodec.time(time, out);
    }
  }

  private static @Nullable Instant optional(Input in) {
    return in.u8() == 0 ? null : DocumentCodec.time(in);
  }
}
