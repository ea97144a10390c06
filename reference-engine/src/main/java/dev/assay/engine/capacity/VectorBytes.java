package dev.assay.engine.capacity;

import dev.assay.engine.store.VectorChange;
import dev.assay.engine.store.VectorEntry;

/** What a write to a vector index is billed, in bytes (fact 185). */
final class VectorBytes {
  private static final long LEAST = 1024;

  private VectorBytes() {}

  /** Nothing for a write that leaves what the index holds as it was. */
  static long of(VectorChange change) {
    VectorEntry before = change.before();
    VectorEntry after = change.after();
    if (before == null) {
      return after == null ? 0 : billed(after.sizeBytes());
    }
    if (after == null) {
      return billed(before.sizeBytes());
    }
    if (change.moved()) {
      return billed(before.sizeBytes()) + billed(after.sizeBytes());
    }
    return before.equals(after) ? 0 : billed(Math.max(before.sizeBytes(), after.sizeBytes()));
  }

  private static long billed(long sizeBytes) {
    return Math.max(LEAST, sizeBytes);
  }
}
