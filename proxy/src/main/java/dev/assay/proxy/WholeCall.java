package dev.assay.proxy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Gathers one answer of the store for those who must see it whole. On one event loop only. */
final class WholeCall implements UpstreamCall.Listener {
  private final CompletableFuture<WholeAnswer> answer;
  private final Runnable forwarded;

  /** On the heap and of no pool, so that nothing leaks when a call is given up. */
  private final ByteBuf body = Unpooled.buffer();

  private @Nullable HttpResponse head;

  /** The store's answer; the body is as on the wire. */
  record WholeAnswer(HttpResponse head, byte[] body) {}

  /** There was no whole answer. */
  static final class FailedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient UpstreamFailure failure;

    FailedException(UpstreamFailure failure) {
      super(String.valueOf(failure));
      this.failure = failure;
    }

    UpstreamFailure failure() {
      return failure;
    }
  }

  /**
   * @param forwarded told when the request is on its way
   */
  WholeCall(CompletableFuture<WholeAnswer> answer, Runnable forwarded) {
    this.answer = answer;
    this.forwarded = forwarded;
  }

  @Override
  public void forwarded() {
    forwarded.run();
  }

  @Override
  public void wantsMore() {
    // The request was handed over whole.
  }

  @Override
  public void answerHead(HttpResponse received) {
    head = received;
  }

  @Override
  public void answerContent(HttpContent piece) {
    body.writeBytes(piece.content());
    boolean last = piece instanceof LastHttpContent;
    piece.release();
    HttpResponse begun = head;
    if (last && begun != null) {
      byte[] bytes = new byte[body.readableBytes()];
      body.readBytes(bytes);
      answer.complete(new WholeAnswer(begun, bytes));
    }
  }

  @Override
  public void failed(UpstreamFailure failure) {
    answer.completeExceptionally(new FailedException(failure));
  }
}
