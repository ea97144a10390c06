package dev.assay.proxy.mutant;

import java.util.concurrent.atomic.AtomicLong;

/** Every transaction is a new one, whatever its ClientRequestToken. */
final class IgnoreToken implements RequestChange {
  private final AtomicLong count = new AtomicLong();

  @Override
  public void change(Call call) {
    String token = call.body().path("ClientRequestToken").asText();
    if (!token.isEmpty() && token.length() <= 36) {
      call.body().put("ClientRequestToken", "mutant-" + count.incrementAndGet());
    }
  }
}
