package dev.assay.proxy.journal;

import java.util.Optional;

/**
 * Which exchanges to read.
 *
 * @param after only those whose sequence is greater
 * @param limit at most so many, the earliest first
 * @param scenario only those of this scenario
 * @param operation only those of this API operation
 * @param table only those that named this table
 */
public record ExchangeFilter(
    long after,
    int limit,
    Optional<String> scenario,
    Optional<String> operation,
    Optional<String> table) {

  /** Every exchange. */
  public static ExchangeFilter all() {
    return new ExchangeFilter(
        0, Integer.MAX_VALUE, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Only those after this sequence. */
  public ExchangeFilter after(long sequence) {
    return new ExchangeFilter(sequence, limit, scenario, operation, table);
  }

  /** At most so many. */
  public ExchangeFilter limitedTo(int count) {
    return new ExchangeFilter(after, count, scenario, operation, table);
  }

  /** Only those of this scenario. */
  public ExchangeFilter ofScenario(String name) {
    return new ExchangeFilter(after, limit, Optional.of(name), operation, table);
  }

  /** Only those of this operation. */
  public ExchangeFilter ofOperation(String name) {
    return new ExchangeFilter(after, limit, scenario, Optional.of(name), table);
  }

  /** Only those that named this table. */
  public ExchangeFilter onTable(String name) {
    return new ExchangeFilter(after, limit, scenario, operation, Optional.of(name));
  }

  boolean accepts(Exchange exchange) {
    return exchange.sequence() > after
        && scenario.map(exchange.scenario()::equals).orElse(true)
        && operation.map(exchange.operation()::equals).orElse(true)
        && table.map(exchange.tables()::contains).orElse(true);
  }
}
