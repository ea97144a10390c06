package dev.assay.engine.store;

import dev.assay.engine.table.TableDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether writes and changes of tables are accepted: once a method has returned they are
 * never lost again. Each may throw a {@link dev.assay.engine.error.ServiceException}: then what it
 * was asked for is not in the log, and must not be done.
 */
@FunctionalInterface
public interface CommitLog {
  /** Accepts everything, and keeps nothing beside what the tables hold. */
  CommitLog NONE = entries -> {};

  /**
   * Makes entries safe, all or none. Called with the write locks of their tables held, before
   * anybody can see them.
   *
   * @throws dev.assay.engine.error.ServiceException if they cannot be made safe: then they are not
   *     in the log
   */
  void commit(List<Committed> entries);

  /**
   * Makes entries safe together with a document.
   *
   * @param attachment null if there is none; whoever does not remember beyond the process need not
   *     keep it
   */
  default void commit(List<Committed> entries, @Nullable Attachment attachment) {
    commit(entries);
  }

  /** A table is about to be added, empty or filled. */
  default void adding(Table table) {}

  /**
   * A table is about to be defined anew. Called with its write lock held.
   *
   * @param intended what it will be when the change that is on its way is complete, or null
   */
  default void redefining(Table table, TableDefinition after, @Nullable TableDefinition intended) {}

  /** A table is about to be removed. Called with its write lock held. */
  default void removing(Table table) {}
}
