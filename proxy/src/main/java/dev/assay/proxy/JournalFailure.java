package dev.assay.proxy;

/** What becomes of requests once the journal cannot be written. */
public enum JournalFailure {
  /** They are refused: nothing happens that nobody could prove. */
  REFUSE,
  /** They are forwarded, and nobody can prove what became of them. */
  CONTINUE
}
