package dev.assay.proxy.journal;

import java.util.function.Predicate;

/**
 * Which exchanges to read. Each method narrows it down further.
 *
 * @param after only those whose sequence is greater
 * @param limit at most so many, the earliest first
 * @param accepts what an exchange must fulfil besides
 */
public record ExchangeFilter(long after, int limit, Predicate<Exchange> accepts) {

  /** Every exchange. */
  public static ExchangeFilter all() {
    return new ExchangeFilter(0, Integer.MAX_VALUE, exchange -> true);
  }

  /** Only those after this sequence. */
  public ExchangeFilter after(long sequence) {
    return new ExchangeFilter(sequence, limit, accepts);
  }

  /** At most so many. */
  public ExchangeFilter limitedTo(int count) {
    return new ExchangeFilter(after, count, accepts);
  }

  /** Only those of this scenario. */
  public ExchangeFilter ofScenario(String name) {
    return and(exchange -> exchange.scenario().equals(name));
  }

  /** Only those of this operation. */
  public ExchangeFilter ofOperation(String name) {
    return and(exchange -> exchange.operation().equals(name));
  }

  /** Only those that named this table. */
  public ExchangeFilter onTable(String name) {
    return and(exchange -> exchange.tables().contains(name));
  }

  /** Only those that went to the upstream of this name. */
  public ExchangeFilter throughUpstream(String name) {
    return and(exchange -> exchange.upstream().equals(name));
  }

  /** Only those that this rule put a fault upon. */
  public ExchangeFilter touchedBy(String rule) {
    return and(exchange -> exchange.touchedBy().stream().anyMatch(t -> t.rule().equals(rule)));
  }

  /** Only those received from the first moment to before the second, in nanoseconds since 1970. */
  public ExchangeFilter between(long sinceNanos, long untilNanos) {
    return and(
        exchange ->
            exchange.times().receivedNanos() >= sinceNanos
                && exchange.times().receivedNanos() < untilNanos);
  }

  /**
   * Only those whose client was sent this status, {@code 400}, or one of this class, {@code 4xx}; 0
   * is no answer.
   *
   * @throws IllegalArgumentException with the rest of a sentence when it is neither
   */
  public ExchangeFilter withStatus(String statusOrClass) {
    if (statusOrClass.matches("[1-5]xx")) {
      int hundreds = statusOrClass.charAt(0) - '0';
      return and(exchange -> exchange.status() / 100 == hundreds);
    }
    if (statusOrClass.matches("0|[1-5]\\d\\d")) {
      int status = Integer.parseInt(statusOrClass);
      return and(exchange -> exchange.status() == status);
    }
    throw new IllegalArgumentException(
        "must be a status such as 400 or a class such as 4xx, was \"" + statusOrClass + "\"");
  }

  private ExchangeFilter and(Predicate<Exchange> further) {
    return new ExchangeFilter(after, limit, accepts.and(further));
  }
}
