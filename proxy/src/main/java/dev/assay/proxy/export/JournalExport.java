package dev.assay.proxy.export;

import dev.assay.proxy.journal.Exchange;
import java.io.IOException;

/** Writes exchanges one after another; none of them stays in memory. */
public sealed interface JournalExport permits JsonLines, WireMockStubs {
  /** Writes one, or says with false that it has no place in this form. */
  boolean write(Exchange exchange) throws IOException;

  /** Ends what was written. */
  void finish() throws IOException;
}
