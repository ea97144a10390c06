package dev.assay.engine.disk;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where and how an engine keeps its data on disk.
 *
 * @param folder made if it is not there; one engine at a time may use it
 * @param sync what an answer waits for
 * @param batch longest time for which {@link Sync#BATCH} gathers writes before it syncs them
 * @param segmentBytes size at which a file of the log is closed and the next one begun
 * @param snapshotBytes how much the log grows, at least, from one snapshot to the next
 * @param room how room on the disk is taken
 */
public record DataSettings(
    Path folder, Sync sync, Duration batch, long segmentBytes, long snapshotBytes, DiskRoom room) {
  private static final long SEGMENT_BYTES = 128L << 20;
  private static final long SNAPSHOT_BYTES = 256L << 20;

  /** What is certain about a write when it is answered. */
  public enum Sync {
    /** It is in the operating system's memory: it survives the end of the process by any signal. */
    OS,
    /** It is on the disk, with others of the same few milliseconds: it survives a loss of power. */
    BATCH,
    /** It is on the disk, as soon as the disk can take it: it survives a loss of power. */
    EVERY
  }

  /** Left to the operating system, files of 128 MB, a snapshot every 256 MB at most. */
  public static DataSettings in(Path folder) {
    return new DataSettings(
        folder, Sync.OS, Duration.ofMillis(2), SEGMENT_BYTES, SNAPSHOT_BYTES, DiskRoom.REAL);
  }

  public DataSettings withSync(Sync newSync) {
    return new DataSettings(folder, newSync, batch, segmentBytes, snapshotBytes, room);
  }

  public DataSettings withBatch(Duration newBatch) {
    return new DataSettings(folder, sync, newBatch, segmentBytes, snapshotBytes, room);
  }

  public DataSettings withSegmentBytes(long newSegmentBytes) {
    return new DataSettings(folder, sync, batch, newSegmentBytes, snapshotBytes, room);
  }

  public DataSettings withSnapshotBytes(long newSnapshotBytes) {
    return new DataSettings(folder, sync, batch, segmentBytes, newSnapshotBytes, room);
  }

  public DataSettings withRoom(DiskRoom newRoom) {
    return new DataSettings(folder, sync, batch, segmentBytes, snapshotBytes, newRoom);
  }
}
