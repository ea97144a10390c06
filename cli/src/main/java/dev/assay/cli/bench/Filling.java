package dev.assay.cli.bench;

import java.nio.ByteBuffer;

/** Puts one batch of items after another until all are there. */
final class Filling implements Requests {
  private final Template batch;
  private final KeySpace keys;
  private long next;

  private Filling(Template batch, KeySpace keys) {
    this.batch = batch;
    this.keys = keys;
  }

  /** Puts the items 0 to {@code items - 1}. */
  static Filling with(Template batch, long items) {
    return new Filling(batch, KeySpace.inOrder(items));
  }

  /** Does so, for that long at most. */
  Measurement run(LoadGenerator generator, long atMostNanos) {
    long batches = (keys.size() + Dataset.BATCH - 1) / Dataset.BATCH;
    return generator.run(this, new Pace.Saturating(), atMostNanos, batches);
  }

  @Override
  public void next(int connection, ByteBuffer into) {
    batch.stamp(into, next, keys);
    next += Dataset.BATCH;
  }

  @Override
  public boolean accepts(String body) {
    return body.contains("\"UnprocessedItems\":{}");
  }
}
