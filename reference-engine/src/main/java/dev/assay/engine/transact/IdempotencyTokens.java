package dev.assay.engine.transact;

import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The client request tokens of the last ten minutes: a transaction that is sent again with its
 * token is not done again, and one with the same token and other contents is refused.
 */
public final class IdempotencyTokens {
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private final Map<String, Entry> entries = new HashMap<>();
  private final Deque<String> oldestFirst = new ArrayDeque<>();

  /** A transaction that has been sent with a token; without a result it is still under way. */
  private record Entry(String fingerprint, Instant since, @Nullable List<TableSizes> result) {}

  /**
   * Runs a transaction unless it has been run with this token.
   *
   * @param token the token with its region, or null for a transaction that has none
   * @param fingerprint equal for transactions that ask for the same
   * @return what the earlier run wrote, if there was one; null after running it now
   * @throws ServiceException IdempotentParameterMismatchException or TransactionInProgressException
   */
  public @Nullable List<TableSizes> runOnce(
      @Nullable String token,
      Instant now,
      Supplier<String> fingerprint,
      Supplier<List<TableSizes>> transaction) {
    if (token == null) {
      List<TableSizes> unused = transaction.get();
      return null;
    }
    String print = fingerprint.get();
    synchronized (entries) {
      forgetBefore(now.minus(WINDOW));
      Entry known = entries.get(token);
      if (known != null) {
        return resultOf(known, print);
      }
      entries.put(token, new Entry(print, now, null));
    }
    boolean done = false;
    try {
      List<TableSizes> result = transaction.get();
      synchronized (entries) {
        entries.put(token, new Entry(print, now, result));
        oldestFirst.addLast(token);
      }
      done = true;
      return null;
    } finally {
      if (!done) {
        synchronized (entries) {
          entries.remove(token);
        }
      }
    }
  }

  private static List<TableSizes> resultOf(Entry known, String fingerprint) {
    if (!known.fingerprint.equals(fingerprint)) {
      throw new ServiceException(ErrorType.IDEMPOTENT_PARAMETER_MISMATCH, null);
    }
    if (known.result == null) {
      throw new ServiceException(
          ErrorType.TRANSACTION_IN_PROGRESS,
          "Transaction from previous request is still in progress");
    }
    return known.result;
  }

  private void forgetBefore(Instant limit) {
    while (!oldestFirst.isEmpty()) {
      Entry oldest = entries.get(oldestFirst.peekFirst());
      if (oldest != null && oldest.since.isAfter(limit)) {
        return;
      }
      entries.remove(oldestFirst.removeFirst());
    }
  }
}
