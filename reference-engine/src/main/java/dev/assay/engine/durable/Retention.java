package dev.assay.engine.durable;

import java.time.Instant;

/**
 * Says how far back the log on disk must be kept. Without any pin it is kept for as long as
 * start-up needs it. Pins are not remembered beyond the process: their owners set them again when
 * they start, which is early enough, since nothing is deleted before the first snapshot after a
 * start.
 */
public interface Retention {
  /** Keeps nothing: there is no log on disk. */
  Retention NONE =
      new Retention() {
        @Override
        public void pin(String name, Instant since) {
          // Nothing is ever deleted, since nothing is kept.
        }

        @Override
        public void release(String name) {
          // As above.
        }
      };

  /**
   * Keeps what {@link History} needs to tell of this time and all that comes after it. Takes the
   * place of an earlier pin of the name, so that a window moves on.
   *
   * @param name such as {@code pitr/} and a table's id
   */
  void pin(String name, Instant since);

  /** Ends a pin; nothing happens if there is none. */
  void release(String name);
}
