package dev.assay.proxy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Requests that wait for the same request to be answered again, which is how a retry looks from
 * here. Safe for use by several threads.
 */
final class LateDeliveries {
  private final Map<Request, List<Runnable>> waiting = new ConcurrentHashMap<>();

  /** What makes a request the same: SDKs sign a retry afresh but send the same body. */
  private record Request(String operation, String body) {}

  private static Request request(String operation, byte[] body) {
    return new Request(operation, new String(body, StandardCharsets.ISO_8859_1));
  }

  /** Runs the release, on the thread that notices, when the store answers this request. */
  void await(String operation, byte[] body, Runnable release) {
    waiting
        .computeIfAbsent(request(operation, body), key -> new CopyOnWriteArrayList<>())
        .add(release);
  }

  /** Takes back what {@link #await} was told. */
  void forget(String operation, byte[] body, Runnable release) {
    waiting.computeIfPresent(
        request(operation, body),
        (key, releases) -> {
          releases.remove(release);
          return releases.isEmpty() ? null : releases;
        });
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** The store has answered this request. */
  void answered(String operation, byte[] body) {
    List<Runnable> released = waiting.remove(request(operation, body));
    if (released != null) {
      released.forEach(Runnable::run);
    }
  }
}
