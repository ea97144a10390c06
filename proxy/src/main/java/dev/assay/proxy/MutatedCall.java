package dev.assay.proxy;

import dev.assay.fault.Hit;
import dev.assay.proxy.journal.Exchange;
import dev.assay.proxy.mutant.Outcome;
import dev.assay.proxy.mutant.StoreGoneException;
import dev.assay.proxy.mutant.StoreWire;
import dev.assay.proxy.sign.SignedScope;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.concurrent.EventExecutor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A request that is answered by a store which is wrong on purpose. The mutants work on a thread of
 * their own, because some ask the store several things one after the other; the event loop carries
 * the bytes.
 *
 * <pre>
 *   request ──► unpacked ──► mutants ◄──► WholeCall ◄──► store
 *                               └──► length and checksum set right ──► answer
 * </pre>
 *
 * What was changed is signed anew where the proxy has credentials; elsewhere a store that checks
 * signatures refuses it.
 */
final class MutatedCall {
  private final LoopResources resources;
  private final EventExecutor loop;
  private final HttpRequest request;
  private final byte[] body;
  private final ExchangeNotes notes;
  private final Runnable onProgress;
  private final WholeCall.End end;
  private final List<WholeAnswer> received = new ArrayList<>();
  private @Nullable WholeCall call;
  private @Nullable CompletableFuture<WholeAnswer> awaited;
  private boolean over;

  MutatedCall(
      LoopResources resources,
      EventExecutor loop,
      HttpRequest request,
      byte[] body,
      ExchangeNotes notes,
      Runnable onProgress,
      WholeCall.End end) {
    this.resources = resources;
    this.loop = loop;
    this.request = request;
    this.body = body;
    this.notes = notes;
    this.onProgress = onProgress;
    this.end = end;
  }

  void start(List<Hit> mutations) {
    Thread.ofVirtual().name("assay-mutant").start(() -> work(mutations));
  }

  private void work(List<Hit> mutations) {
    try {
      byte[] plain =
          unpackedOrAsItIs(request.headers().get(HttpHeaderNames.CONTENT_ENCODING), body);
      Outcome outcome =
          resources
              .mutants()
              .answer(
                  mutations,
                  ExchangeNotes.operationOf(request),
                  SignedScope.region(request.headers()),
                  request.headers().get(Exchange.SCENARIO_HEADER, ""),
                  plain,
                  (operation, bytes) -> exchange(operation, bytes, plain));
      WholeAnswer answer = answer(outcome);
      loop.execute(() -> finish(answer));
    } catch (StoreGoneException gone) {
      // The event loop knows why and has told the client, or there is no client any more.
    } catch (IOException | RuntimeException | Error defect) {
      loop.execute(() -> fail(new UpstreamFailure.BrokeOff("the mutant has a defect: " + defect)));
    }
  }

  /** What cannot be unpacked is no JSON then, and goes through as it is. */
  private static byte[] unpackedOrAsItIs(@Nullable String encoding, byte[] packed) {
    try {
      return Packing.of(encoding).unpack(packed);
    } catch (IOException e) {
      return packed;
    }
  }

  /** A body that is the client's own goes out as the client packed it. */
  private StoreWire.Answer exchange(String operation, byte[] bytes, byte[] plain) {
    boolean same =
        operation.equals(ExchangeNotes.operationOf(request)) && Arrays.equals(bytes, plain);
    CompletableFuture<WholeAnswer> future = new CompletableFuture<>();
    loop.execute(
        () -> send(same ? request : to(operation, bytes.length), same ? body : bytes, future));
    try {
      WholeAnswer whole = future.get();
      received.add(whole);
      String encoding = whole.head().headers().get(HttpHeaderNames.CONTENT_ENCODING);
      return new StoreWire.Answer(
          whole.head().status().code(), unpackedOrAsItIs(encoding, whole.body()));
    } catch (ExecutionException e) {
      throw new StoreGoneException(String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreGoneException("interrupted");
    }
  }

  private HttpRequest to(String operation, int length) {
    HttpHeaders headers = request.headers().copy();
    String target = headers.get("X-Amz-Target", "");
    headers.set("X-Amz-Target", target.substring(0, target.lastIndexOf('.') + 1) + operation);
    headers.remove(HttpHeaderNames.CONTENT_ENCODING);
    headers.remove(HttpHeaderNames.TRANSFER_ENCODING);
    headers.set(HttpHeaderNames.CONTENT_LENGTH, length);
    return new DefaultHttpRequest(
        request.protocolVersion(), request.method(), request.uri(), headers);
  }

  private void send(HttpRequest to, byte[] bytes, CompletableFuture<WholeAnswer> future) {
    if (over) {
      future.completeExceptionally(new StoreGoneException("nobody waits for the answer"));
      return;
    }
    onProgress.run();
    awaited = future;
    WholeCall next =
        new WholeCall(
            resources,
            loop,
            to,
            bytes,
            notes,
            onProgress,
            new WholeCall.End() {
              @Override
              public void answered(WholeAnswer answer) {
                future.complete(answer);
              }

              @Override
              public void failed(UpstreamFailure failure) {
                future.completeExceptionally(new StoreGoneException("the store is gone"));
                fail(failure);
              }
            });
    call = next;
    next.start(Optional.empty());
  }

  private WholeAnswer answer(Outcome outcome) throws IOException {
    return switch (outcome) {
      case Outcome.Untouched(int place) -> received.get(place);
      case Outcome.Changed changed -> {
        WholeAnswer last = received.getLast();
        String encoding = last.head().headers().get(HttpHeaderNames.CONTENT_ENCODING);
        byte[] packed = Packing.of(encoding).pack(changed.body());
        HttpHeaders headers = last.withBytes(packed).head().headers();
        if (last.crc32().isPresent()) {
          headers.set("x-amz-crc32", Long.toString(crc32(packed)));
        }
        for (Map.Entry<String, String> header : changed.headers().entrySet()) {
          if (header.getValue().isEmpty()) {
            headers.remove(header.getKey());
          } else {
            headers.set(header.getKey(), header.getValue());
          }
        }
        yield new WholeAnswer(
            new DefaultHttpResponse(
                last.head().protocolVersion(),
                HttpResponseStatus.valueOf(changed.status()),
                headers),
            packed);
      }
    };
  }

  private static long crc32(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return crc.getValue();
  }

  private void finish(WholeAnswer answer) {
    if (!over) {
      over = true;
      end.answered(answer);
    }
  }

  private void fail(UpstreamFailure failure) {
    if (!over) {
      over = true;
      end.failed(failure);
    }
  }

  /** Nobody waits for the answer any more. */
  void cancel() {
    over = true;
    if (call != null) {
      call.cancel();
    }
    if (awaited != null) {
      awaited.completeExceptionally(new StoreGoneException("nobody waits for the answer"));
    }
  }
}
