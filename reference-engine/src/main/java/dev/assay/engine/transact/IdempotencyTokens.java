package dev.assay.engine.transact;

import dev.assay.engine.error.ErrorType;
import dev.assay.engine.error.ServiceException;
import dev.assay.engine.store.Attachment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The client request tokens of the last ten minutes: a transaction that is sent again with its
 * token is not done again, and one with the same token and other contents is refused.
 */
public final class IdempotencyTokens {
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private final String kind;
  private final Map<String, Entry> entries = new HashMap<>();
  private final Deque<String> oldestFirst = new ArrayDeque<>();

  /** A transaction that has been sent with a token; without a result it is still under way. */
  private record Entry(String fingerprint, Instant since, @Nullable List<TableSizes> result) {}

  /**
   * @param operation whose tokens they are: operations share none
   */
  public IdempotencyTokens(String operation) {
    this.kind = "token/" + operation;
  }

  /** What the documents of these tokens are called ({@link Attachment#kind}). */
  public String kind() {
    return kind;
  }

  /** Knows again a transaction that was committed before the process began; the oldest first. */
  public void restore(String token, byte[] document) {
    TokenDocument known = TokenDocument.of(document);
    synchronized (entries) {
      entries.put(token, new Entry(known.fingerprint(), known.since(), known.result()));
      oldestFirst.addLast(token);
    }
  }

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
      Function<TokenSeal, List<TableSizes>> transaction) {
    if (token == null) {
      List<TableSizes> unused = transaction.apply(TokenSeal.NONE);
      return null;
    }
    String print = digest(fingerprint.get());
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
      List<TableSizes> result =
          transaction.apply(
              sizes -> new Attachment(kind, token, new TokenDocument(print, now, sizes).bytes()));
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

  private static String digest(String fingerprint) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(fingerprint.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
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
