package dev.assay.proxy.journal;

import java.util.List;

/** Where the journal's writer puts exchanges. Used by one thread. */
interface Sink extends AutoCloseable {
  /** Sequence of the last exchange that is there, 0 when there is none. */
  long lastSequence();

  /**
   * Keeps exchanges, all of them or none.
   *
   * @throws JournalException when there is no room for them
   */
  void write(List<Exchange> exchanges);

  @Override
  void close();
}
