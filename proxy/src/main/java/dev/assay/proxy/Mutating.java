package dev.assay.proxy;

import dev.assay.fault.Hit;
import dev.assay.fault.Mutation;
import dev.assay.proxy.WholeCall.WholeAnswer;
import dev.assay.proxy.journal.Exchange;
import dev.assay.proxy.journal.Outcome;
import dev.assay.proxy.mutant.StoreGoneException;
import dev.assay.proxy.mutant.Upstream;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.concurrent.EventExecutor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The request is answered by a store that is wrong on purpose. The mutants work on a thread of
 * their own, because some ask the store several things one after the other; the event loop carries
 * the bytes.
 *
 * <pre>
 *   request ──► unpacked ──► mutants ◄──► WholeCall ◄──► store
 *                               └──► length and checksum set right ──► ClientAnswer
 * </pre>
 *
 * What was changed is not signed anew: a store that checks signatures refuses it.
 */
final class Mutating implements RequestFlow {
  private final ClientHandler client;
  private final ClientAnswer answer;
  private final LoopResources resources;
  private final EventExecutor loop;
  private final HttpRequest request;
  private final List<WholeAnswer> received = new ArrayList<>();
  private @Nullable UpstreamCall call;
  private @Nullable CompletableFuture<WholeAnswer> awaited;
  private boolean givenUp;

  Mutating(
      ClientHandler client,
      ClientAnswer answer,
      LoopResources resources,
      EventExecutor loop,
      HttpRequest request) {
    this.client = client;
    this.answer = answer;
    this.resources = resources;
    this.loop = loop;
    this.request = request;
  }

  /** Whether one of the hits is a mutant's, and the request not the suite's own housekeeping. */
  static boolean isDue(List<Hit> hits, HttpRequest request) {
    return hits.stream().anyMatch(hit -> hit.fault() instanceof Mutation)
        && !Exchange.HOUSEKEEPING.equals(request.headers().get(Exchange.SCENARIO_HEADER));
  }

  /**
   * @param body the whole request's, as on the wire
   */
  void start(List<Hit> hits, byte[] body) {
    client.awaitStore();
    answer.notes().forwardedWhole();
    Thread.ofVirtual().name("assay-mutant").start(() -> work(hits, body));
  }

  private void work(List<Hit> hits, byte[] body) {
    try {
      Packing packing = Packing.of(request.headers().get(HttpHeaderNames.CONTENT_ENCODING));
      byte[] plain = unpackedOrAsItIs(packing, body);
      Upstream upstream = (operation, bytes) -> exchange(operation, bytes, plain, body);
      dev.assay.proxy.mutant.Outcome outcome =
          resources.mutants().answer(hits, ExchangeNotes.operationOf(request), plain, upstream);
      HttpResponse head = headOf(outcome);
      byte[] answered = bodyOf(outcome, head);
      loop.execute(() -> finish(head, answered));
    } catch (StoreGoneException gone) {
      // The event loop knows why and has told the client, or there is no client any more.
    } catch (IOException | RuntimeException | Error defect) {
      loop.execute(() -> fail("the mutant has a defect: " + defect));
    }
  }

  private static byte[] unpackedOrAsItIs(Packing packing, byte[] body) {
    try {
      return packing.unpack(body);
    } catch (IOException e) {
      // No JSON then, so it goes through as it is.
      return body;
    }
  }

  /** A body that is the client's own goes out as the client packed it. */
  private Upstream.Answer exchange(String operation, byte[] bytes, byte[] plain, byte[] original) {
    boolean same =
        operation.equals(ExchangeNotes.operationOf(request)) && Arrays.equals(bytes, plain);
    CompletableFuture<WholeAnswer> future = new CompletableFuture<>();
    loop.execute(() -> send(head(operation, same, bytes.length), same ? original : bytes, future));
    try {
      WholeAnswer whole = future.get();
      received.add(whole);
      String encoding = whole.head().headers().get(HttpHeaderNames.CONTENT_ENCODING);
      return new Upstream.Answer(
          whole.head().status().code(), unpackedOrAsItIs(Packing.of(encoding), whole.body()));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof WholeCall.FailedException failed) {
        loop.execute(() -> tell(failed.failure()));
      }
      throw new StoreGoneException(String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreGoneException("interrupted");
    }
  }

  private HttpRequest head(String operation, boolean same, int length) {
    HttpRequest head = ForwardedHead.of(request, resources.settings().upstream());
    if (same) {
      return head;
    }
    HttpHeaders headers = head.headers();
    String target = String.valueOf(headers.get("X-Amz-Target"));
    headers.set("X-Amz-Target", target.substring(0, target.lastIndexOf('.') + 1) + operation);
    headers.remove(HttpHeaderNames.CONTENT_ENCODING);
    headers.remove(HttpHeaderNames.TRANSFER_ENCODING);
    headers.set(HttpHeaderNames.CONTENT_LENGTH, length);
    return new DefaultHttpRequest(head.protocolVersion(), head.method(), head.uri(), headers);
  }

  private void send(HttpRequest head, byte[] body, CompletableFuture<WholeAnswer> future) {
    if (givenUp || answer.over()) {
      future.completeExceptionally(new StoreGoneException("nobody waits for the answer"));
      return;
    }
    client.awaitStore();
    awaited = future;
    WholeCall whole = new WholeCall(future, () -> answer.notes().forwarded());
    UpstreamCall next = new UpstreamCall(resources.pool(), head, whole);
    call = next;
    next.start();
    next.send(new DefaultLastHttpContent(Unpooled.wrappedBuffer(body)));
  }

  private HttpResponse headOf(dev.assay.proxy.mutant.Outcome outcome) {
    return switch (outcome) {
      case dev.assay.proxy.mutant.Outcome.Untouched(int place) -> received.get(place).head();
      case dev.assay.proxy.mutant.Outcome.Changed changed -> {
        HttpHeaders headers = received.getLast().head().headers().copy();
        yield new DefaultHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(changed.status()), headers);
      }
    };
  }

  /** The body as it goes out; the head is made to fit it. */
  private byte[] bodyOf(dev.assay.proxy.mutant.Outcome outcome, HttpResponse head)
      throws IOException {
    return switch (outcome) {
      case dev.assay.proxy.mutant.Outcome.Untouched(int place) -> received.get(place).body();
      case dev.assay.proxy.mutant.Outcome.Changed changed -> {
        HttpHeaders headers = head.headers();
        byte[] body =
            Packing.of(headers.get(HttpHeaderNames.CONTENT_ENCODING)).pack(changed.body());
        headers.remove(HttpHeaderNames.TRANSFER_ENCODING);
        headers.set(HttpHeaderNames.CONTENT_LENGTH, body.length);
        if (headers.contains("x-amz-crc32")) {
          headers.set("x-amz-crc32", Long.toString(crc32(body)));
        }
        for (Map.Entry<String, String> header : changed.headers().entrySet()) {
          if (header.getValue().isEmpty()) {
            headers.remove(header.getKey());
          } else {
            headers.set(header.getKey(), header.getValue());
          }
        }
        yield body;
      }
    };
  }

  private static long crc32(byte[] body) {
    CRC32 crc = new CRC32();
    crc.update(body);
    return crc.getValue();
  }

  private void finish(HttpResponse head, byte[] body) {
    if (givenUp || answer.over()) {
      return;
    }
    answer.notes().storeAnswered(received.getLast().head().status().code());
    answer.head(head);
    answer.content(new DefaultLastHttpContent(Unpooled.wrappedBuffer(body)));
  }

  private void tell(UpstreamFailure failure) {
    if (givenUp || answer.over()) {
      return;
    }
    UpstreamAddress upstream = resources.settings().upstream();
    switch (failure) {
      case UpstreamFailure.Unreachable(String reason) ->
          refuse(ServiceError.unreachable(upstream, reason), Outcome.UPSTREAM_UNREACHABLE);
      case UpstreamFailure.BrokeOff(String reason) ->
          refuse(ServiceError.brokeOff(upstream, reason), Outcome.UPSTREAM_BROKE_OFF);
    }
  }

  private void fail(String reason) {
    if (!givenUp && !answer.over()) {
      refuse(
          ServiceError.brokeOff(resources.settings().upstream(), reason),
          Outcome.UPSTREAM_BROKE_OFF);
    }
  }

  private void refuse(ServiceError error, Outcome outcome) {
    answer.refuse(error.toResponse(resources.requestIds().next()), outcome, error.message());
  }

  @Override
  public void body(HttpContent piece) {
    throw new UncheckedIOException(new IOException("the request was whole already"));
  }

  @Override
  public void clientTakesMore(boolean taking) {
    // The answer is whole when the client gets its first byte.
  }

  @Override
  public void giveUp() {
    givenUp = true;
    if (call != null) {
      call.cancel();
    }
    if (awaited != null) {
      awaited.completeExceptionally(new StoreGoneException("nobody waits for the answer"));
    }
  }
}
