package dev.assay.proxy.journal;

/** Where the journal's writer puts exchanges. Used by one thread. */
interface Sink extends AutoCloseable {
  /** Sequence of the last exchange that is there, 0 when there is none. */
  long lastSequence();

  /**
   * Keeps an exchange.
   *
   * @throws JournalException when there is no room for it
   */
  void write(Exchange exchange);

  @Override
  void close();
}
