package dev.assay.engine.disk;

import dev.assay.engine.store.WriteStamp;
import dev.assay.engine.stream.StreamRecord;
import dev.assay.engine.stream.StreamState;
import dev.assay.engine.table.TableDefinition;
import dev.assay.engine.value.AttributeMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a snapshot is made of. */
sealed interface SnapshotBlock {
  int VERSION = 1;

  /** About how many bytes it takes in memory; see {@link Document#weigh}. */
  default long weigh() {
    return 1 << 18;
  }

  /**
   * The first block.
   *
   * @param version which wrote it
   * @param lastTable the greatest number that a table has had, so that none is given out again
   */
  record Head(int version, int lastTable) implements SnapshotBlock {}

  /**
   * A table, whose items follow.
   *
   * @param position of the last entry that is in its streams, and at least in its items
   * @param newest the latest time of a write up to there; long ago if there is none
   */
  record TableHead(
      int number,
      String region,
      long revision,
      long position,
      TableDefinition definition,
      @Nullable TableDefinition intended,
      Instant newest)
      implements SnapshotBlock {}

  /** Some items of a table. */
  record Items(int table, List<AttributeMap> items) implements SnapshotBlock {
    @Override
    public long weigh() {
      return items.stream().mapToLong(AttributeMap::sizeBytes).sum();
    }
  }

  /** Stamps of items, and of deletions, of a table that is a replica. */
  record Stamps(int table, List<Stamped> stamps) implements SnapshotBlock {}

  /** Writes that a replica has not been given yet, in their order. */
  record OwedWrites(int table, List<OwedImage> writes) implements SnapshotBlock {}

  /**
   * One of them.
   *
   * @param key its key attributes
   * @param after null for a deletion
   */
  record OwedImage(AttributeMap key, @Nullable AttributeMap after, WriteStamp stamp) {}

  /** The stamp of one item, by its key attributes. */
  record Stamped(AttributeMap key, WriteStamp stamp) {}

  /** The shape of a stream, whose records follow. */
  record StreamHead(String region, StreamState shape) implements SnapshotBlock {}

  /** Some records of a shard of the stream that came last. */
  record Records(String shardId, List<StreamRecord> records) implements SnapshotBlock {}

  /** A document that was put or committed. */
  record Kept(boolean committed, Instant time, String kind, String id, byte[] content)
      implements SnapshotBlock {}

  /** Reads a block. */
  static SnapshotBlock read(Input in) {
    int tag = in.u8();
    return switch (tag) {
      case Tags.HEAD -> new Head(in.count32(), in.count32());
      case Tags.TABLE ->
          new TableHead(
              in.count32(),
              in.text(),
              in.number(),
              in.number(),
              DefinitionCodec.read(in.block()),
              DocumentCodec.definition(in),
              in.hasMore() ? DocumentCodec.time(in) : Instant.MIN);
      case Tags.ITEMS -> {
        int table = in.count32();
        List<AttributeMap> items = new ArrayList<>();
        while (in.hasMore()) {
          AttributeMap item = ValueCodec.readImage(in);
          if (item == null) {
            throw new MalformedException("a snapshot of an item that is not there");
          }
          items.add(item);
        }
        yield new Items(table, items);
      }
      case Tags.STAMPS -> {
        int table = in.count32();
        List<Stamped> stamps = new ArrayList<>();
        while (in.hasMore()) {
          AttributeMap key = ValueCodec.readImage(in);
          WriteStamp stamp = DocumentCodec.stamp(in);
          if (key == null || stamp == null) {
            throw new MalformedException("a snapshot of a stamp that is not there");
          }
          stamps.add(new Stamped(key, stamp));
        }
        yield new Stamps(table, stamps);
      }
      case Tags.STREAM -> new StreamHead(in.text(), StreamCodec.read(in));
      case Tags.RECORDS -> {
        String shard = in.text();
        List<StreamRecord> records = new ArrayList<>();
        while (in.hasMore()) {
          records.add(StreamCodec.readRecord(in));
        }
        yield new Records(shard, records);
      }
      case Tags.OWED -> {
        int table = in.count32();
        List<OwedImage> writes = new ArrayList<>();
        while (in.hasMore()) {
          AttributeMap key = ValueCodec.readImage(in);
          AttributeMap after = ValueCodec.readImage(in);
          WriteStamp stamp = DocumentCodec.stamp(in);
          if (key == null || stamp == null) {
            throw new MalformedException("a snapshot of a write that nobody made");
          }
          writes.add(new OwedImage(key, after, stamp));
        }
        yield new OwedWrites(table, writes);
      }
      case Tags.KEPT ->
          new Kept(in.u8() != 0, DocumentCodec.time(in), in.text(), in.text(), in.block());
      default -> throw new MalformedException("no block of a snapshot has the tag " + tag);
    };
  }

  /** Part of the format: they never change. */
  final class Tags {
    static final int HEAD = 1;
    static final int TABLE = 2;
    static final int ITEMS = 3;
    static final int STREAM = 4;
    static final int RECORDS = 5;
    static final int KEPT = 6;
    static final int STAMPS = 7;
    static final int OWED = 8;

    private Tags() {}
  }
}
