package dev.assay.engine.disk;

import dev.assay.engine.store.Attachment;
import dev.assay.engine.store.Committed;
import dev.assay.engine.store.LogEntry;
import dev.assay.engine.store.Table;
import dev.assay.engine.store.WriteMeta;
import dev.assay.engine.store.WriteOrigin;
import dev.assay.engine.store.WriteStamp;
import dev.assay.engine.table.TableDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Documents as bytes. The tags are part of the format: they never change. */
final class DocumentCodec {
  private static final int WRITES = 1;
  private static final int ADDED = 2;
  private static final int FILLED = 3;
  private static final int DEFINED = 4;
  private static final int REMOVED = 5;
  private static final int PUT = 6;
  private static final int DROPPED = 7;
  private static final int SHAPE = 8;
  private static final int RUN = 9;

  /** As {@link #WRITES}, where each change has a stamp of its own. */
  private static final int STAMPED = 10;

  private DocumentCodec() {}

  /** Writes a commit straight from the store's own records: this is what every write waits for. */
  static void writes(
      List<Committed> entries,
      @Nullable Attachment attachment,
      ToIntFunction<Table> numbers,
      Output out) {
    WriteMeta meta = entries.getFirst().entry().meta();
    boolean stamped = false;
    for (Committed committed : entries) {
      stamped |= !Objects.equals(committed.entry().meta().stamp(), meta.stamp());
    }
    out.u8(stamped ? STAMPED : WRITES);
    meta(meta, out);
    attachment(attachment, out);
    out.number(entries.size());
    for (Committed committed : entries) {
      LogEntry entry = committed.entry();
      out.number(numbers.applyAsInt(committed.table())).number(entry.index());
      ValueCodec.writeImage(entry.before(), out);
      ValueCodec.writeImage(entry.after(), out);
      if (stamped) {
        stamp(entry.meta().stamp(), out);
      }
    }
  }

  static void write(Document document, Output out) {
    switch (document) {
      case Document.Writes writes -> {
        boolean stamped =
            writes.changes().stream()
                .anyMatch(each -> !Objects.equals(each.stamp(), writes.meta().stamp()));
        out.u8(stamped ? STAMPED : WRITES);
        meta(writes.meta(), out);
        attachment(writes.attachment(), out);
        out.number(writes.changes().size());
        for (Document.Change change : writes.changes()) {
          out.number(change.table()).number(change.position());
          ValueCodec.writeImage(change.before(), out);
          ValueCodec.writeImage(change.after(), out);
          if (stamped) {
            stamp(change.stamp(), out);
          }
        }
      }
      case Document.Added added -> {
        time(added.time(), out.u8(ADDED));
        out.number(added.table()).text(added.region()).u8(added.filling() ? 1 : 0);
        out.block(DefinitionCodec.write(added.definition()));
      }
      case Document.Filled filled -> time(filled.time(), out.u8(FILLED)).number(filled.table());
      case Document.Defined defined -> {
        time(defined.time(), out.u8(DEFINED)).number(defined.table()).number(defined.revision());
        out.block(DefinitionCodec.write(defined.definition()));
        definition(defined.intended(), out);
      }
      case Document.Removed removed ->
          time(removed.time(), out.u8(REMOVED)).number(removed.table());
      case Document.Put put ->
          time(put.time(), out.u8(PUT)).text(put.kind()).text(put.id()).block(put.content());
      case Document.Dropped dropped ->
          time(dropped.time(), out.u8(DROPPED)).text(dropped.kind()).text(dropped.id());
      case Document.Shape shape -> {
        time(shape.time(), out.u8(SHAPE)).text(shape.region());
        StreamCodec.write(shape.state(), out);
      }
      case Document.Run run -> time(run.time(), out.u8(RUN)).number(run.run());
    }
  }

  static Document read(Input in) {
    int tag = in.u8();
    return switch (tag) {
      case WRITES -> writes(in, false);
      case STAMPED -> writes(in, true);
      case ADDED -> added(in);
      case FILLED -> new Document.Filled(time(in), in.count32());
      case DEFINED ->
          new Document.Defined(
              time(in),
              in.count32(),
              in.number(),
              DefinitionCodec.read(in.block()),
              definition(in));
      case REMOVED -> new Document.Removed(time(in), in.count32());
      case PUT -> new Document.Put(time(in), in.text(), in.text(), in.block());
      case DROPPED -> new Document.Dropped(time(in), in.text(), in.text());
      case SHAPE -> new Document.Shape(time(in), in.text(), StreamCodec.read(in));
      case RUN -> new Document.Run(time(in), in.number());
      default -> throw new MalformedException("no document has the tag " + tag);
    };
  }

  private static Document.Writes writes(Input in, boolean stamped) {
    WriteMeta meta = meta(in.sub());
    Attachment attachment = attachment(in);
    int size = in.count();
    List<Document.Change> changes = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      changes.add(
          new Document.Change(
              in.count32(),
              in.number(),
              ValueCodec.readImage(in),
              ValueCodec.readImage(in),
              stamped ? stamp(in) : meta.stamp()));
    }
    return new Document.Writes(meta, attachment, changes);
  }

  private static Document.Added added(Input in) {
    Instant time = time(in);
    int table = in.count32();
    String region = in.text();
    boolean filling = in.u8() != 0;
    return new Document.Added(time, table, region, DefinitionCodec.read(in.block()), filling);
  }

  /** How a write came about: a block of its own, so that more can be added at its end. */
  private static void meta(WriteMeta meta, Output out) {
    int block = out.startBlock();
    time(meta.time(), out);
    out.text(meta.origin().name());
    String transaction = meta.transactionId();
    out.text(transaction == null ? "" : transaction);
    stamp(meta.stamp(), out);
    out.endBlock(block);
  }

  private static WriteMeta meta(Input in) {
    Instant time = time(in);
    WriteOrigin origin = origin(in);
    String transaction = in.text();
    // A block that ends here has been written before there were stamps.
    WriteStamp stamp = in.hasMore() ? stamp(in) : null;
    return new WriteMeta(time, origin, transaction.isEmpty() ? null : transaction, stamp);
  }

  static void stamp(@Nullable WriteStamp stamp, Output out) {
    out.u8(stamp == null ? 0 : 1);
    if (stamp != null) {
      time(stamp.time(), out).text(stamp.region());
    }
  }

  static @Nullable WriteStamp stamp(Input in) {
    return in.u8() == 0 ? null : new WriteStamp(time(in), in.name());
  }

  static WriteOrigin origin(Input in) {
    String name = in.name();
    try {
      return WriteOrigin.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new MalformedException("nobody writes as " + name);
    }
  }

  private static void attachment(@Nullable Attachment attachment, Output out) {
    if (attachment == null) {
      out.u8(0);
    } else {
      out.u8(1).text(attachment.kind()).text(attachment.id()).block(attachment.document());
    }
  }

  private static @Nullable Attachment attachment(Input in) {
    return in.u8() == 0 ? null : new Attachment(in.text(), in.text(), in.block());
  }

  static void definition(@Nullable TableDefinition definition, Output out) {
    out.block(definition == null ? new byte[0] : DefinitionCodec.write(definition));
  }

  static @Nullable TableDefinition definition(Input in) {
    byte[] block = in.block();
    return block.length == 0 ? null : DefinitionCodec.read(block);
  }

  static Output time(Instant time, Output out) {
    return out.signed(time.getEpochSecond()).number(time.getNano());
  }

  static Instant time(Input in) {
    return Instant.ofEpochSecond(in.signed(), in.number());
  }
}
