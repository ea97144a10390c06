package dev.assay.engine.store;

/** Something that is told of every entry of a table's log, in order. */
public interface LogReader {
  /** Called with the table's write lock held: it must be quick and must not call back. */
  void accept(LogEntry entry);
}
