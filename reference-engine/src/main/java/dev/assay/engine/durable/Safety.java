package dev.assay.engine.durable;

import java.util.function.Consumer;

/**
 * Tells when what an answer tells of can no longer be lost. An answer that may have seen something
 * that is not safe yet, be it its own write or somebody else's, waits for that.
 */
public interface Safety {
  /** Everything is as safe as it will be as soon as it is accepted. */
  Safety AT_ONCE =
      new Safety() {
        @Override
        public boolean isSafe() {
          return true;
        }

        @Override
        public void whenSafe(Consumer<Boolean> then) {
          then.accept(true);
        }
      };

  /** Whether all that has been accepted so far is safe. */
  boolean isSafe();

  /**
   * Has something done as soon as all is safe that has been accepted before this call.
   *
   * @param then told, on any thread, whether it is; false if it cannot be made so
   */
  void whenSafe(Consumer<Boolean> then);
}
