package dev.assay.proxy.replay;

import dev.assay.proxy.journal.Exchange;
import java.util.List;

/** What became of one exchange of the journal. */
public sealed interface Replayed {
  /** The exchange as the journal has it. */
  Exchange exchange();

  /** The other store gave the same answer. */
  record Same(Exchange exchange) implements Replayed {}

  /** It gave another. */
  record Different(Exchange exchange, List<Difference> differences) implements Replayed {}

  /** It was not asked, for that reason. */
  record Skipped(Exchange exchange, String reason) implements Replayed {}

  /** It gave no answer, for that reason. */
  record Unanswered(Exchange exchange, String reason) implements Replayed {}
}
