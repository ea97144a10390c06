package dev.assay.cli;

import dev.assay.cli.problem.Refusal;
import dev.assay.features.evidence.Delivery;
import dev.assay.features.evidence.Evidence;
import dev.assay.features.history.Header;
import dev.assay.proxy.journal.Exchange;
import dev.assay.proxy.journal.ExchangeFilter;
import dev.assay.proxy.journal.JournalException;
import dev.assay.proxy.journal.JournalReader;
import dev.assay.proxy.journal.Knowledge;
import dev.assay.proxy.journal.Outcome;
import dev.assay.proxy.journal.Touch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what a proxy's journal says about one run. */
final class JournalEvidence {
  private static final String LATE_DELIVERY = "late_delivery";

  private final Header header;
  private final List<Exchange> exchanges = new ArrayList<>();
  private final Set<Long> deliveredLate = new HashSet<>();
  private Optional<String> gap = Optional.empty();
  private long last;

  private JournalEvidence(Header header) {
    this.header = header;
  }

  /**
   * What the journal in that folder says.
   *
   * @throws Refusal when there is no journal, or the history does not say how the journal would
   *     call its requests
   */
  static Evidence read(Path folder, Header header) {
    if (!Files.isDirectory(folder)) {
      throw Refusal.usage("--journal " + folder + " is not a folder");
    }
    if (header.run().isEmpty()) {
      throw Refusal.usage(
          "the history does not say how a journal would name its requests (\"run\" in its first"
              + " line); it cannot be compared with one");
    }
    JournalEvidence evidence = new JournalEvidence(header);
    try {
      JournalReader.visit(folder, ExchangeFilter.all(), evidence::see);
    } catch (JournalException e) {
      throw Refusal.usage(String.valueOf(e.getMessage()));
    }
    return evidence.evidence();
  }

  private boolean see(Exchange exchange) {
    if (exchange.sequence() != last + 1 && gap.isEmpty()) {
      gap =
          Optional.of(
              "exchanges %d to %d are missing".formatted(last + 1, exchange.sequence() - 1));
    }
    last = exchange.sequence();
    OptionalLong operation = Delivery.operationOf(header, exchange.scenario());
    if (operation.isPresent()) {
      exchanges.add(exchange);
      if (exchange.outcome() == Outcome.DELIVERED_LATE) {
        deliveredLate.add(operation.getAsLong());
      }
    }
    return true;
  }

  private Evidence evidence() {
    Optional<String> why =
        gap.or(
            () ->
                exchanges.isEmpty()
                    ? Optional.of("it has no exchange of the run " + header.run())
                    : Optional.empty());
    return new Evidence(exchanges.stream().map(this::delivery).toList(), why);
  }

  private Delivery delivery(Exchange exchange) {
    long operation = Delivery.operationOf(header, exchange.scenario()).orElse(-1);
    boolean held =
        exchange.touchedBy().stream().anyMatch(touch -> touch.kind().equals(LATE_DELIVERY))
            && exchange.outcome() != Outcome.DELIVERED_LATE;
    boolean byClient =
        exchange.outcome() != Outcome.DELIVERED_LATE
            && exchange.outcome() != Outcome.DELIVERED_TWICE;
    return new Delivery(
        exchange.sequence(),
        operation,
        byClient,
        effect(exchange.storeApplied()),
        held && !deliveredLate.contains(operation),
        exchange.times().firstByteBackNanos(),
        words(exchange));
  }

  private static Delivery.Effect effect(Knowledge applied) {
    return switch (applied) {
      case YES -> Delivery.Effect.YES;
      case NO -> Delivery.Effect.NO;
      case UNKNOWN -> Delivery.Effect.UNKNOWN;
    };
  }

  /** As {@code exchange 12 applied, client got no answer (lost_answer by rule cut)}. */
  private static String words(Exchange exchange) {
    String kind =
        exchange.outcome() == Outcome.DELIVERED_LATE
            ? " (delivered late)"
            : exchange.outcome() == Outcome.DELIVERED_TWICE ? " (delivered once more)" : "";
    String effect =
        switch (exchange.storeApplied()) {
          case YES -> "applied";
          case NO -> exchange.storeSaw() == Knowledge.YES ? "refused" : "not seen by the store";
          case UNKNOWN -> "may have been applied";
        };
    String told =
        !kind.isEmpty()
            ? ""
            : exchange.status() == 0
                ? ", client got no answer"
                : ", client got "
                    + exchange.status()
                    + (exchange.errorType().isEmpty() ? "" : " " + exchange.errorType());
    String rules =
        exchange.touchedBy().stream().map(JournalEvidence::rule).collect(Collectors.joining(", "));
    return "exchange %d%s %s%s%s"
        .formatted(
            exchange.sequence(), kind, effect, told, rules.isEmpty() ? "" : " (" + rules + ")");
  }

  private static String rule(Touch touch) {
    return touch.kind().toLowerCase(Locale.ROOT) + " by rule " + touch.rule();
  }
}
