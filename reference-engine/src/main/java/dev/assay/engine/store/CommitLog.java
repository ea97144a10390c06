package dev.assay.engine.store;

import java.util.List;

/** Decides whether writes are accepted: once it has returned they are never lost again. */
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
}
