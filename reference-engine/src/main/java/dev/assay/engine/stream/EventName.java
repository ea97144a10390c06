package dev.assay.engine.stream;

import dev.assay.engine.store.LogEntry;

/** What a write did to an item, as records name it. */
public enum EventName {
  INSERT,
  MODIFY,
  REMOVE;

  public static EventName of(LogEntry entry) {
    if (entry.after() == null) {
      return REMOVE;
    }
    return entry.before() == null ? INSERT : MODIFY;
  }
}
