package dev.assay.cli;

import dev.assay.cli.problem.ExitCode;
import dev.assay.cli.problem.Refusal;
import dev.assay.proxy.journal.Exchange;
import dev.assay.proxy.journal.JournalException;
import dev.assay.proxy.journal.JournalReader;
import dev.assay.proxy.journal.Touch;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code assay journal list}: one line for each exchange. */
@Command(name = "list", sortOptions = false, description = "Print a line for each exchange.")
final class JournalListCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Surroundings surroundings;

  @Mixin private final JournalChoice choice = new JournalChoice();

  JournalListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try {
      JournalReader.visit(
          choice.folder(),
          choice.filter(),
          exchange -> {
            surroundings.out().println(line(exchange));
            return !surroundings.out().checkError();
          });
    } catch (JournalException e) {
      throw Refusal.usage(String.valueOf(e.getMessage()));
    }
    return ExitCode.OK;
  }

  private static String line(Exchange exchange) {
    long received = exchange.times().receivedNanos();
    double tookMs = (exchange.times().answeredNanos() - received) / 1e6;
    String touched =
        exchange.touchedBy().stream().map(Touch::rule).collect(Collectors.joining(","));
    return String.format(
            Locale.ROOT,
            "%7d %s %9.3f ms %3d %-20s %-24s %-10s %s",
            exchange.sequence(),
            TIME.format(Instant.ofEpochSecond(0, received)),
            tookMs,
            exchange.status(),
            exchange.operation().isEmpty() ? exchange.method() : exchange.operation(),
            String.join(",", exchange.tables()),
            exchange.upstream(),
            exchange.errorType()
                + (touched.isEmpty() ? "" : " touched by " + touched)
                + (exchange.detail().isEmpty() ? "" : " (" + exchange.detail() + ")"))
        .stripTrailing();
  }
}
