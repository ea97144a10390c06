package dev.assay.proxy.mutant;

/** The store behind a mutant. Calls return when the store has answered. */
interface Store {
  /** Carries a call out, on behalf of the client. */
  Reply send(Call call);

  /** Reads what the mutant wants to know for itself; it changes nothing of the exchange. */
  Reply look(Call call);
}
