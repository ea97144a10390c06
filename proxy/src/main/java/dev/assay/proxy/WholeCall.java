package dev.assay.proxy;

import dev.assay.fault.Pacing;
import dev.assay.proxy.route.Upstream;
import dev.assay.proxy.sign.SignedScope;
import dev.assay.proxy.sign.SigningException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A whole request to the store, and its answer when that is whole. Used on one event loop only. */
final class WholeCall implements UpstreamCall.Listener {

  /** Hears how the call ended: one of the two, unless it was cancelled. */
  interface End {
    void answered(WholeAnswer answer);

    void failed(UpstreamFailure failure);
  }

  private final EventExecutor loop;
  private final ExchangeNotes notes;
  private final LoopResources resources;
  private final HttpRequest request;
  private final Runnable onProgress;
  private final End end;
  private ByteBuf body;
  private @Nullable UpstreamCall call;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private @Nullable HttpResponse head;
  private @Nullable Future<?> nextPiece;

  /**
   * @param body a copy for this call alone
   * @param notes told of what is seen of the store
   * @param onProgress told of every sign of life
   */
  WholeCall(
      LoopResources resources,
      EventExecutor loop,
      HttpRequest request,
      byte[] body,
      ExchangeNotes notes,
      Runnable onProgress,
      End end) {
    this.resources = resources;
    this.request = request;
    this.loop = loop;
    this.notes = notes;
    this.body = Unpooled.wrappedBuffer(body);
    this.onProgress = onProgress;
    this.end = end;
  }

  void start(Optional<Pacing> pacing) {
    Optional<Upstream> route = resources.route(request, notes);
    if (route.isEmpty()) {
      end.failed(new UpstreamFailure.NoUpstream(SignedScope.region(request.headers())));
      return;
    }
    try {
      begin(route.get(), pacing);
    } catch (SigningException e) {
      end.failed(new UpstreamFailure.NotSigned(String.valueOf(e.getMessage())));
    }
  }

  private void begin(Upstream upstream, Optional<Pacing> pacing) throws SigningException {
    HttpRequest head = ForwardedHead.of(request, upstream.address());
    if (resources.resigner().isPresent()) {
      FullHttpRequest signed =
          resources.resigner().get().sign(head, body, upstream.address().uri(), upstream.region());
      head =
          new DefaultHttpRequest(
              signed.protocolVersion(), signed.method(), signed.uri(), signed.headers());
      body = signed.content();
    }
    UpstreamCall begun = new UpstreamCall(resources.pools().to(upstream), head, this);
    call = begun;
    begun.start();
    if (pacing.isPresent()) {
      sendPieces(begun, pacing.get());
    } else {
      sendRest(begun);
    }
  }

  private void sendPieces(UpstreamCall to, Pacing pacing) {
    nextPiece = null;
    if (body.readableBytes() <= pacing.pieceBytes()) {
      sendRest(to);
      return;
    }
    to.send(new DefaultHttpContent(body.readRetainedSlice(pacing.pieceBytes())));
    nextPiece =
        loop.schedule(() -> sendPieces(to, pacing), pacing.pauseMs(), TimeUnit.MILLISECONDS);
  }

  private void sendRest(UpstreamCall to) {
    notes.forwardedWhole();
    to.send(new DefaultLastHttpContent(body.readRetainedSlice(body.readableBytes())));
  }

  void cancel() {
    stopSending();
    if (call != null) {
      call.cancel();
    }
  }

  private void stopSending() {
    if (nextPiece != null) {
      nextPiece.cancel(false);
      nextPiece = null;
    }
  }

  @Override
  public void forwarded() {
    notes.forwarded();
    onProgress.run();
  }

  @Override
  public void wantsMore() {
    // The body is here already and is sent at its own pace; what was sent does not wait for the
    // rest.
    UpstreamCall begun = call;
    if (begun != null) {
      begun.flush();
    }
  }

  @Override
  public void answerHead(HttpResponse answer) {
    head = answer;
    notes.storeAnswered(answer.status().code());
    onProgress.run();
  }

  @Override
  public void answerContent(HttpContent content) {
    onProgress.run();
    byte[] piece = new byte[content.content().readableBytes()];
    content.content().readBytes(piece);
    received.writeBytes(piece);
    boolean last = content instanceof LastHttpContent;
    content.release();
    HttpResponse begun = head;
    if (last && begun != null) {
      stopSending();
      end.answered(
          new WholeAnswer(begun, received.toByteArray()).withBytes(received.toByteArray()));
    }
  }

  @Override
  public void failed(UpstreamFailure failure) {
    stopSending();
    end.failed(failure);
  }
}
