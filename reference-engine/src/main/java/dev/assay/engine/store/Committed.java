package dev.assay.engine.store;

/**
 * An entry and the table whose log it is in.
 *
 * @param entry at the table's next position
 */
public record Committed(Table table, LogEntry entry) {}
