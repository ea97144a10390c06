package dev.assay.engine.stream;

import dev.assay.engine.schema.KeySchema;
import dev.assay.engine.table.StreamViewType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All there is to a stream, so that it can be found again as it was.
 *
 * @param disabledAt null while it is enabled
 * @param newest the greatest position that it has given out
 * @param opened how many shards it has had
 */
public record StreamState(
    StreamName name,
    StreamViewType viewType,
    KeySchema key,
    @Nullable Instant disabledAt,
    long newest,
    long opened,
    List<ShardState> shards) {

  /** The same stream with other shards. */
  public StreamState with(List<ShardState> newShards) {
    return new StreamState(name, viewType, key, disabledAt, newest, opened, newShards);
  }

  /**
   * One shard of it.
   *
   * @param idTime milliseconds, as in the id
   * @param parentTime as in the parent's id; 0 if there is none
   * @param parentId null if there is none
   * @param from the least hash of its keys
   * @param to the greatest hash of its keys
   * @param trimmedUpTo the greatest position that is gone, -1 if none is
   * @param closedAt null while it is open
   * @param records empty where only the shape of the stream is told
   */
  public record ShardState(
      long idTime,
      String id,
      long parentTime,
      @Nullable String parentId,
      long from,
      long to,
      Instant openedAt,
      long start,
      long trimmedUpTo,
      @Nullable Instant closedAt,
      long end,
      List<StreamRecord> records) {

    /** The same shard with these records. */
    public ShardState with(List<StreamRecord> newRecords) {
      return new ShardState(
          idTime,
          id,
          parentTime,
          parentId,
          from,
          to,
          openedAt,
          start,
          trimmedUpTo,
          closedAt,
          end,
          newRecords);
    }
  }
}
