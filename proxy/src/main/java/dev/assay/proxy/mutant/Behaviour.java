package dev.assay.proxy.mutant;

/**
 * What one mutant does. One object serves one rule and may remember what it saw; several exchanges
 * may be under way at once.
 */
interface Behaviour {
  /** Answers a call of one of the mutant's operations. */
  Reply answer(Call call, Store store);
}
