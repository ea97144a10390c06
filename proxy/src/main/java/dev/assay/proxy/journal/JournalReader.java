package dev.assay.proxy.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;

/**
 * Reads a journal on disk, of a proxy that has ended or of one that still writes it; one exchange
 * is in memory at a time.
 */
public final class JournalReader {
  private static final String SUFFIX = ".cq4";

  private JournalReader() {}

  /**
   * Shows the exchanges that the filter lets through, in order, until the visitor has seen enough.
   *
   * @param visitor says whether it wants to see more
   * @throws JournalException when there is no journal in the folder
   */
  public static void visit(Path folder, ExchangeFilter filter, Predicate<Exchange> visitor) {
    requireJournal(folder);
    read(folder, filter, visitor);
  }

  static void read(Path folder, ExchangeFilter filter, Predicate<Exchange> visitor) {
    int left = filter.limit();
    try (ChronicleQueue queue = queueIn(folder);
        ExcerptTailer tailer = queue.createTailer()) {
      while (left > 0) {
        try (DocumentContext document = tailer.readingDocument()) {
          var wire = document.wire();
          if (!document.isPresent() || wire == null) {
            return;
          }
          WrittenExchanges written = new WrittenExchanges(wire.bytes());
          while (left > 0 && written.more()) {
            Exchange exchange = written.next();
            if (exchange.sequence() <= filter.after() || !filter.accepts().test(exchange)) {
              continue;
            }
            if (!visitor.test(exchange)) {
              return;
            }
            left--;
          }
        }
      }
    }
  }

  private static void requireJournal(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      if (files.noneMatch(file -> file.toString().endsWith(SUFFIX))) {
        throw new JournalException("There is no journal in " + folder + ".");
      }
    } catch (IOException e) {
      throw new JournalException("The journal folder " + folder + " cannot be read.", e);
    }
  }

  static ChronicleQueue queueIn(Path folder) {
    return SingleChronicleQueueBuilder.binary(folder).build();
  }
}
