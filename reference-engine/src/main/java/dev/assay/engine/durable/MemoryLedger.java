package dev.assay.engine.durable;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Forgets everything with the process. */
public final class MemoryLedger implements Ledger {
  private final ConcurrentMap<String, NavigableMap<String, byte[]>> kinds =
      new ConcurrentHashMap<>();

  @Override
  public void put(String kind, String id, byte[] document) {
    kinds.computeIfAbsent(kind, name -> new ConcurrentSkipListMap<>()).put(id, document.clone());
  }

  @Override
  public void remove(String kind, String id) {
    NavigableMap<String, byte[]> documents = kinds.get(kind);
    if (documents != null) {
      documents.remove(id);
    }
  }

  @Override
  public Map<String, byte[]> all(String kind) {
    NavigableMap<String, byte[]> documents = kinds.get(kind);
    return documents == null ? Map.of() : Collections.unmodifiableMap(documents);
  }
}
