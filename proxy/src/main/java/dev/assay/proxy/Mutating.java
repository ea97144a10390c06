package dev.assay.proxy;

import dev.assay.fault.Hit;
import dev.assay.fault.Mutation;
import dev.assay.proxy.WholeCall.WholeAnswer;
import dev.assay.proxy.journal.Exchange;
import dev.assay.proxy.mutant.Outcome;
import dev.assay.proxy.mutant.StoreGoneException;
import dev.assay.proxy.mutant.StoreWire;
import dev.assay.proxy.route.Upstream;
import dev.assay.proxy.sign.SignedScope;
import dev.assay.proxy.sign.SigningException;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpRequest;
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
 * What was changed is signed anew where the proxy has credentials; elsewhere a store that checks
 * signatures refuses it.
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
  private @Nullable Upstream upstream;
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
      StoreWire way = (operation, bytes) -> exchange(operation, bytes, plain, body);
      Outcome outcome =
          resources
              .mutants()
              .answer(
                  hits,
                  ExchangeNotes.operationOf(request),
                  SignedScope.region(request.headers()),
                  plain,
                  way);
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
  private StoreWire.Answer exchange(String operation, byte[] bytes, byte[] plain, byte[] original) {
    boolean same =
        operation.equals(ExchangeNotes.operationOf(request)) && Arrays.equals(bytes, plain);
    CompletableFuture<WholeAnswer> future = new CompletableFuture<>();
    loop.execute(() -> send(operation, same, same ? original : bytes, future));
    try {
      WholeAnswer whole = future.get();
      received.add(whole);
      String encoding = whole.head().headers().get(HttpHeaderNames.CONTENT_ENCODING);
      return new StoreWire.Answer(
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

  private void send(
      String operation, boolean same, byte[] body, CompletableFuture<WholeAnswer> future) {
    if (givenUp || answer.over()) {
      future.completeExceptionally(new StoreGoneException("nobody waits for the answer"));
      return;
    }
    WholeCall whole = new WholeCall(future, () -> answer.notes().forwarded());
    Upstream chosen = route();
    if (chosen == null) {
      whole.failed(new UpstreamFailure.NoUpstream(SignedScope.region(request.headers())));
      return;
    }
    try {
      FullHttpRequest outgoing = signed(head(operation, same, body, chosen), body, chosen);
      client.awaitStore();
      awaited = future;
      UpstreamCall next =
          new UpstreamCall(
              resources.pools().to(chosen),
              new DefaultHttpRequest(
                  outgoing.protocolVersion(),
                  outgoing.method(),
                  outgoing.uri(),
                  outgoing.headers()),
              whole);
      call = next;
      next.start();
      next.send(new DefaultLastHttpContent(outgoing.content()));
    } catch (SigningException e) {
      whole.failed(new UpstreamFailure.NotSigned(String.valueOf(e.getMessage())));
    }
  }

  /** All calls of one exchange go to one upstream. */
  private @Nullable Upstream route() {
    if (upstream == null) {
      upstream = resources.router().choose(SignedScope.region(request.headers())).orElse(null);
      if (upstream != null) {
        answer.notes().routedTo(upstream.name());
      }
    }
    return upstream;
  }

  private FullHttpRequest signed(HttpRequest head, byte[] body, Upstream to)
      throws SigningException {
    if (resources.resigner().isEmpty()) {
      return new DefaultFullHttpRequest(
          head.protocolVersion(),
          head.method(),
          head.uri(),
          Unpooled.wrappedBuffer(body),
          head.headers(),
          new DefaultHttpHeaders());
    }
    return resources
        .resigner()
        .get()
        .sign(head, Unpooled.wrappedBuffer(body), to.address().uri(), to.region());
  }

  private HttpRequest head(String operation, boolean same, byte[] body, Upstream to) {
    HttpRequest head = ForwardedHead.of(request, to.address());
    if (!same) {
      HttpHeaders headers = head.headers();
      String target = String.valueOf(headers.get("X-Amz-Target"));
      headers.set("X-Amz-Target", target.substring(0, target.lastIndexOf('.') + 1) + operation);
      headers.remove(HttpHeaderNames.CONTENT_ENCODING);
      headers.remove(HttpHeaderNames.TRANSFER_ENCODING);
      headers.set(HttpHeaderNames.CONTENT_LENGTH, body.length);
    }
    return head;
  }

  private HttpResponse headOf(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Untouched(int place) -> received.get(place).head();
      case Outcome.Changed changed -> {
        HttpHeaders headers = received.getLast().head().headers().copy();
        yield new DefaultHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(changed.status()), headers);
      }
    };
  }

  /** The body as it goes out; the head is made to fit it. */
  private byte[] bodyOf(Outcome outcome, HttpResponse head) throws IOException {
    return switch (outcome) {
      case Outcome.Untouched(int place) -> received.get(place).body();
      case Outcome.Changed changed -> {
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
    if (!givenUp && !answer.over()) {
      Forwarding.tell(failure, client.upstreamOf(answer), answer, resources);
    }
  }

  private void fail(String reason) {
    tell(new UpstreamFailure.BrokeOff(reason));
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
