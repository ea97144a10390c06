package dev.assay.proxy;

import dev.assay.fault.Hit;
import dev.assay.fault.LateDelivery;
import dev.assay.proxy.journal.Outcome;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A request that its client has given up and that the store gets all the same, late. It has a line
 * of its own in the journal, with the time at which the request was first received.
 */
final class HeldRequest implements WholeCall.End {
  private static final long NANOS_PER_MS = 1_000_000;

  private final LoopResources resources;
  private final EventExecutor loop;
  private final HttpRequest request;
  private final byte[] body;
  private final ExchangeNotes notes;
  private final Hit hit;
  private final LateDelivery fault;
  private final String operation;
  private final long heldSinceNanos;
  private final Runnable onRetry;
  private @Nullable Future<?> timer;
  private @Nullable WholeCall call;
  private boolean sent;
  private String why = "";

  HeldRequest(
      LoopResources resources,
      EventExecutor loop,
      HttpRequest request,
      byte[] body,
      ExchangeNotes notes,
      Hit hit,
      LateDelivery fault) {
    this.resources = resources;
    this.loop = loop;
    this.request = request;
    this.body = body;
    this.notes = notes.further();
    this.hit = hit;
    this.fault = fault;
    this.operation = ExchangeNotes.operationOf(request);
    this.heldSinceNanos = notes.now();
    this.onRetry = () -> loop.execute(() -> send("after its retry was answered"));
  }

  /** From now on a retry releases it. */
  void hold() {
    if (fault.afterRetry()) {
      resources.late().await(operation, body, onRetry);
    }
  }

  /** The client was let down: from now on the bound counts. */
  void clientIsGone() {
    if (!sent && timer == null) {
      timer =
          loop.schedule(
              () -> send("when its time was over"), fault.boundMs(), TimeUnit.MILLISECONDS);
    }
  }

  private void send(String reason) {
    if (sent) {
      return;
    }
    sent = true;
    why = reason;
    resources.late().forget(operation, body, onRetry);
    if (timer != null) {
      timer.cancel(false);
    }
    Duration patience = resources.settings().upstreamTimeout();
    timer = loop.schedule(this::timedOut, patience.toMillis(), TimeUnit.MILLISECONDS);
    WholeCall begun = new WholeCall(resources, loop, request, body, notes, () -> {}, this);
    call = begun;
    begun.start(Optional.empty());
  }

  private void timedOut() {
    if (call != null) {
      call.cancel();
    }
    record("the store did not answer in time");
  }

  @Override
  public void answered(WholeAnswer answer) {
    notes.answering(answer.head());
    notes.responseBytes(io.netty.buffer.Unpooled.wrappedBuffer(answer.body()));
    record("the store answered " + answer.head().status().code());
  }

  @Override
  public void failed(UpstreamFailure failure) {
    record(FailedUpstream.reason(failure));
  }

  private void record(String result) {
    if (timer != null) {
      timer.cancel(false);
    }
    long now = notes.now();
    String detail =
        "rule %s delivered the request %s, %d ms late: %s"
            .formatted(hit.rule(), why, (now - heldSinceNanos) / NANOS_PER_MS, result);
    resources
        .journal()
        .append(() -> notes.toExchange(Outcome.DELIVERED_LATE, detail, now), notes.heldBytes());
  }
}
