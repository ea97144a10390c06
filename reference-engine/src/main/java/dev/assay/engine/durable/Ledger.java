package dev.assay.engine.durable;

import java.util.Map;

/**
 * Small documents that must outlive the process: settings and descriptions that belong to no table
 * or survive it. Safe for use by several threads.
 */
public interface Ledger {
  /**
   * Puts a document, in the place of the one with its id. It is safe when this returns.
   *
   * @param kind what sort of document, such as {@code backup}; each kind has one owner
   */
  void put(String kind, String id, byte[] document);

  /** Removes a document; nothing happens if there is none. */
  void remove(String kind, String id);

  /** All documents of a kind by their ids, in the order of the ids. */
  Map<String, byte[]> all(String kind);
}
