package dev.assay.engine.durable;

import org.jspecify.annotations.Nullable;

/**
 * Where an engine keeps what is not in its tables.
 *
 * @param history what tables held in the past; null in memory, where nobody keeps it
 * @param retention how far back history is kept
 */
public record Storage(Ledger ledger, Vault vault, @Nullable History history, Retention retention) {

  /** Forgets everything with the process. */
  public static Storage inMemory() {
    return new Storage(new MemoryLedger(), new MemoryVault(), null, Retention.NONE);
  }
}
